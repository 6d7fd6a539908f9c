import { createPrivateKey, generateKeyPairSync, type KeyObject } from 'node:crypto';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import { Refusal } from '../model/faults.ts';

/** Makes an Ed25519 key pair at `path` (private, mode 0600) and `path`.pub, unless it is there already. */
export async function ensureSigningKey(path: string): Promise<void> {
  const { privateKey, publicKey } = generateKeyPairSync('ed25519');
  await mkdir(dirname(path), { recursive: true });
  try {
    await writeFile(path, privateKey.export({ type: 'pkcs8', format: 'pem' }), { mode: 0o600, flag: 'wx' });
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return;
    throw error;
  }
  await writeFile(`${path}.pub`, publicKey.export({ type: 'spki', format: 'pem' }));
}

/** @throws Refusal key-missing */
export async function loadSigningKey(path: string): Promise<KeyObject> {
  const pem = await readFile(path).catch(() => {
    throw new Refusal('key-missing', path);
  });
  return createPrivateKey(pem);
}
