import { readFile } from 'node:fs/promises';
import { Refusal } from '../../content/common/faults.ts';
import type { DockHardware } from '../dock/dock.ts';

export type LogLine = (message: string) => void;

/** A driver that runs, and what the terminal needs beside it. */
export interface Opened<D> {
  device: D;
  /** As a technician reads it. */
  address: string;
  hardware?: DockHardware;
  /** Ends what stands at the other end of a simulated line. */
  close?(): Promise<void>;
}

/** Address of a device whose other end is a simulator in this process. */
export const simulated = 'simulator';

export function networkAddress({ host, port }: { host: string; port: number }): string {
  return `${host}:${port}`;
}

/** A file that the configuration names. @throws Refusal config-invalid with the key */
export function textOf(file: string, key: string): Promise<string> {
  return readFile(file, 'utf8').catch(() => {
    throw new Refusal('config-invalid', `${key}: ${file} cannot be read`);
  });
}
