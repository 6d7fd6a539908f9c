import { randomUUID } from 'node:crypto';
import { accessSync, constants, openSync, unlinkSync } from 'node:fs';
import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** In memory where there is such a place: papers of a citizen should not touch the disk. */
const root = writable('/dev/shm') ? '/dev/shm' : tmpdir();
const prefix = 'township-scan-';

/** A new folder that only this user can enter. */
export async function createPageFolder(): Promise<{ path: string; remove(): Promise<void> }> {
  const path = await mkdtemp(join(root, `${prefix}${process.pid}-`));
  return { path, remove: () => rm(path, { recursive: true, force: true }) };
}

/** A file without a name, gone with its last descriptor. */
export function openNamelessFile(): number {
  const path = join(root, `${prefix}${process.pid}-${randomUUID()}`);
  const file = openSync(path, 'wx+', 0o600);
  unlinkSync(path);
  return file;
}

/** Removes what a bridge that was killed in the middle of a scan has left. */
export async function sweepPageFolders(): Promise<void> {
  for (const name of await readdir(root)) {
    if (!name.startsWith(prefix)) continue;
    const pid = Number(name.slice(prefix.length).split('-')[0]);
    // Another user's folder stays where it is.
    if (!runs(pid)) await rm(join(root, name), { recursive: true, force: true }).catch(() => {});
  }
}

function runs(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'EPERM';
  }
}

function writable(folder: string): boolean {
  try {
    accessSync(folder, constants.W_OK);
    return true;
  } catch {
    return false;
  }
}
