import { spawn } from 'node:child_process';
import { closeSync, existsSync, readSync } from 'node:fs';
import { openNamelessFile } from './page-folder.ts';

export interface ChildTask {
  program: string;
  args: string[];
  env: NodeJS.ProcessEnv;
  cwd?: string;
  /** Longest time without news on either stream, and longest time in all. */
  silentMs: number;
  limitMs: number;
  /** How long it may take to end after SIGINT before it is killed. */
  cancelMs: number;
  outputLimitBytes: number;
  signal: AbortSignal;
  /** Each tells whether that was news. */
  onOutput(chunk: Buffer): boolean;
  onMessage(chunk: Buffer): boolean;
}

export type ChildEnd =
  | { ended: 'exited'; code: number }
  /** By us. */
  | { ended: 'stopped'; why: 'cancelled' | 'hung' | 'too-much' }
  /** By a signal that was not ours, or it could not be started. */
  | { ended: 'died'; why: string };

/** How often standard error is read. It goes to a file: hundreds of lines of progress a page through a pipe cost a tenth of the scan. */
const messagesMs = 50;

/** Where it is there (util-linux), the child dies with this process even when that is killed. */
const setpriv = '/usr/bin/setpriv';
const diesWithUs = existsSync(setpriv);

/**
 * Runs a program, never through a shell, to its end. When it is aborted, hangs or says too much it gets SIGINT, so that
 * SANE lets go of the scanner, and after its time SIGKILL, it and all it started. Resolves when nothing of it is left.
 */
export function runChild(task: ChildTask): Promise<ChildEnd> {
  const { promise, resolve } = Promise.withResolvers<ChildEnd>();
  if (task.signal.aborted) return Promise.resolve({ ended: 'stopped', why: 'cancelled' });
  const [program, args] = diesWithUs
    ? [setpriv, ['--pdeathsig', 'KILL', '--', task.program, ...task.args]]
    : [task.program, task.args];
  const messages = openNamelessFile();
  // A group of its own: what it starts can be ended with it.
  const child = spawn(program, args, {
    env: task.env,
    cwd: task.cwd,
    detached: true,
    stdio: ['ignore', 'pipe', messages],
  });
  const { stdout } = child;
  if (stdout === null) throw new Error('a pipe was asked for');
  let stopped: (ChildEnd & { ended: 'stopped' })['why'] | null = null;
  let killer: NodeJS.Timeout | undefined;
  let bytes = 0;
  let messageBytes = 0;

  const silence = setTimeout(() => stop('hung'), task.silentMs);
  const limit = setTimeout(() => stop('hung'), task.limitMs);
  const cancel = (): void => stop('cancelled');
  task.signal.addEventListener('abort', cancel, { once: true });

  function stop(why: NonNullable<typeof stopped>): void {
    if (stopped !== null) return;
    stopped = why;
    child.kill('SIGINT');
    killer = setTimeout(killAll, task.cancelMs);
  }

  function killAll(): void {
    if (child.pid === undefined) return;
    try {
      process.kill(-child.pid, 'SIGKILL');
    } catch (error) {
      if (!(error instanceof Error && 'code' in error && error.code === 'ESRCH')) throw error;
    }
  }

  function readMessages(): void {
    for (;;) {
      const piece = Buffer.alloc(16 * 1024);
      const length = readSync(messages, piece, 0, piece.length, messageBytes);
      if (length === 0) return;
      messageBytes += length;
      heard(task.onMessage)(piece.subarray(0, length));
    }
  }

  function finish(end: ChildEnd): void {
    clearInterval(reading);
    readMessages();
    closeSync(messages);
    for (const timer of [silence, limit, killer]) clearTimeout(timer);
    task.signal.removeEventListener('abort', cancel);
    resolve(stopped === null ? end : { ended: 'stopped', why: stopped });
  }

  const heard = (tell: (chunk: Buffer) => boolean) => (chunk: Buffer) => {
    bytes += chunk.length;
    if (bytes > task.outputLimitBytes) return stop('too-much');
    // What it says on its way out still counts: a page may have become whole.
    if (stopped === 'too-much') return;
    if (tell(chunk)) silence.refresh();
  };
  stdout.on('data', heard(task.onOutput));
  const reading = setInterval(readMessages, messagesMs);
  let over = false;
  child.on('error', error => {
    if (!over) finish({ ended: 'died', why: error.message });
    over = true;
  });
  // Whatever it started would keep the scanner, and our pipes, open.
  child.on('exit', () => {
    killAll();
    clearTimeout(killer);
    killer = setTimeout(() => stdout.destroy(), task.cancelMs);
  });
  child.on('close', (code, signal) => {
    if (over) return;
    over = true;
    if (code === null) return finish({ ended: 'died', why: `killed by ${signal}` });
    finish(diesWithUs && code === 127 ? { ended: 'died', why: 'not installed' } : { ended: 'exited', code });
  });
  return promise;
}
