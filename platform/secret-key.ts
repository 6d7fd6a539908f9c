import { randomBytes } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { writeWhole } from '../content/common/write-whole.ts';

const keyBytes = 32;

/** The secret in `file`, made at the first start. A file of another length throws: a new key would orphan every hash. */
export async function openSecretKey(file: string): Promise<Uint8Array> {
  const kept = await readFile(file).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return null;
    throw error;
  });
  if (kept) {
    if (kept.length !== keyBytes) throw new Error(`${file} is damaged: it must hold ${keyBytes} bytes`);
    return kept;
  }
  const key = randomBytes(keyBytes);
  await writeWhole(file, key, 0o600);
  return key;
}
