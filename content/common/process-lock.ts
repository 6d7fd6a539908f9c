import { linkSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { mkdir } from 'node:fs/promises';
import { dirname } from 'node:path';
import { Refusal } from './faults.ts';

/**
 * Does `work` while this process alone holds `file`, which names it. A claim whose process is gone does not count.
 * @throws Refusal publisher-busy
 */
export async function withProcessLock<T>(file: string, work: () => Promise<T>): Promise<T> {
  await mkdir(dirname(file), { recursive: true, mode: 0o700 });
  const holder = claimForProcess(file);
  if (holder !== null) throw new Refusal('publisher-busy', `process ${holder}`);
  try {
    return await work();
  } finally {
    rmSync(file, { force: true });
  }
}

/**
 * Makes `file` name this process. Null: it does now; otherwise the living process that it names. The claim appears with
 * its number in it: an empty one would be nobody's.
 */
export function claimForProcess(file: string): number | null {
  const own = `${file}.${process.pid}`;
  writeFileSync(own, String(process.pid));
  try {
    while (!linked(own, file)) {
      const holder = holderOf(file);
      if (holder !== null && isAlive(holder)) return holder;
      rmSync(file, { force: true });
    }
    return null;
  } finally {
    rmSync(own, { force: true });
  }
}

function linked(own: string, file: string): boolean {
  try {
    linkSync(own, file);
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false;
    throw error;
  }
}

function holderOf(file: string): number | null {
  try {
    return Number(readFileSync(file, 'utf8'));
  } catch {
    return null;
  }
}

function isAlive(pid: number): boolean {
  try {
    return pid > 0 && process.kill(pid, 0);
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}
