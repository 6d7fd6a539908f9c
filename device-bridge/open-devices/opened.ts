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
