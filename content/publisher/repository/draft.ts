import { canonicalJson } from '../../common/canonical-json.ts';
import type { Role } from '../../delivery/roles.ts';
import type { Document, Signers } from '../documents/document.ts';
import { expiryOf, needsRenewal, specVersion } from '../documents/lifetime.ts';
import { isSignedBy, type PublicKeys } from '../documents/signing.ts';
import { signedByEnough } from '../keys/settle-root.ts';
import { publicKeysOf, signersOf } from '../keys/trust-plan.ts';
import { type Body, parentOf, plannedRoleOf, roleOfDeltas } from './bodies.ts';
import type { Repository } from './repository.ts';

export interface SignersWithKeys {
  signers: Signers;
  keys: PublicKeys;
}

/**
 * Who must sign `name`. For what the root speaks for these are the keys of the root in force and, while the origin
 * still shows an older root, of that one too: so a terminal on either side of a root's change is served.
 */
export function signersFor({ plan, roots, published }: Repository, name: string): SignersWithKeys[] {
  if (name === 'targets' || name === 'snapshot' || name === 'timestamp')
    return roots
      .filter(({ signed }, at) => at === roots.length - 1 || signed.version === published.rootVersion)
      .map(({ signed }) => ({ signers: signed.roles[name], keys: signed.keys }))
      .reverse();
  const signers = signersOf(plan, plannedRoleOf(name)) ?? { keyids: [], threshold: 1 };
  return [{ signers, keys: publicKeysOf(plan) }];
}

/** Signed by enough of those whose word counts from now on. */
export function isComplete(repository: Repository, name: string, document: Document): boolean {
  const [now] = signersFor(repository, name);
  return now !== undefined && isSignedBy(document, now.signers, now.keys);
}

export async function signedFor<D extends Document>(repository: Repository, name: string, document: D): Promise<D> {
  let result = document;
  for (const { signers, keys } of signersFor(repository, name))
    result = await signedByEnough(result, signers, keys, repository.ring);
  return result;
}

/** Those documents of content that must be written anew, signed with the keys within reach. */
export async function draftsFor(
  repository: Repository,
  bodies: ReadonlyMap<string, Body>,
): Promise<Map<string, Document<'targets'>>> {
  const drafts = new Map<string, Document<'targets'>>();
  for (const [name, body] of [...bodies].sort(([a], [b]) => (a < b ? -1 : 1)))
    if (isDue(repository, name, body)) drafts.set(name, await draft(repository, name, body));
  return drafts;
}

function isDue(repository: Repository, name: string, body: Body): boolean {
  const { published, plan, now, versionAtLeast } = repository;
  const document = published.documents.get(name);
  return (
    document === undefined ||
    !saysTheSame(document, body) ||
    document.signed.version < versionAtLeast ||
    !isComplete(repository, name, document) ||
    needsRenewal('targets', document.signed.expires, plan.lifetimeDays, now)
  );
}

async function draft(repository: Repository, name: string, body: Body): Promise<Document<'targets'>> {
  const { published, pending, plan, now, versionAtLeast } = repository;
  const version = Math.max((published.snapshot?.signed.meta[`${name}.json`]?.version ?? 0) + 1, versionAtLeast);
  const begun = pending.get(name);
  const goesOn =
    begun !== undefined &&
    saysTheSame(begun, body) &&
    begun.signed.version === version &&
    !needsRenewal('targets', begun.signed.expires, plan.lifetimeDays, now);
  const expires = expiryOf('targets', plan.lifetimeDays, now);
  const signed = { _type: 'targets', ...body, expires, spec_version: specVersion, version } as const;
  return signedFor(repository, name, goesOn ? begun : { signatures: [], signed });
}

export function saysTheSame({ signed }: Document<'targets'>, { targets, delegations }: Body): boolean {
  return (
    canonicalJson({ targets: signed.targets, delegations: signed.delegations }) ===
    canonicalJson({ targets, delegations })
  );
}

/**
 * Drafts that count only together: a document with deltas beside the state they lead to, and one whose signers change
 * beside the document that says so. Each group goes out whole or waits whole.
 */
export function groupsOf(repository: Repository, drafts: ReadonlyMap<string, Document<'targets'>>): string[][] {
  const groupOf = new Map([...drafts.keys()].map(name => [name, [name]]));
  for (const name of drafts.keys()) {
    const parent = parentOf(name);
    if (parent === null || !isBoundTo(repository, drafts, name, parent)) continue;
    const joined = [...new Set([...(groupOf.get(name) ?? []), ...(groupOf.get(parent) ?? [])])];
    for (const member of joined) groupOf.set(member, joined);
  }
  return [...new Set(groupOf.values())];
}

function isBoundTo(
  { published }: Repository,
  drafts: ReadonlyMap<string, Document<'targets'>>,
  name: string,
  parent: string,
): boolean {
  const after = drafts.get(parent);
  if (after === undefined) return false;
  if (roleOfDeltas(name) !== null) return true;
  return (
    canonicalJson(delegationOf(published.documents.get(parent), name)) !== canonicalJson(delegationOf(after, name))
  );
}

function delegationOf(document: Document<'targets'> | undefined, name: string): unknown {
  return document?.signed.delegations?.roles.find(role => role.name === name) ?? null;
}

/** Roles of content whose version changes with these documents. */
export function contentRoleOf(name: string): Role | null {
  const planned = plannedRoleOf(name);
  return planned !== 'deltas' && planned === name ? planned : null;
}
