import { chmodSync, existsSync, mkdtempSync, readdirSync, rmSync, statfsSync } from 'node:fs';
import { mkdtemp, rename, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const memory = '/dev/shm';
/** A run with a house or two of its own in each worker keeps well below it. */
const neededBytes = 2 * 1024 ** 3;

/**
 * Everything a run of tests writes goes below one folder, which ends with the run; in memory where there is room, as
 * tests copy and flush thousands of small files. Programs that the tests start keep their compiled modules there, so
 * that the hundredth start need not read 150 files again. For vitest and Playwright: sets up, and returns the end.
 */
export default function openRunFolder(): () => void {
  const parent = hasRoom(memory) ? memory : tmpdir();
  for (const name of readdirSync(parent))
    if (isLeftover(name)) rmSync(join(parent, name), { recursive: true, force: true });
  const folder = mkdtempSync(join(parent, `tests-${process.pid}-`));
  // As open as the folder it stands for: a printing system's filters run as somebody else.
  chmodSync(folder, 0o1777);
  process.env.TMPDIR = folder;
  process.env.TEST_RUN_FOLDER = folder;
  process.env.NODE_COMPILE_CACHE = join(folder, 'compiled');
  return () => rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
}

function hasRoom(folder: string): boolean {
  try {
    const { bavail, bsize } = statfsSync(folder);
    return bavail * bsize >= neededBytes;
  } catch {
    return false;
  }
}

/** A run that was killed could not end its folder. */
function isLeftover(name: string): boolean {
  const pid = Number(/^tests-(\d+)-/.exec(name)?.[1] ?? process.pid);
  try {
    process.kill(pid, 0);
    return false;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'ESRCH';
  }
}

/**
 * A folder that is costly to make and the same each time, made once in a run, whole or not at all; for copying from.
 * Null outside of a run of tests.
 */
export async function madeOnce(name: string, make: (folder: string) => Promise<void>): Promise<string | null> {
  const run = process.env.TEST_RUN_FOLDER;
  if (run === undefined) return null;
  const whole = join(run, name);
  if (existsSync(whole)) return whole;
  const draft = await mkdtemp(`${whole}-`);
  await make(draft);
  await rename(draft, whole).catch(async () => {
    // Another worker was quicker; its is as good.
    await rm(draft, { recursive: true });
  });
  return whole;
}
