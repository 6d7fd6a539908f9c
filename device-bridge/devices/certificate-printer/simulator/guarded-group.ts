import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';

/** A child process with all its descendants, in a process group of its own that cannot outlive this process. */
export interface GuardedGroup {
  readonly process: ChildProcess;
  readonly running: boolean;
  /** To every process of the group. */
  signal(name: 'SIGSTOP' | 'SIGCONT'): void;
  /** Kills the whole group at once and waits until its leader is gone. */
  kill(): Promise<void>;
}

export interface GroupOptions {
  /** Folder of this group alone, removed with it when this process dies without a chance to do so. */
  folder?: string;
  env?: NodeJS.ProcessEnv;
  /** Where standard error goes; standard output is dropped unless piped. */
  stdout?: 'pipe' | 'ignore';
  stderr?: 'pipe' | 'inherit' | 'ignore';
}

const guardScript = 'read -r _; kill -s KILL -- "-$1" 2>/dev/null; if [ -n "$2" ]; then rm -rf -- "$2"; fi';

/**
 * Starts a program as leader of a new group. A shell beside the group holds the other end of a pipe: when this process
 * dies, however it dies, the pipe closes and the shell kills the group. SIGKILL reaches stopped processes too.
 */
export function spawnGuardedGroup(command: string, args: string[], options: GroupOptions = {}): GuardedGroup {
  const child = spawn(command, args, {
    detached: true,
    env: options.env ?? process.env,
    stdio: ['ignore', options.stdout ?? 'ignore', options.stderr ?? 'ignore'],
  });
  const { pid } = child;
  const guard =
    pid === undefined
      ? null
      : spawn('/bin/sh', ['-c', guardScript, 'guard', String(pid), options.folder ?? ''], {
          detached: true,
          stdio: ['pipe', 'ignore', 'ignore'],
        });
  let running = pid !== undefined;
  const exited = once(child, 'exit').then(
    () => {
      running = false;
    },
    () => {
      running = false;
    },
  );

  function toGroup(name: NodeJS.Signals): void {
    if (pid === undefined) return;
    try {
      process.kill(-pid, name);
    } catch (error) {
      if (!(error instanceof Error && 'code' in error && error.code === 'ESRCH')) throw error;
    }
  }

  return {
    process: child,
    get running() {
      return running;
    },
    signal: toGroup,
    async kill() {
      if (running) toGroup('SIGKILL');
      await exited;
      if (guard !== null && guard.exitCode === null && guard.signalCode === null) {
        const gone = once(guard, 'exit');
        guard.kill('SIGKILL');
        await gone;
      }
    },
  };
}
