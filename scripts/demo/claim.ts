import { rmSync } from 'node:fs';
import { mkdir } from 'node:fs/promises';
import { connect } from 'node:net';
import { dirname } from 'node:path';
import { Refusal } from '../../content/common/faults.ts';
import { claimForProcess } from '../../content/common/process-lock.ts';
import type { DemoOptions } from './demo.ts';

/**
 * Makes sure that this start is the only one with this folder and these ports: two would write into one database, and
 * another start's answer would be taken for our own. The claim ends with the process.
 * @throws Refusal already-running
 */
export async function claimDemo(folder: string, ports: DemoOptions['ports']): Promise<void> {
  for (const [name, port] of Object.entries(ports))
    if (await isTaken(port)) throw new Refusal('already-running', `${name}: http://localhost:${port}`);
  // Beside the folder, so that a fresh start can delete the folder.
  const file = `${folder}.running`;
  await mkdir(dirname(folder), { recursive: true });
  const holder = claimForProcess(file);
  if (holder !== null) throw new Refusal('already-running', `process ${holder} uses ${folder}`);
  process.once('exit', () => rmSync(file, { force: true }));
}

/** Whether somebody listens there, on this machine. */
export function isTaken(port: number): Promise<boolean> {
  return new Promise(resolve => {
    const socket = connect(port, '127.0.0.1');
    socket.once('connect', () => {
      socket.destroy();
      resolve(true);
    });
    socket.once('error', () => resolve(false));
  });
}
