import { type ChildProcess, spawn } from 'node:child_process';
import { createWriteStream, mkdirSync, readFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';

const delays = { readyPollMs: 50, readyLimitMs: 90_000, endLimitMs: 8_000, restartMs: 500 } as const;

/** A program under our wing: restarted when it dies by itself, ended when we end. */
export interface Child {
  readonly pid: number;
  /** Resolves when it answers (again). */
  ready(): Promise<void>;
  /** Ends it and does not restart it until `start`. */
  stop(signal?: NodeJS.Signals): Promise<void>;
  start(): void;
}

export interface ChildOptions {
  name: string;
  command: string[];
  /** Answers with less than 500 once the program is up. */
  readyUrl: string;
  logFile: string;
  onCrash?: (name: string, how: string) => void;
}

export function startChild(options: ChildOptions): Child {
  let process: ChildProcess | null = null;
  let wanted = true;
  let crashes = 0;
  mkdirSync(dirname(options.logFile), { recursive: true });

  function start(): void {
    wanted = true;
    const log = createWriteStream(options.logFile, { flags: 'a' });
    // The kernel ends the child when we die without a chance to do so (setpriv is part of util-linux).
    const [program = '', ...args] = ['setpriv', '--pdeathsig', 'TERM', ...options.command];
    const child = spawn(program, args, { stdio: ['ignore', 'pipe', 'pipe'] });
    process = child;
    child.stdout.pipe(log, { end: false });
    child.stderr.pipe(log, { end: false });
    child.once('close', (code, signal) => {
      log.end();
      if (process === child) process = null;
      if (!wanted) return;
      crashes += 1;
      options.onCrash?.(options.name, signal ?? `code ${code}`);
      setTimeout(() => {
        if (wanted && process === null) start();
      }, delays.restartMs);
    });
  }

  start();
  return {
    get pid() {
      return process?.pid ?? 0;
    },
    start: () => {
      if (process === null) start();
    },
    ready: async () => {
      const deadline = Date.now() + delays.readyLimitMs;
      const crashesBefore = crashes;
      while (!(await answers(options.readyUrl))) {
        // One that ends again and again will not come up by waiting.
        if (Date.now() > deadline || crashes - crashesBefore > 2)
          throw new Error(`${options.name} does not come up: ${lastLine(options.logFile)}\nSee ${options.logFile}`);
        await pause(delays.readyPollMs);
      }
    },
    stop: async (signal = 'SIGTERM') => {
      wanted = false;
      const child = process;
      if (child === null) return;
      const closed = new Promise(resolve => child.once('close', resolve));
      child.kill(signal);
      const timer = setTimeout(() => child.kill('SIGKILL'), delays.endLimitMs);
      await closed;
      clearTimeout(timer);
    },
  };
}

function lastLine(file: string): string {
  return readFileSync(file, 'utf8').trimEnd().split('\n').at(-1) ?? '';
}

export async function answers(url: string): Promise<boolean> {
  return fetch(url, { signal: AbortSignal.timeout(1000) })
    .then(async response => {
      await response.body?.cancel();
      return response.status < 500;
    })
    .catch(() => false);
}
