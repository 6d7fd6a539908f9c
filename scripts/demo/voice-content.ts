import { spawn } from 'node:child_process';
import { constants, setPriority } from 'node:os';
import { join } from 'node:path';
import { defaultPaths } from '../paths.ts';
import type { Demo } from './demo.ts';

export interface VoicingContent {
  /** Whether the guides have their sounds now. */
  done: Promise<boolean>;
  stop(): void;
}

/**
 * Publishes the guides once more, with their sounds, behind everything else: making them takes a minute or two the first
 * time, and the house is up without them.
 */
export function voiceContent({ contentOriginDir, contentKeysDir }: Demo): VoicingContent {
  const command = join(defaultPaths.checkout, 'scripts/commands/content.ts');
  const where = ['--origin', contentOriginDir, '--keys', contentKeysDir, '--source', defaultPaths.contentSource];
  const child = spawn(process.execPath, [command, 'publish', ...where], { stdio: 'ignore' });
  if (child.pid !== undefined) setPriority(child.pid, constants.priority.PRIORITY_LOW);
  const done = new Promise<boolean>(resolve => {
    child.once('error', () => resolve(false));
    child.once('exit', code => resolve(code === 0));
  });
  return { done, stop: () => void child.kill() };
}
