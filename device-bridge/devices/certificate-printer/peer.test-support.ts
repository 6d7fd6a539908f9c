import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { PrinterDelays } from './delays.ts';
import { type StartedPeer, startPrinterPeer } from './simulator/start-printer-peer.test-support.ts';
import type { CertificatePrinter, CertificatePrinterStatus, PrintProgress } from './types.ts';

/** For tests: waits a hundredth of the real ones, each still several times what the peers need. */
export const quickDelays: PrinterDelays = {
  idlePollMs: 50,
  failedPollMs: 30,
  jobPollMs: 30,
  queryTimeoutMs: 600,
  sendTimeoutMs: 1_500,
  noProgressMs: 20_000,
  turnRetryMs: 50,
  turnLimitMs: 8_000,
  cancelGraceMs: 8_000,
};

export interface TestPeer extends StartedPeer {
  /** What has come out of the printer, oldest first. */
  printed(): Promise<Uint8Array[]>;
}

export async function startTestPeer(program: 'ippeveprinter' | 'embedded', sheetMs = 20): Promise<TestPeer> {
  const spool = await mkdtemp(join(tmpdir(), 'printer-test-'));
  const peer = await startPrinterPeer({ spool, program, sheetMs });
  const folder = join(spool, 'printed');
  return {
    ...peer,
    async printed() {
      const names = await readdir(folder).catch(() => []);
      const files = names.filter(name => name.endsWith('.pdf')).sort();
      return Promise.all(files.map(async name => new Uint8Array(await readFile(join(folder, name)))));
    },
    async stop() {
      await peer.stop();
      await rm(spool, { recursive: true, force: true });
    },
  };
}

export function untilStatus(
  printer: CertificatePrinter,
  wanted: (status: CertificatePrinterStatus) => boolean,
): Promise<CertificatePrinterStatus> {
  return new Promise(resolve => {
    let stop = () => {};
    const look = (status: CertificatePrinterStatus) => {
      if (!wanted(status)) return;
      stop();
      resolve(status);
    };
    stop = printer.onStatus(look);
    look(printer.status);
  });
}

export interface ProgressRecord {
  readonly seen: PrintProgress[];
  add(progress: PrintProgress): void;
  /** Resolves with the first progress so, also one that has been. */
  until(wanted: (progress: PrintProgress) => boolean): Promise<PrintProgress>;
}

export function recordProgress(): ProgressRecord {
  const seen: PrintProgress[] = [];
  const waiting = new Set<(progress: PrintProgress) => void>();
  return {
    seen,
    add(progress) {
      seen.push(progress);
      for (const tell of [...waiting]) tell(progress);
    },
    until(wanted) {
      const been = seen.find(wanted);
      if (been) return Promise.resolve(been);
      return new Promise(resolve => {
        const tell = (progress: PrintProgress) => {
          if (!wanted(progress)) return;
          waiting.delete(tell);
          resolve(progress);
        };
        waiting.add(tell);
      });
    },
  };
}
