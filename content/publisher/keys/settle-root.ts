import type { Signers } from '../documents/document.ts';
import { needsRenewal } from '../documents/lifetime.ts';
import { isSignedBy, type PublicKeys, signed, validSigners } from '../documents/signing.ts';
import { type KeyFolder, writeRoot } from './key-folder.ts';
import type { KeyRing } from './key-ring.ts';
import { isComplete, type Root, rootOf, rootsThatSign, saysTheSame } from './root-document.ts';

/**
 * Brings the root in line with the plan: a next root, signed with the keys within reach of the root before and its own
 * (specification 5.3.4), when the plan says something else, the newest root ages or `anew`. One that waits for
 * signatures is gone on with while it still says what is planned. Returns the root that counts or waits.
 */
export async function settleRoot(
  folder: string,
  keys: KeyFolder,
  ring: KeyRing,
  now: Date,
  anew = false,
): Promise<{ root: Root; complete: boolean }> {
  const { plan, roots, proposal } = keys;
  const newest = roots.at(-1);
  const wanted = rootOf(plan, (newest?.signed.version ?? 0) + 1, now);
  const ages = newest !== undefined && needsRenewal('root', newest.signed.expires, plan.lifetimeDays, now);
  if (newest !== undefined && saysTheSame(newest, wanted) && !ages && !anew) return { root: newest, complete: true };
  const begun = proposal !== null && saysTheSame(proposal, wanted) ? proposal : wanted;
  const root = await signedByRoots(begun, newest, ring);
  const complete = isComplete(root, newest);
  await writeRoot(folder, root, complete);
  return { root, complete };
}

async function signedByRoots(root: Root, before: Root | undefined, ring: KeyRing): Promise<Root> {
  let result = root;
  for (const { signed } of rootsThatSign(root, before))
    result = await signedByEnough(result, signed.roles.root, signed.keys, ring);
  return result;
}

/** Signs with keys within reach until there are enough, and not once more: each signature travels to every terminal. */
export async function signedByEnough<D extends Parameters<typeof signed>[0]>(
  document: D,
  signers: Signers,
  keys: PublicKeys,
  ring: KeyRing,
): Promise<D> {
  let result = document;
  for (const keyId of signers.keyids) {
    if (isSignedBy(result, signers, keys)) break;
    if (validSigners(result, signers, keys).includes(keyId)) continue;
    const key = await ring.privateKey(keyId);
    // Signing adds to the signatures and leaves the kind of document as it is.
    if (key !== null) result = signed(result, key) as D;
  }
  return result;
}
