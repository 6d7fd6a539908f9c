import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { readdir, readlink, realpath, rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { Duplex } from 'node:stream';
import { vi } from 'vitest';
import { serialPortTransport } from './serial-port.ts';

/** For tests that wait for what a program does: on a busy machine that takes its time. */
export const patience = { timeout: 10_000, interval: 5 };

/** A serial line that can be pulled out: a pair of pseudo terminals made by socat. It starts unplugged. */
export interface SerialCable {
  /** The terminal's end. */
  port: string;
  plug(): Promise<void>;
  /** Kills socat, as a hand pulls a USB plug: without a word. */
  unplug(): Promise<void>;
  /** How many descriptors of this process stand open at the terminal's end. */
  openDescriptors(): Promise<number>;
}

/** `attachPeer` gets the far end each time the cable is plugged in. The folder is the caller's. */
export function createSerialCable(folder: string, attachPeer: (far: Duplex) => void): SerialCable {
  const [port, farPort] = [join(folder, 'terminal'), join(folder, 'device')];
  let socat: ChildProcess | null = null;
  let far: Duplex | null = null;
  let device = '';
  return {
    port,
    async plug() {
      socat = spawn('socat', [`pty,raw,echo=0,link=${port}`, `pty,raw,echo=0,link=${farPort}`], { stdio: 'ignore' });
      await vi.waitUntil(() => existsSync(port) && existsSync(farPort), patience);
      device = await realpath(port);
      far = await serialPortTransport(farPort)();
      attachPeer(far);
    },
    async unplug() {
      if (socat === null) return;
      const [ending, process] = [far, socat];
      socat = null;
      await kill(process);
      // A killed socat leaves its links behind.
      await Promise.all([port, farPort].map(link => rm(link, { force: true })));
      ending?.destroy();
    },
    async openDescriptors() {
      const folder = '/proc/self/fd';
      const links = await Promise.all(
        (await readdir(folder)).map(name => readlink(join(folder, name)).catch(() => 'gone meanwhile')),
      );
      return links.filter(link => link.replace(' (deleted)', '') === device).length;
    },
  };
}

export async function kill(process: ChildProcess): Promise<void> {
  const ended = once(process, 'exit');
  process.kill('SIGKILL');
  await ended;
}
