import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Refusal } from '../../common/faults.ts';
import { metadataFolder } from '../../delivery/repository-layout.ts';
import { type Document, type DocumentKind, parseDocument } from '../documents/document.ts';
import { isSignedBy } from '../documents/signing.ts';
import type { Root } from '../keys/root-document.ts';

/** What stands in the origin now, each document signed as it must be. */
export interface Published {
  timestamp: Document<'timestamp'> | null;
  snapshot: Document<'snapshot'> | null;
  /** Documents of content by name. */
  documents: ReadonlyMap<string, Document<'targets'>>;
  /** The newest root in the origin; 0 when there is none. */
  rootVersion: number;
}

/**
 * Reads the origin from timestamp.json on: what nothing leads to was left by a publisher that was killed, and does not
 * count. `roots` are the trusted ones; any of them may have been in force.
 * @throws Refusal origin-unreadable: torn, signed by others, or the timestamp is gone while the rest is there
 */
export async function readPublished(origin: string, roots: readonly Root[], mayBeLost = false): Promise<Published> {
  const folder = join(origin, metadataFolder);
  const names = await readdir(folder).catch(() => []);
  const rootVersion = highest(names, 'root');
  const timestamp = await read(folder, 'timestamp.json', 'timestamp');
  if (timestamp === null) {
    // One killed before its very first publication was whole leaves 1.snapshot.json at most.
    if (highest(names, 'snapshot') > 1 && !mayBeLost) throw unreadable(join(folder, 'timestamp.json'));
    return { timestamp: null, snapshot: null, documents: new Map(), rootVersion };
  }
  requireSigned(timestamp, 'timestamp', roots);
  const snapshotVersion = timestamp.signed.meta['snapshot.json']?.version;
  const snapshot = await required(folder, `${snapshotVersion}.snapshot.json`, 'snapshot');
  requireSigned(snapshot, 'snapshot', roots);
  const targets = await required(folder, fileIn(snapshot, 'targets'), 'targets');
  requireSigned(targets, 'targets', roots);
  const documents = new Map<string, Document<'targets'>>();
  await readDelegated('targets', targets);
  return { timestamp, snapshot, documents, rootVersion };

  async function readDelegated(name: string, document: Document<'targets'>): Promise<void> {
    documents.set(name, document);
    for (const { name: child, ...signers } of document.signed.delegations?.roles ?? []) {
      // A township that got keys and has published nothing yet.
      if (snapshot.signed.meta[`${child}.json`] === undefined) continue;
      const found = await required(folder, fileIn(snapshot, child), 'targets');
      if (!isSignedBy(found, signers, document.signed.delegations?.keys ?? {})) throw unreadable(child);
      await readDelegated(child, found);
    }
  }
}

/** The highest N of N.NAME.json; 0 when there is none. */
function highest(names: readonly string[], name: string): number {
  const versions = names.flatMap(each => Number(new RegExp(`^(\\d+)\\.${name}\\.json$`).exec(each)?.[1] ?? []));
  return Math.max(0, ...versions);
}

function fileIn(snapshot: Document<'snapshot'>, name: string): string {
  return `${snapshot.signed.meta[`${name}.json`]?.version}.${name}.json`;
}

function requireSigned(document: Document, role: 'timestamp' | 'snapshot' | 'targets', roots: readonly Root[]): void {
  if (!roots.some(({ signed }) => isSignedBy(document, signed.roles[role], signed.keys))) throw unreadable(role);
}

async function required<K extends DocumentKind>(folder: string, file: string, kind: K): Promise<Document<K>> {
  const document = await read(folder, file, kind);
  if (document === null) throw unreadable(join(folder, file));
  return document;
}

async function read<K extends DocumentKind>(folder: string, file: string, kind: K): Promise<Document<K> | null> {
  const path = join(folder, file);
  const text = await readFile(path, 'utf8').catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return null;
    throw unreadable(path);
  });
  if (text === null) return null;
  const document = parseDocument(kind, text);
  if (document === null) throw unreadable(path);
  return document;
}

function unreadable(what: string): Refusal {
  return new Refusal('origin-unreadable', what);
}
