import { readFile } from 'node:fs/promises';
import { Refusal } from '../common/faults.ts';
import { type Manifest, manifestSchema } from '../model/generation.ts';

/**
 * What is published in `file`; null when there is nothing yet.
 * @throws Refusal origin-unreadable when something else lies there: its version is unknown, and a guess too small
 * would be refused by every terminal.
 */
export async function currentManifest(file: string): Promise<Manifest | null> {
  const text = await readFile(file, 'utf8').catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return null;
    throw new Refusal('origin-unreadable', `${file}: ${error.code}`);
  });
  if (text === null) return null;
  const manifest = manifestSchema.safeParse(parsed(text));
  if (!manifest.success) throw new Refusal('origin-unreadable', `${file} is not a whole manifest`);
  return manifest.data;
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
