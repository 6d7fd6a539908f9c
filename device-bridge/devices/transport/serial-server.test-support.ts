import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';

/** A serial server as stands in cabinets: it opens a serial port for each TCP connection. Here: socat. */
export interface SerialServer {
  port: number;
  start(): Promise<void>;
  /** Kills it and every connection. */
  stop(): Promise<void>;
  /** It lives, but does nothing: connections are neither served nor closed. */
  hang(hung: boolean): void;
}

export async function startSerialServer(serialPort: string): Promise<SerialServer> {
  let program: ChildProcess | null = null;
  const signal = (name: NodeJS.Signals): void => {
    // socat serves each connection in a child of its own: the group is meant.
    if (program?.pid !== undefined) process.kill(-program.pid, name);
  };
  const server: SerialServer = {
    port: 0,
    async start() {
      const listen = `tcp-listen:${server.port},bind=127.0.0.1,reuseaddr,fork`;
      // -t: a connection that has ended must not take the next one's answers for long.
      program = spawn('socat', ['-d', '-d', '-t', '0.01', listen, `file:${serialPort},raw,echo=0`], {
        stdio: ['ignore', 'ignore', 'pipe'],
        detached: true,
      });
      server.port = await listeningPort(program);
    },
    async stop() {
      if (program === null) return;
      const ended = once(program, 'exit');
      signal('SIGKILL');
      await ended;
      program = null;
    },
    hang: hung => signal(hung ? 'SIGSTOP' : 'SIGCONT'),
  };
  await server.start();
  return server;
}

function listeningPort({ stderr }: ChildProcess): Promise<number> {
  if (stderr === null) throw new Error('socat says nothing');
  return new Promise((resolve, reject) => {
    const lines = createInterface({ input: stderr });
    // It goes on talking, and must be listened to: a full pipe would stop it.
    lines.on('line', line => {
      const port = /listening on AF=2 127\.0\.0\.1:(\d+)/.exec(line)?.[1];
      if (port !== undefined) resolve(Number(port));
    });
    lines.once('close', () => reject(new Error('socat did not listen')));
  });
}
