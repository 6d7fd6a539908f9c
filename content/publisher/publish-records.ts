import { Refusal } from '../common/faults.ts';
import { encodeBundle } from '../delivery/bundle.ts';
import { bundleTarget, type Rollout, rolloutSchema } from '../delivery/publication.ts';
import { type Records, stateHashOf } from '../delivery/records.ts';
import { folderOf, mayHold, type Role } from '../delivery/roles.ts';
import { isForAll } from '../delivery/rollout.ts';
import { withKeptSpeech } from './kept-speech.ts';
import { type Outcome, outcomeOf } from './outcome.ts';
import { type Pages, storePages } from './repository/page-store.ts';
import {
  contentsWithPending,
  type Repository,
  type RepositoryOptions,
  withRepository,
} from './repository/repository.ts';
import { nextContent, type RoleContent } from './repository/role-content.ts';
import { settle } from './repository/settle.ts';
import { infoOf, putTarget } from './repository/target-files.ts';
import { readUndoLogs } from './repository/undo-log.ts';

export interface PublishRecordsOptions extends RepositoryOptions {
  records: ReadonlyMap<Role, Records>;
  /** True: roles that are not in `records` stay as they are. Otherwise they have nothing to say any more. */
  partly?: boolean;
  rollout?: Rollout;
  /** Phone pages of this state. */
  pages?: Pages;
}

export type PublishedRecords = Outcome;

/**
 * Publishes compiled records: only roles whose state changed get a new version.
 * @throws Refusal key-missing, role-without-keys, origin-unreadable, publisher-busy
 */
export async function publishRecords(options: PublishRecordsOptions): Promise<PublishedRecords> {
  const { records, partly = false, rollout, pages } = options;
  return withRepository(options, async repository => {
    const contents = new Map(partly ? contentsWithPending(repository) : []);
    const roles = new Set(partly ? records.keys() : [...records.keys(), ...repository.contents.keys()]);
    for (const role of roles)
      if (repository.plan.roles[role] === undefined) throw new Refusal('role-without-keys', role);
    for (const role of roles) {
      const wanted = await withKeptSpeech(repository, role, records.get(role) ?? new Map());
      contents.set(role, await contentFor(repository, role, wanted, rollout));
    }
    if (pages !== undefined) await storePages(repository.stateFolder, contents, pages);
    return outcomeOf(repository, contents, await settle(repository, contents));
  });
}

/** What is published or waits already, when it says the same; the next version otherwise. */
async function contentFor(
  repository: Repository,
  role: Role,
  records: Records,
  rollout: Rollout | undefined,
): Promise<RoleContent> {
  const strange = [...records.keys()].find(key => !mayHold(role, key));
  if (strange !== undefined) throw new Error(`${role} may not hold ${strange}`);
  const { origin, versionAtLeast } = repository;
  const published = repository.contents.get(role);
  const stateHash = stateHashOf(records);
  const stays = published?.publication.stateHash === stateHash && published.publication.version >= versionAtLeast;
  if (stays && (await holdsBundle(repository, role, published, records))) return published;
  const waiting = contentsWithPending(repository).get(role);
  const goesOn =
    waiting !== undefined &&
    rollout === undefined &&
    waiting.publication.stateHash === stateHash &&
    waiting.publication.version === nextVersion(repository, published) &&
    (await holdsBundle(repository, role, waiting, records));
  if (goesOn) return waiting;
  const content = await nextContent({
    role,
    records,
    version: nextVersion(repository, published),
    before: published === undefined ? null : await before(repository, role, published),
    rollout: rollout ?? standingPlan(published, repository.now),
    put: (target, bytes) => putTarget(origin, target, bytes),
  });
  repository.remember(content, records);
  return content;
}

/**
 * A plan that still keeps the published version from some terminals holds for the next one too: an ordinary edit must
 * not bring what was halted or is being tried to everybody.
 */
function standingPlan(published: RoleContent | undefined, now: Date): Rollout {
  const plan = published?.publication.rollout;
  return plan === undefined || isForAll(plan, now.getTime()) ? rolloutSchema.parse({}) : plan;
}

export function nextVersion({ versionAtLeast }: Repository, published: RoleContent | undefined): number {
  return Math.max((published?.publication.version ?? 0) + 1, versionAtLeast);
}

/** Where deltas to the next version start from. */
export async function before(
  repository: Repository,
  role: Role,
  published: RoleContent,
): Promise<Parameters<typeof nextContent>[0]['before']> {
  const { version, stateHash } = published.publication;
  const records = await repository.recordsOf(role, published);
  if (records === null) return null;
  return { version, records, undoLogs: await readUndoLogs(repository.stateFolder, role, version, stateHash) };
}

/** Mends a bundle that somebody deleted; false when the same records no longer give the bytes that were signed. */
async function holdsBundle(
  repository: Repository,
  role: Role,
  content: RoleContent,
  records: Records,
): Promise<boolean> {
  if ((await repository.recordsOf(role, content)) !== null) return true;
  const bytes = encodeBundle(records);
  if (infoOf(bytes).sha256 !== content.bundle.sha256) return false;
  await putTarget(repository.origin, bundleTarget(folderOf(role)), bytes);
  return true;
}
