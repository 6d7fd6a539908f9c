import { createPublicKey, type KeyObject, X509Certificate } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { demoKeyMark } from '../content/common/demo-key.ts';
import { Refusal } from '../content/common/faults.ts';
import type { BridgeConfig } from './config.ts';

/** Whose word counts on this terminal. */
export interface Trust {
  /** PEM certificates of the authorities whose seal is trusted on certificates. */
  sealAuthorities: string[];
  /** Ed25519 keys whose signature is trusted on content. */
  publishers: KeyObject[];
}

/** Reads the trusted keys. @throws Refusal config-invalid: unreadable, not a key, or a trial's key in mode terminal */
export async function loadTrust(config: BridgeConfig): Promise<Trust> {
  const { sealAuthorities } = config.platform;
  const { publisherKeys } = config.content;
  const authorities = await Promise.all(sealAuthorities.map(file => readKey(file, pem => new X509Certificate(pem))));
  const publishers = await Promise.all(publisherKeys.map(file => readKey(file, pem => createPublicKey(pem))));
  if (config.mode === 'terminal') {
    const trialAuthority = authorities.find(({ value }) => value.subject.includes('SAMPLE'));
    const trialKey = publishers.find(({ pem }) => pem.includes(demoKeyMark));
    const trial = trialAuthority ?? trialKey;
    if (trial !== undefined)
      throw new Refusal('config-invalid', `${trial.file}: keys of a trial start are refused in mode terminal`);
  }
  return { sealAuthorities: authorities.map(({ pem }) => pem), publishers: publishers.map(({ value }) => value) };
}

async function readKey<T>(file: string, parse: (pem: string) => T): Promise<{ file: string; pem: string; value: T }> {
  try {
    const pem = await readFile(file, 'utf8');
    return { file, pem, value: parse(pem) };
  } catch (error) {
    throw new Refusal('config-invalid', `${file}: ${error instanceof Error ? error.message : error}`);
  }
}
