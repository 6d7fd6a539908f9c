import { existsSync } from 'node:fs';
import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/**
 * A folder in memory where there is one, and in a run of tests in the run's own (tests/support/run-folder.ts): killed
 * processes lose nothing there, and flushing costs nothing.
 */
export function fastFolder(name: string): Promise<string> {
  const memory = existsSync('/dev/shm') ? '/dev/shm' : tmpdir();
  return mkdtemp(join(process.env.TEST_RUN_FOLDER ?? memory, `${name}-`));
}
