import { execFile } from 'node:child_process';
import { once } from 'node:events';
import { chmod, mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { findProgram } from './simulator/find-program.ts';
import { spawnGuardedGroup } from './simulator/guarded-group.ts';
import { listenOnLoopback } from './simulator/peer-control.ts';

const startLimitMs = 15_000;
const execute = promisify(execFile);

/** A real cupsd with one queue before a printer, in a folder of its own. */
export interface CupsQueue {
  readonly uri: string;
  /** cupsdisable, cupsenable, cupsreject, cupsaccept. */
  run(command: 'cupsdisable' | 'cupsenable' | 'cupsreject' | 'cupsaccept'): Promise<void>;
  stop(): Promise<void>;
}

/** Starts cupsd without systemd and makes a queue as `lpadmin -m everywhere` does. */
export async function startCupsQueue(printerUri: string): Promise<CupsQueue> {
  const folder = await mkdtemp(join(tmpdir(), 'cups-'));
  // Started by root, cupsd runs its filters as another user, who has to get in.
  await chmod(folder, 0o755);
  const names = ['root', 'cache', 'state', 'spool', 'tmp', 'log'];
  for (const name of names) await mkdir(join(folder, name));
  const port = await freePort();
  const socket = join(folder, 'socket');
  const conf = join(folder, 'cupsd.conf');
  const files = join(folder, 'cups-files.conf');
  await writeFile(conf, daemonConf(port, socket));
  await writeFile(files, filesConf(folder));
  const daemon = spawnGuardedGroup(program('cupsd'), ['-f', '-c', conf, '-s', files], { folder, stderr: 'inherit' });
  const exited = once(daemon.process, 'exit');
  const ask = (command: string, ...args: string[]) => execute(program(command), ['-h', socket, ...args]);

  async function stop(): Promise<void> {
    // In order: it ends the filters it has started.
    if (daemon.running) daemon.process.kill('SIGTERM');
    await exited;
    await daemon.kill();
    await rm(folder, { recursive: true, force: true });
  }
  try {
    await untilRunning(() => ask('lpstat', '-r'), exited);
    await ask('lpadmin', '-p', queueName, '-v', printerUri, '-m', 'everywhere', '-E');
  } catch (error) {
    await stop();
    throw error;
  }
  return {
    uri: `ipp://localhost:${port}/printers/${queueName}`,
    run: async command => void (await ask(command, queueName)),
    stop,
  };
}

const queueName = 'certificates';

async function untilRunning(ask: () => Promise<{ stdout: string }>, exited: Promise<unknown>): Promise<void> {
  let ended = false;
  void exited.then(() => {
    ended = true;
  });
  const until = performance.now() + startLimitMs;
  // Each question is a process of its own: that is pause enough.
  for (;;) {
    const running = await ask().then(
      ({ stdout }) => stdout.includes('is running'),
      () => false,
    );
    if (running) return;
    if (ended || performance.now() > until) throw new Error('cupsd did not start');
  }
}

function program(name: string): string {
  const path = findProgram(name);
  if (path === null) throw new Error(`${name} is not installed (Debian: cups-daemon, cups-client, cups-filters)`);
  return path;
}

async function freePort(): Promise<number> {
  const server = createServer();
  const port = await listenOnLoopback(server, 0);
  await new Promise(done => server.close(done));
  return port;
}

/** Who may print may cancel; nobody is asked for a password. abort-job: nothing is printed anew by itself. */
function daemonConf(port: number, socket: string): string {
  return `Listen 127.0.0.1:${port}
Listen ${socket}
LogLevel warn
MaxLogSize 0
Browsing Off
WebInterface No
DefaultAuthType None
PreserveJobHistory Yes
ErrorPolicy abort-job
<Location />
  Order allow,deny
  Allow localhost
</Location>
<Policy default>
  JobPrivateAccess all
  JobPrivateValues none
  SubscriptionPrivateAccess all
  SubscriptionPrivateValues none
  <Limit All>
    Order allow,deny
    Allow localhost
  </Limit>
</Policy>
`;
}

function filesConf(folder: string): string {
  const at = (name: string) => join(folder, name);
  return `ServerRoot ${at('root')}
DocumentRoot ${at('root')}
CacheDir ${at('cache')}
StateDir ${at('state')}
RequestRoot ${at('spool')}
TempDir ${at('tmp')}
AccessLog ${at('log/access')}
ErrorLog ${at('log/error')}
PageLog ${at('log/page')}
User nobody
Group nogroup
SystemGroup root
`;
}
