import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';

const running = new Set<ChildProcess>();

export function startSocat(...args: string[]): ChildProcess {
  const child = spawn('socat', args, { stdio: 'ignore' });
  running.add(child);
  return child;
}

export async function endSocat(child: ChildProcess): Promise<void> {
  running.delete(child);
  if (child.exitCode !== null || child.signalCode !== null) return;
  const exited = once(child, 'exit');
  child.kill('SIGKILL');
  await exited;
}

export async function endSocats(): Promise<void> {
  await Promise.all([...running].map(endSocat));
}

/** Gone at the end of the test. */
export async function temporaryFolder(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'receipt-fault-'));
  onTestFinished(() => rm(folder, { recursive: true }));
  return folder;
}

/** What has arrived: socat makes the file with the first connection. */
export function soFar(file: string): Promise<Buffer> {
  return readFile(file).catch(() => Buffer.alloc(0));
}
