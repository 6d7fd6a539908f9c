import { X509Certificate } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { Refusal } from '../content/common/faults.ts';
import { isDemoRoot } from '../content/delivery/demo-root.ts';
import type { BridgeConfig } from './config.ts';
import { newestRoot } from './content/tuf/root-chain.ts';

/** Whose word counts on this terminal. */
export interface Trust {
  /** PEM certificates of the authorities whose seal is trusted on certificates. */
  sealAuthorities: string[];
  /** The root.json that trust in content begins with. */
  contentRoot: Buffer;
}

/** Reads what is trusted. @throws Refusal config-invalid: unreadable, not a key, or a trial's key in mode terminal */
export async function loadTrust(config: BridgeConfig): Promise<Trust> {
  const { sealAuthorities } = config.platform;
  const authorities = await Promise.all(
    sealAuthorities.map(file => readTrusted(file, pem => new X509Certificate(pem))),
  );
  const root = await readTrusted(config.content.trustedRoot, bytes => {
    newestRoot(bytes, new Map());
    return isDemoRoot(JSON.parse(bytes.toString('utf8')));
  });
  if (config.mode === 'terminal') {
    const trial = authorities.find(({ value }) => value.subject.includes('SAMPLE')) ?? (root.value ? root : undefined);
    if (trial !== undefined)
      throw new Refusal('config-invalid', `${trial.file}: keys of a trial start are refused in mode terminal`);
  }
  return { sealAuthorities: authorities.map(({ bytes }) => bytes.toString('utf8')), contentRoot: root.bytes };
}

async function readTrusted<T>(
  file: string,
  parse: (bytes: Buffer) => T,
): Promise<{ file: string; bytes: Buffer; value: T }> {
  try {
    const bytes = await readFile(file);
    return { file, bytes, value: parse(bytes) };
  } catch (error) {
    throw new Refusal('config-invalid', `${file}: ${error instanceof Error ? error.message : error}`);
  }
}
