import type { KeyObject } from 'node:crypto';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { Refusal } from '../../common/faults.ts';
import { keyIdOf, tufKeyOf } from '../documents/signing.ts';
import { readPrivateKey } from './private-key-file.ts';
import type { TrustPlan } from './trust-plan.ts';

/** The private keys within reach. */
export interface KeyRing {
  /** Null when it is not here, or locked. */
  privateKey(keyId: string): Promise<KeyObject | null>;
  /** Names of keys that are here and did not open. */
  locked(): string[];
}

export interface KeyRingOptions {
  /** Opens every locked key. */
  passphrase?: string | null;
  /** Keys from elsewhere, such as a stick. @throws Refusal when one does not open */
  keyFiles?: readonly string[];
}

/** Keys are opened when they are asked for: a locked one takes its time. */
export async function openKeyRing(folder: string, plan: TrustPlan, options: KeyRingOptions = {}): Promise<KeyRing> {
  const { passphrase = null, keyFiles = [] } = options;
  const opened = new Map<string, KeyObject | null>();
  const locked = new Set<string>();
  for (const file of keyFiles) {
    const key = await readPrivateKey(file, passphrase);
    opened.set(keyIdOf(tufKeyOf(key)), key);
  }
  const open = async (keyId: string): Promise<KeyObject | null> => {
    const name = plan.keys[keyId]?.name;
    const file = join(folder, `${name}.pem`);
    if (name === undefined || !existsSync(file)) return null;
    try {
      return await readPrivateKey(file, passphrase);
    } catch (error) {
      if (!(error instanceof Refusal && error.fault === 'key-locked')) throw error;
      locked.add(name);
      return null;
    }
  };
  return {
    privateKey: async keyId => {
      const known = opened.get(keyId);
      if (known !== undefined) return known;
      const key = await open(keyId);
      opened.set(keyId, key);
      return key;
    },
    locked: () => [...locked].sort(),
  };
}
