import { readdir, rm, stat, utimes } from 'node:fs/promises';
import { join } from 'node:path';
import { writeWhole } from '../common/write-whole.ts';
import { speechFolder } from '../delivery/repository-layout.ts';

/** A rollback brings old records back, and terminals that were off look for what they name: so long a pack is kept. */
const keptMs = 90 * 24 * 60 * 60_000;

/** Puts packs of sounds into the origin before the records that name them; those that are there are marked as in use. */
export async function writePacks(origin: string, files: ReadonlyMap<string, Uint8Array>, now: Date): Promise<void> {
  for (const [path, bytes] of files) {
    const file = join(origin, path);
    const there = await stat(file).catch(() => null);
    // The same name has the same bytes; a file of another length was torn by something else.
    if (there?.size !== bytes.length) await writeWhole(file, bytes);
    await utimes(file, now, now);
  }
}

/** Removes packs that no publication has used for long, and what a killed publisher left. */
export async function removeOldPacks(origin: string, now: Date): Promise<void> {
  const folder = join(origin, speechFolder);
  for (const name of await readdir(folder).catch(() => [])) {
    const file = join(folder, name);
    const age = now.getTime() - (await stat(file)).mtimeMs;
    if (age > keptMs) await rm(file, { force: true });
  }
}
