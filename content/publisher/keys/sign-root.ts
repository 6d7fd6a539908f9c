import { Refusal } from '../../common/faults.ts';
import { keyIdOf, signed, tufKeyOf, validSigners } from '../documents/signing.ts';
import { requireKeyFolder, writeRoot } from './key-folder.ts';
import { readPrivateKey } from './private-key-file.ts';
import { isComplete, type Root, rootsThatSign } from './root-document.ts';
import { nameOfKey, type TrustPlan } from './trust-plan.ts';

export interface RootSignature {
  version: number;
  complete: boolean;
  /** Names of the keys that still may sign; not all of them need to. */
  missing: string[];
}

/**
 * Adds a signature to the root that waits in the folder of keys. The next publish brings a whole one out.
 * @throws Refusal nothing-waiting, key-unknown, key-missing, key-locked
 */
export async function signRoot(options: {
  folder: string;
  keyFile: string;
  passphrase: string | null;
}): Promise<RootSignature> {
  const { folder, keyFile, passphrase } = options;
  const { plan, roots, proposal } = await requireKeyFolder(folder);
  if (proposal === null) throw new Refusal('nothing-waiting', 'root');
  const before = roots.at(-1);
  const key = await readPrivateKey(keyFile, passphrase);
  const keyId = keyIdOf(tufKeyOf(key));
  if (!rootsThatSign(proposal, before).some(({ signed }) => signed.roles.root.keyids.includes(keyId)))
    throw new Refusal('key-unknown', `${keyFile} for root`);
  const root = signed(proposal, key);
  const complete = isComplete(root, before);
  await writeRoot(folder, root, complete);
  return { version: root.signed.version, complete, missing: complete ? [] : missingFor(plan, root, before) };
}

/** Names of the keys that may still sign a root, where a threshold is not reached. */
export function missingFor(plan: TrustPlan, root: Root, before: Root | undefined): string[] {
  const names = rootsThatSign(root, before).flatMap(({ signed: { roles, keys } }) => {
    const have = validSigners(root, roles.root, keys);
    const lacking = have.length >= roles.root.threshold ? [] : roles.root.keyids.filter(id => !have.includes(id));
    return lacking.map(id => nameOfKey(plan, id));
  });
  return [...new Set(names)];
}
