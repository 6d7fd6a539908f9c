import { createPrivateKey, createPublicKey, generateKeyPairSync, type KeyObject } from 'node:crypto';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import { demoKeyMark } from '../common/demo-key.ts';
import { Refusal } from '../common/faults.ts';
import { writeWhole } from '../common/write-whole.ts';

/**
 * Makes the Ed25519 key of a trial start at `path` (private, mode 0600) unless it is there, and its public half at
 * `path`.pub, marked as what it is. Real publishers bring keys of their own.
 */
export async function ensureDemoSigningKey(path: string): Promise<void> {
  const { privateKey } = generateKeyPairSync('ed25519');
  await mkdir(dirname(path), { recursive: true });
  try {
    await writeFile(path, privateKey.export({ type: 'pkcs8', format: 'pem' }), { mode: 0o600, flag: 'wx' });
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
  }
  // Each time: an earlier start may have ended between the two files.
  const publicKey = createPublicKey(await loadSigningKey(path)).export({ type: 'spki', format: 'pem' });
  const publicPem = `${demoKeyMark}\n${publicKey}`;
  const kept = await readFile(`${path}.pub`, 'utf8').catch(() => null);
  if (kept !== publicPem) await writeWhole(`${path}.pub`, publicPem);
}

/** @throws Refusal key-missing */
export async function loadSigningKey(path: string): Promise<KeyObject> {
  const pem = await readFile(path).catch(() => {
    throw new Refusal('key-missing', path);
  });
  return createPrivateKey(pem);
}
