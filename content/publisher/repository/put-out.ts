import { readdir, rm, stat, utimes } from 'node:fs/promises';
import { join, relative } from 'node:path';
import { writeWhole } from '../../common/write-whole.ts';
import { issuedField } from '../../delivery/issued.ts';
import { metadataFolder, targetsFolder } from '../../delivery/repository-layout.ts';
import type { Document } from '../documents/document.ts';
import { documentText } from '../documents/document-text.ts';
import { expiryOf, needsRenewal, specVersion } from '../documents/lifetime.ts';
import { isComplete, signedFor } from './draft.ts';
import { isDraft } from './remove-drafts.ts';
import type { Repository } from './repository.ts';
import { pathInOrigin } from './target-files.ts';

/** The documents that say what is current, if they must be written anew. */
export interface Head {
  snapshot: Document<'snapshot'> | null;
  timestamp: Document<'timestamp'> | null;
}

/**
 * Snapshot and timestamp for what goes out. Null when the keys of the publishing server are not within reach.
 * A file that was named once is named for ever: terminals refuse a snapshot that forgets one.
 */
export async function headFor(
  repository: Repository,
  out: ReadonlyMap<string, Document<'targets'>>,
): Promise<Head | null> {
  const { published, versionAtLeast } = repository;
  const meta = { ...published.snapshot?.signed.meta };
  for (const [name, { signed }] of out) meta[`${name}.json`] = { version: signed.version };
  const snapshot = isDue(repository, 'snapshot', published.snapshot) || out.size > 0;
  const newSnapshot = snapshot
    ? await signedFor(repository, 'snapshot', {
        signatures: [],
        signed: {
          ...{ _type: 'snapshot' as const, expires: expiry('snapshot'), meta, spec_version: specVersion },
          version: Math.max((published.snapshot?.signed.version ?? 0) + 1, versionAtLeast),
        },
      })
    : null;
  if (newSnapshot === null && !isDue(repository, 'timestamp', published.timestamp))
    return { snapshot: null, timestamp: null };
  const version = (newSnapshot ?? published.snapshot)?.signed.version ?? 1;
  const timestamp = await signedFor(repository, 'timestamp', {
    signatures: [],
    signed: {
      _type: 'timestamp' as const,
      expires: expiry('timestamp'),
      meta: { 'snapshot.json': { version } },
      spec_version: specVersion,
      [issuedField]: repository.now.toISOString().replace(/\.\d+Z$/, 'Z'),
      version: Math.max((published.timestamp?.signed.version ?? 0) + 1, versionAtLeast),
    },
  });
  const signed =
    isComplete(repository, 'timestamp', timestamp) &&
    (newSnapshot === null || isComplete(repository, 'snapshot', newSnapshot));
  return signed ? { snapshot: newSnapshot, timestamp } : null;

  function expiry(kind: 'snapshot' | 'timestamp'): string {
    return expiryOf(kind, repository.plan.lifetimeDays, repository.now);
  }
}

function isDue(repository: Repository, kind: 'snapshot' | 'timestamp', document: Document | null): boolean {
  return (
    document === null ||
    document.signed.version < repository.versionAtLeast ||
    !isComplete(repository, kind, document) ||
    needsRenewal(kind, document.signed.expires, repository.plan.lifetimeDays, repository.now)
  );
}

/**
 * Writes what leads to nothing yet, then the timestamp, which leads to it all: until then terminals see the old
 * repository. Roots come last: the documents before are signed for both sides of a root's change.
 */
export async function writeOut(
  { origin, roots, published }: Repository,
  out: ReadonlyMap<string, Document<'targets'>>,
  { snapshot, timestamp }: Head,
): Promise<number> {
  let bytes = 0;
  const write = async (name: string, document: Document): Promise<void> => {
    const text = documentText(document);
    bytes += Buffer.byteLength(text);
    await writeWhole(join(origin, metadataFolder, name), text);
  };
  for (const [name, document] of out) await write(`${document.signed.version}.${name}.json`, document);
  if (snapshot !== null) await write(`${snapshot.signed.version}.snapshot.json`, snapshot);
  if (timestamp !== null) {
    const file = join(origin, metadataFolder, 'timestamp.json');
    const before = await stat(file).catch(() => null);
    await write('timestamp.json', timestamp);
    if (before !== null) await tellApart(file, before.mtimeMs);
  }
  const sent = bytes;
  for (const root of roots)
    if (root.signed.version > published.rootVersion) await write(`${root.signed.version}.root.json`, root);
  return sent;
}

/**
 * Static hosts make an ETag of a file's size and the second it was written in: a second publication in the same second
 * would be told to no terminal.
 */
async function tellApart(file: string, beforeMs: number): Promise<void> {
  const earliest = Math.floor(beforeMs / 1000) + 1;
  const { mtimeMs } = await stat(file);
  if (mtimeMs < earliest * 1000) await utimes(file, earliest, earliest);
}

/** A terminal that began before a publication still finds what it was told of for this long. */
const graceMs = 24 * 60 * 60_000;

/**
 * Marks what the published documents name as in use until now. Done before a change, so that the time of a file that
 * is named no more says since when.
 */
export async function markInUse({ origin, published, now }: Repository): Promise<void> {
  for (const file of filesNamedBy(published.snapshot, [...published.documents.values()]))
    await utimes(join(origin, file), now, now).catch(() => {});
}

/** Removes drafts of killed publishers, and what nothing has led to for a day. Roots stay. */
export async function removeUnused(
  { origin, now }: Repository,
  snapshot: Document<'snapshot'> | null,
  named: readonly Document<'targets'>[],
): Promise<void> {
  const inUse = new Set(filesNamedBy(snapshot, named));
  for (const top of [metadataFolder, targetsFolder]) {
    const entries = await readdir(join(origin, top), { recursive: true, withFileTypes: true }).catch(() => []);
    for (const entry of entries.filter(each => each.isFile())) {
      const file = join(entry.parentPath, entry.name);
      const stays =
        entry.name === 'timestamp.json' || entry.name.endsWith('.root.json') || inUse.has(relative(origin, file));
      if (isDraft(entry.name) || (!stays && now.getTime() - (await stat(file)).mtimeMs > graceMs))
        await rm(file, { force: true });
    }
  }
}

function filesNamedBy(snapshot: Document<'snapshot'> | null, documents: readonly Document<'targets'>[]): string[] {
  const metadata = Object.entries(snapshot?.signed.meta ?? {}).map(([file, { version }]) => `${version}.${file}`);
  const targets = documents.flatMap(({ signed }) =>
    Object.entries(signed.targets).map(([path, { hashes }]) => pathInOrigin(path, hashes.sha256)),
  );
  const head = snapshot === null ? [] : [`${snapshot.signed.version}.snapshot.json`];
  return [...[...metadata, ...head].map(file => `${metadataFolder}/${file}`), ...targets];
}
