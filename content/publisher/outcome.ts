import type { Rollout } from '../delivery/publication.ts';
import type { Role } from '../delivery/roles.ts';
import { isForAll } from '../delivery/rollout.ts';
import type { Repository } from './repository/repository.ts';
import type { RoleContent } from './repository/role-content.ts';
import type { Settlement, Waiting } from './repository/settle.ts';

/** What a change of the repository came to. */
export interface Outcome {
  /** Version of each role's content that terminals are given now. */
  versions: Record<string, number>;
  /** Rollout plans that still keep the version from some terminals, by role. */
  plans: Record<string, Rollout>;
  /** Roles that got a new version. */
  changed: Role[];
  /** Documents that went out; more than `changed` when keys or rollout plans changed or something was signed anew. */
  documents: string[];
  /** Documents that lack signatures. */
  waiting: Waiting[];
  /** Names of keys that are here and did not open. */
  locked: string[];
  /** Bytes that a terminal with the versions before fetches: metadata, and deltas or bundles. */
  bytes: number;
}

export function outcomeOf(
  { contents: before, ring, now }: Repository,
  wanted: ReadonlyMap<Role, RoleContent>,
  { out, waiting, metadataBytes }: Settlement,
): Outcome {
  const versions: Record<string, number> = {};
  const plans: Record<string, Rollout> = {};
  const changed: Role[] = [];
  let bytes = metadataBytes;
  for (const [role, content] of [...wanted].sort(([a], [b]) => (a < b ? -1 : 1))) {
    const old = before.get(role)?.publication.version;
    const version = out.includes(role) ? content.publication.version : old;
    if (version === undefined) continue;
    versions[role] = version;
    const { rollout } = content.publication;
    if (!isForAll(rollout, now.getTime())) plans[role] = rollout;
    if (version === old) continue;
    changed.push(role);
    bytes += (old === undefined ? undefined : content.deltas.get(old)?.bytes) ?? content.bundle.bytes;
  }
  return { versions, plans, changed, documents: out, waiting, locked: ring.locked(), bytes };
}
