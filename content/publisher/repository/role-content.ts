import { encodeBundle, encodeDelta } from '../../delivery/bundle.ts';
import {
  bundleTarget,
  deltaHistory,
  deltaTarget,
  type Publication,
  publicationSchema,
  type Rollout,
} from '../../delivery/publication.ts';
import { type Records, stateHashOf } from '../../delivery/records.ts';
import { folderOf, type Role } from '../../delivery/roles.ts';
import type { Document } from '../documents/document.ts';
import type { FileInfo } from './target-files.ts';
import { type UndoLog, undone } from './undo-log.ts';

/** What a role publishes: the newest state, whole and as deltas from older versions. */
export interface RoleContent {
  publication: Publication;
  bundle: FileInfo;
  /** Version -> delta from it, the newest version first. */
  deltas: ReadonlyMap<number, FileInfo>;
}

/** Null when the documents hold no content of the role. */
export function contentIn(role: Role, documents: readonly (Document<'targets'> | undefined)[]): RoleContent | null {
  const folder = folderOf(role);
  const targets = Object.assign({}, ...documents.map(document => document?.signed.targets)) as NonNullable<
    (typeof documents)[number]
  >['signed']['targets'];
  const bundle = targets[bundleTarget(folder)];
  const publication = publicationSchema.safeParse(bundle?.custom);
  if (bundle === undefined || !publication.success) return null;
  const deltas = Object.entries(targets).flatMap(([path, file]): [number, FileInfo][] => {
    const version = Number(/\/from-(\d+)\.zst$/.exec(path)?.[1]);
    return deltaTarget(folder, version) === path ? [[version, infoIn(file)]] : [];
  });
  deltas.sort(([a], [b]) => b - a);
  return { publication: publication.data, bundle: infoIn(bundle), deltas: new Map(deltas) };
}

function infoIn(file: { length: number; hashes: { sha256: string } }): FileInfo {
  return { bytes: file.length, sha256: file.hashes.sha256 };
}

/** Keeps a file of the role in the origin and says what it is. */
export type PutTarget = (target: string, bytes: Buffer) => Promise<FileInfo>;

/**
 * The next version: its bundle, and a delta from each older version that can still be told, the last 20 at most.
 * `before` is null when there was nothing, or nothing that can be read.
 */
export async function nextContent(options: {
  role: Role;
  version: number;
  records: Records;
  before: { version: number; records: Records; undoLogs: readonly UndoLog[] } | null;
  rollout: Rollout;
  rollbackOf?: number;
  put: PutTarget;
}): Promise<RoleContent> {
  const { role, version, records, before, rollout, rollbackOf, put } = options;
  const folder = folderOf(role);
  const bundle = await put(bundleTarget(folder), encodeBundle(records));
  const deltas = new Map<number, FileInfo>();
  if (before !== null)
    // One that saves nothing is not offered.
    for (const { version: from, bytes } of deltasTo(records, before))
      if (bytes.length < bundle.bytes) deltas.set(from, await put(deltaTarget(folder, from), bytes));
  const stateHash = stateHashOf(records);
  const publication: Publication = { version, stateHash, rollout, ...(rollbackOf === undefined ? {} : { rollbackOf }) };
  return { publication, bundle, deltas };
}

/** From the version before, and on through the undo logs. Only keys that differ somewhere on the way are looked at. */
function* deltasTo(
  records: Records,
  before: { version: number; records: Records; undoLogs: readonly UndoLog[] },
): Generator<{ version: number; bytes: Buffer }> {
  const from = new Map([...before.records].filter(([key, text]) => records.get(key) !== text));
  const to = new Map([...records].filter(([key, text]) => before.records.get(key) !== text));
  yield { version: before.version, bytes: encodeDelta(from, to) };
  for (const log of before.undoLogs.slice(0, deltaHistory - 1)) {
    undone(from, log);
    for (const key of [...log.removed, ...log.put.map(([key]) => key)]) {
      const text = records.get(key);
      if (text !== undefined) to.set(key, text);
    }
    yield { version: log.version, bytes: encodeDelta(from, to) };
  }
}
