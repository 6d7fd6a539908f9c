import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { chmod, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';

/** A folder of SANE's configuration for one test: only the backends it names exist. */
export interface SaneFolder {
  path: string;
  env: { SANE_CONFIG_DIR: string };
  write(file: string, text: string): Promise<void>;
  remove(): Promise<void>;
}

export async function saneFolder(files: Record<string, string>): Promise<SaneFolder> {
  const path = await mkdtemp(join(tmpdir(), 'sane-test-'));
  const write = (file: string, text: string) => writeFile(join(path, file), text);
  for (const [file, text] of Object.entries(files)) await write(file, text);
  return { path, env: { SANE_CONFIG_DIR: path }, write, remove: () => rm(path, { recursive: true, force: true }) };
}

/** test.conf of SANE's own test backend, with a glass larger than A4. */
export function testConf(settings: Record<string, string> = {}): string {
  const all = { number_of_devices: '1', geometry_max: '300.0', 'test-picture': '"Color pattern"', ...settings };
  return Object.entries(all)
    .map(([key, value]) => `${key} ${value}\n`)
    .join('');
}

/** The test backend, whose faults and pace are set in its configuration. */
export async function testBackend(settings?: Record<string, string>) {
  const folder = await saneFolder({ 'dll.conf': 'test\n', 'test.conf': testConf(settings) });
  return {
    ...folder,
    device: 'test:0',
    set: (change: Record<string, string> = {}) => folder.write('test.conf', testConf(change)),
  };
}

/** Slow enough to be met in the middle: 4 KB in 20 ms, so that 150 dpi in colour takes half a minute. */
export const slowly = {
  'read-limit': 'true',
  'read-limit-size': '4096',
  'read-delay': 'true',
  'read-delay-duration': '20000',
};

/** Another scanimage: the real one, with more arguments or before it something else. Returns its path. */
export async function wrapped(folder: SaneFolder, script: string): Promise<string> {
  const path = join(folder.path, 'scanimage.sh');
  await writeFile(path, `#!/bin/sh\n${script}\n`);
  await chmod(path, 0o755);
  return path;
}

/** The processes that scan with `scanimage` at `device` now, by their command lines; looks are left out. */
export async function scanimages(device: string): Promise<number[]> {
  const found: number[] = [];
  for (const name of await readdir('/proc')) {
    if (!/^\d+$/.test(name)) continue;
    const command = await readFile(`/proc/${name}/cmdline`, 'utf8').catch(() => '');
    const [program, ...args] = command.split('\0');
    if (
      /scanimage(\.sh)?$/.test(program ?? '') &&
      args.includes(`--device-name=${device}`) &&
      args.includes('--progress')
    )
      found.push(Number(name));
  }
  return found;
}

/** SANE's network daemon with the test backend behind it. The net backend knows only port 6566: each has its own address. */
export async function startSaned(address: string, settings?: Record<string, string>) {
  const near = await saneFolder({ 'dll.conf': 'net\n', 'net.conf': `connect_timeout = 3\n${address}\n` });
  const far = await saneFolder({ 'dll.conf': 'test\n', 'test.conf': testConf(settings), 'saned.conf': '127.0.0.1\n' });
  let daemon = await launch();

  async function launch() {
    // A group of its own: it forks for each client.
    const child = spawn('/usr/sbin/saned', ['-l', '-b', address, '-p', '6566', '-e', '-d', '1'], {
      env: { ...process.env, ...far.env },
      detached: true,
      stdio: 'ignore',
    });
    while (!(await answers(address))) await sleep(20);
    return child;
  }

  async function kill(): Promise<void> {
    if (daemon.exitCode !== null || daemon.signalCode !== null) return;
    const gone = once(daemon, 'exit');
    signalGroup('SIGKILL');
    await gone;
  }

  function signalGroup(signal: NodeJS.Signals): void {
    if (daemon.pid !== undefined) process.kill(-daemon.pid, signal);
  }

  return {
    env: near.env,
    device: `net:${address}:test:0`,
    kill,
    /** Stops and continues it and all it has forked. */
    signalGroup,
    async restart() {
      daemon = await launch();
    },
    async stop() {
      await kill();
      await near.remove();
      await far.remove();
    },
  };
}

async function answers(host: string): Promise<boolean> {
  const socket = connect({ host, port: 6566 });
  try {
    await once(socket, 'connect');
    return true;
  } catch {
    return false;
  } finally {
    socket.destroy();
  }
}
