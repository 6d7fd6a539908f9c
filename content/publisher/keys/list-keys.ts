import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { requireKeyFolder } from './key-folder.ts';
import { isLockedPem } from './private-key-file.ts';
import { missingFor } from './sign-root.ts';
import { nameOfKey } from './trust-plan.ts';

export interface KeyList {
  demo: boolean;
  root: { version: number; expires: string } | null;
  /** A next root that lacks signatures, and the names of the keys that still may sign. */
  proposal: { version: number; missing: string[] } | null;
  roles: { role: string; threshold: number; keys: ListedKey[] }[];
}

export interface ListedKey {
  keyId: string;
  name: string;
  /** Where the private half is: in the folder, there but locked, or with its holder. */
  place: 'here' | 'locked' | 'elsewhere';
}

/** Who signs what, as planned, and which keys are in the folder. Opens none. @throws Refusal key-missing */
export async function listKeys(folder: string): Promise<KeyList> {
  const { plan, roots, proposal } = await requireKeyFolder(folder);
  const newest = roots.at(-1);
  const roles: KeyList['roles'] = [];
  for (const [role, { threshold, keyIds }] of Object.entries(plan.roles)) {
    const keys: ListedKey[] = [];
    for (const keyId of keyIds) {
      const name = nameOfKey(plan, keyId);
      keys.push({ keyId, name, place: await placeOf(join(folder, `${name}.pem`)) });
    }
    roles.push({ role, threshold, keys });
  }
  return {
    demo: plan.demo,
    root: newest === undefined ? null : { version: newest.signed.version, expires: newest.signed.expires },
    proposal:
      proposal === null ? null : { version: proposal.signed.version, missing: missingFor(plan, proposal, newest) },
    roles,
  };
}

async function placeOf(file: string): Promise<ListedKey['place']> {
  const pem = await readFile(file, 'utf8').catch(() => null);
  if (pem === null) return 'elsewhere';
  return isLockedPem(pem) ? 'locked' : 'here';
}
