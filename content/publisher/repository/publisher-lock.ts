import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { Refusal } from '../../common/faults.ts';

/**
 * One publisher at a time: two would sign two documents of one version. A claim whose process is gone does not count.
 * @throws Refusal publisher-busy
 */
export async function withPublisherLock<T>(stateFolder: string, work: () => Promise<T>): Promise<T> {
  await mkdir(stateFolder, { recursive: true, mode: 0o700 });
  const file = join(stateFolder, 'publisher.pid');
  claim(file);
  try {
    return await work();
  } finally {
    rmSync(file, { force: true });
  }
}

function claim(file: string): void {
  for (;;) {
    try {
      writeFileSync(file, String(process.pid), { flag: 'wx' });
      return;
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
      const holder = holderOf(file);
      if (holder !== null && isAlive(holder)) throw new Refusal('publisher-busy', `process ${holder}`);
      rmSync(file, { force: true });
    }
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
