import { createPrivateKey, type KeyObject } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { Refusal } from '../../common/faults.ts';
import { writeWhole } from '../../common/write-whole.ts';
import { encryptedPem } from './scrypt-pem.ts';

/** PKCS#8 PEM that only its owner may read; locked when there is a passphrase. */
export async function writePrivateKey(file: string, key: KeyObject, passphrase: string | null): Promise<void> {
  const pem = passphrase === null ? key.export({ type: 'pkcs8', format: 'pem' }) : encryptedPem(key, passphrase);
  await writeWhole(file, pem, 0o600);
}

export function isLockedPem(pem: string): boolean {
  return pem.includes('BEGIN ENCRYPTED PRIVATE KEY');
}

/** @throws Refusal key-missing, or key-locked when it is locked and the passphrase is wrong or missing */
export async function readPrivateKey(file: string, passphrase: string | null): Promise<KeyObject> {
  const pem = await readFile(file, 'utf8').catch(() => {
    throw new Refusal('key-missing', file);
  });
  // Only a passphrase opens it; trying none would take as long as trying a wrong one.
  if (isLockedPem(pem) && passphrase === null) throw new Refusal('key-locked', file);
  try {
    const key = createPrivateKey(passphrase !== null && isLockedPem(pem) ? { key: pem, passphrase } : pem);
    if (key.asymmetricKeyType === 'ed25519') return key;
  } catch {
    if (isLockedPem(pem)) throw new Refusal('key-locked', file);
  }
  throw new Refusal('key-missing', `${file} is no Ed25519 key`);
}

/** The first line of the file. @throws Refusal file-unreadable */
export async function readPassphrase(file: string): Promise<string> {
  const text = await readFile(file, 'utf8').catch(() => '');
  const [line = ''] = text.split(/\r?\n/);
  if (line === '') throw new Refusal('file-unreadable', `${file} holds no passphrase`);
  return line;
}
