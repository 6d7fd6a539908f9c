import type { PeerSettings } from './peer-settings.ts';

/** A printer that the peer can play: Debian's ippeveprinter or our own. */
export interface PeerProgram {
  readonly program: 'ippeveprinter' | 'embedded';
  readonly uri: string;
  /** Makes the printer as wanted. Resolves when the printer itself says so, or has been given the time to. */
  apply(wanted: PeerSettings): Promise<void>;
  /** Ends it and every child process. */
  close(): Promise<void>;
}

export interface PeerProgramOptions {
  /** TCP port of the printer on loopback. */
  port: number;
  /** Folder for what comes out of the printer: `printed/0001.pdf` and so on. */
  spool: string;
  settings: PeerSettings;
}
