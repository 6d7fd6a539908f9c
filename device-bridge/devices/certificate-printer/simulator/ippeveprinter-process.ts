import { get } from 'node:http';
import { setTimeout as delay } from 'node:timers/promises';
import type { IppClient } from '../ipp-client.ts';
import { findProgram } from './find-program.ts';
import { type GuardedGroup, spawnGuardedGroup } from './guarded-group.ts';

const readyLimitMs = 10_000;

/** Both programs that Debian's ippeveprinter needs; null when one is not installed. */
export function findIppeveprinter(): { printer: string; bus: string } | null {
  const printer = findProgram('ippeveprinter');
  const bus = findProgram('dbus-daemon');
  return printer === null || bus === null ? null : { printer, bus };
}

/** A D-Bus bus of its own: ippeveprinter does not start without one, though nobody listens on it. */
export async function startBus(program: string, socketPath: string, folder: string): Promise<GuardedGroup> {
  const args = ['--session', '--nofork', '--nopidfile', '--print-address', `--address=unix:path=${socketPath}`];
  const group = spawnGuardedGroup(program, args, { stdout: 'pipe', folder });
  const { stdout } = group.process;
  if (stdout === null) throw new Error('dbus-daemon has no standard output');
  const { promise, resolve, reject } = Promise.withResolvers<void>();
  stdout.once('data', () => resolve());
  group.process.once('error', reject);
  group.process.once('exit', code => reject(new Error(`dbus-daemon ended with ${code}`)));
  await promise;
  stdout.resume();
  return group;
}

export interface PrinterLaunch {
  program: string;
  port: number;
  queueFolder: string;
  /** Where it keeps the certificate it makes for itself when it is first spoken to over TLS. */
  keyFolder: string;
  commandPath: string;
  busAddress: string;
  env: Record<string, string>;
  client: IppClient;
  /** More options of the program; a later one of a kind counts. */
  moreArgs?: string[];
}

/** Starts the printer and waits until it answers. Throws with its own words when it does not come up. */
export async function launchPrinter(launch: PrinterLaunch): Promise<GuardedGroup> {
  // Service advertisements off, PDF only; -n localhost also makes it listen on loopback alone.
  const args = ['-2', '-p', String(launch.port), '-n', 'localhost', '-r', 'off', '-f', 'application/pdf'];
  args.push('-d', launch.queueFolder, '-K', launch.keyFolder, '-c', launch.commandPath);
  args.push(...(launch.moreArgs ?? []), 'Certificate printer');
  const group = spawnGuardedGroup(launch.program, args, {
    stderr: 'pipe',
    env: {
      ...process.env,
      ...launch.env,
      DBUS_SYSTEM_BUS_ADDRESS: launch.busAddress,
      DBUS_SESSION_BUS_ADDRESS: launch.busAddress,
    },
  });
  let words = '';
  group.process.stderr?.setEncoding('utf8').on('data', (text: string) => {
    words = `${words}${text}`.slice(-2_000);
  });
  const until = performance.now() + readyLimitMs;
  while (!(await launch.client.getPrinterAttributes()).ok) {
    if (!group.running || performance.now() > until) {
      await group.kill();
      throw new Error(`ippeveprinter did not start on port ${launch.port}: ${words.trim()}`);
    }
    await delay(20);
  }
  return group;
}

/**
 * Its web form for media. Tray 1 is the main tray; tray 3, the bypass, is set to A4 of unknown number, as the reason
 * media-empty comes only when the printer takes every known tray for empty.
 */
export function setTray(port: number, sheets: number): Promise<void> {
  const a4 = { size: 'iso_a4_210x297mm', type: 'stationery' };
  const query = new URLSearchParams({
    size1: a4.size,
    type1: a4.type,
    level1: String(sheets),
    size3: a4.size,
    type3: a4.type,
    level3: '-2',
  });
  return submit(port, `/media?${query}`);
}

/** Its web form for supplies: 0 is the waste box of toner, 1 the black toner. */
export function setSupplies(port: number, wastePercent: number, tonerPercent: number): Promise<void> {
  return submit(port, `/supplies?supply0=${wastePercent}&supply1=${tonerPercent}`);
}

function submit(port: number, path: string): Promise<void> {
  return new Promise((resolve, reject) => {
    get({ host: 'localhost', port, path, agent: false, timeout: 2_000 }, response => {
      response.resume().once('close', resolve);
    })
      .once('error', reject)
      .once('timeout', () => reject(new Error(`ippeveprinter did not answer ${path}`)));
  });
}
