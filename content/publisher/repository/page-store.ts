import { mkdir, readdir, readFile, rm, stat, utimes } from 'node:fs/promises';
import { join } from 'node:path';
import { zstdCompressSync, zstdDecompressSync } from 'node:zlib';
import { z } from 'zod';
import { canonicalJson, sha256Hex } from '../../common/canonical-json.ts';
import { writeWhole } from '../../common/write-whole.ts';
import type { Role } from '../../delivery/roles.ts';
import { removeDrafts } from './remove-drafts.ts';
import type { RoleContent } from './role-content.ts';

/** Path below the origin -> HTML. */
export type Pages = ReadonlyMap<string, string>;

const keptSets = 20;
const pagesSchema = z.array(z.tuple([z.string(), z.string()]));

/**
 * Phone pages belong to a state of all roles: they are kept beside the origin under its name, and go out when that
 * state does. So a page shows nothing that still waits for a signature, and a rollback brings the old pages back.
 */
export async function storePages(
  stateFolder: string,
  contents: ReadonlyMap<Role, RoleContent>,
  pages: Pages,
): Promise<void> {
  const folder = join(stateFolder, 'pages');
  await mkdir(folder, { recursive: true, mode: 0o700 });
  await removeDrafts(folder);
  const file = join(folder, fileFor(contents));
  const bytes = zstdCompressSync(JSON.stringify([...pages]));
  const same = await readFile(file).then(
    kept => kept.equals(bytes),
    () => false,
  );
  if (same) await utimes(file, new Date(), new Date());
  else await writeWhole(file, bytes);
  await removeOldest(folder);
}

/** Null when the pages of this state are not kept. */
export async function storedPages(
  stateFolder: string,
  contents: ReadonlyMap<Role, RoleContent>,
): Promise<Pages | null> {
  const bytes = await readFile(join(stateFolder, 'pages', fileFor(contents))).catch(() => null);
  return bytes === null ? null : new Map(pagesSchema.parse(JSON.parse(zstdDecompressSync(bytes).toString('utf8'))));
}

/** As many at a time: the disk flushes several for the price of one. */
const writers = 16;

/** Writes those that differ. Each page is whole, but they change one by one. */
export async function writePages(origin: string, pages: Pages): Promise<void> {
  const queue = pages.entries();
  await Promise.all(Array.from({ length: writers }, () => writeNext(origin, queue)));
}

/** The writers share one queue. */
async function writeNext(origin: string, queue: Iterable<[path: string, html: string]>): Promise<void> {
  for (const [path, html] of queue) {
    const file = join(origin, path);
    const there = await readFile(file, 'utf8').catch(() => null);
    if (there !== html) await writeWhole(file, html);
  }
}

function fileFor(contents: ReadonlyMap<Role, RoleContent>): string {
  const states = [...contents].map(([role, { publication }]) => [role, publication.stateHash] as const);
  return `${sha256Hex(canonicalJson(Object.fromEntries(states)))}.zst`;
}

async function removeOldest(folder: string): Promise<void> {
  const files = await Promise.all(
    (await readdir(folder)).map(async name => ({ name, at: (await stat(join(folder, name))).mtimeMs })),
  );
  for (const { name } of files.sort((a, b) => b.at - a.at).slice(keptSets)) await rm(join(folder, name));
}
