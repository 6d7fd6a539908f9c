import { mkdir, readdir, readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { zstdCompressSync, zstdDecompressSync } from 'node:zlib';
import { z } from 'zod';
import { writeWhole } from '../../common/write-whole.ts';
import { deltaHistory } from '../../delivery/publication.ts';
import { type Records, stateHashOf } from '../../delivery/records.ts';
import { folderOf, type Role } from '../../delivery/roles.ts';
import { removeDrafts } from './remove-drafts.ts';

/**
 * What leads from a version back to the one before: kept beside the origin instead of whole old states, it is as small
 * as the change was.
 */
const undoLogSchema = z.strictObject({
  /** The version that this leads back to, and its state. */
  version: z.int().min(1),
  stateHash: z.string(),
  /** The state that it leads back from. */
  from: z.string(),
  /** Old records of keys that were changed or removed since. */
  put: z.array(z.tuple([z.string(), z.string()])),
  /** Keys that came since. */
  removed: z.array(z.string()),
});
export type UndoLog = z.output<typeof undoLogSchema>;

export function undoLogOf(version: number, old: Records, now: Records): UndoLog {
  return {
    version,
    stateHash: stateHashOf(old),
    from: stateHashOf(now),
    put: [...old].filter(([key, text]) => now.get(key) !== text),
    removed: [...now.keys()].filter(key => !old.has(key)),
  };
}

function logFolder(stateFolder: string, role: Role): string {
  return join(stateFolder, 'history', folderOf(role));
}

export async function writeUndoLog(stateFolder: string, role: Role, log: UndoLog): Promise<void> {
  const folder = logFolder(stateFolder, role);
  await mkdir(folder, { recursive: true, mode: 0o700 });
  await removeDrafts(folder);
  await writeWhole(join(folder, `${log.version}.zst`), zstdCompressSync(JSON.stringify(log)));
  const versions = await keptVersions(folder);
  for (const version of versions.slice(deltaHistory)) await rm(join(folder, `${version}.zst`), { force: true });
}

/** Newest first, as far as they join up without a gap from the state `stateHash` of `version`. */
export async function readUndoLogs(
  stateFolder: string,
  role: Role,
  version: number,
  stateHash: string,
): Promise<UndoLog[]> {
  const folder = logFolder(stateFolder, role);
  const logs: UndoLog[] = [];
  let from = stateHash;
  for (const kept of (await keptVersions(folder)).filter(each => each < version)) {
    const log = await readUndoLog(join(folder, `${kept}.zst`));
    if (log === null || log.from !== from || log.version !== kept) break;
    logs.push(log);
    from = log.stateHash;
  }
  return logs;
}

async function readUndoLog(file: string): Promise<UndoLog | null> {
  try {
    return undoLogSchema.parse(JSON.parse(zstdDecompressSync(await readFile(file)).toString('utf8')));
  } catch {
    // Lost or torn: older versions are no longer reached, and terminals there take the whole bundle.
    return null;
  }
}

async function keptVersions(folder: string): Promise<number[]> {
  const names = await readdir(folder).catch(() => []);
  return names.flatMap(name => Number(/^(\d+)\.zst$/.exec(name)?.[1] ?? [])).sort((a, b) => b - a);
}

/** One step back. */
export function undone(state: Map<string, string>, log: UndoLog): void {
  for (const key of log.removed) state.delete(key);
  for (const [key, text] of log.put) state.set(key, text);
}
