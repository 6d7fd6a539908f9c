import { connect } from 'node:tls';
import { expect } from 'vitest';
import { type Identity, makeIdentity } from '../../../platform/certificates/x509.ts';
import type { PrinterDelays } from './delays.ts';
import { type CertificatePrinterOptions, createCertificatePrinter } from './driver.ts';
import { createIppClient, type IppClient } from './ipp-client.ts';
import { quickDelays, startTestPeer, type TestPeer, untilStatus } from './peer.test-support.ts';
import { samplePdf } from './sample-pdf.test-support.ts';
import { initialSettings } from './simulator/peer-settings.ts';
import type { CertificatePrinter, PrintJob } from './types.ts';

export const never = new AbortController().signal;
export const isReady = (status: { state: string }): boolean => status.state === 'ready';

export function testJob(words: string, more: Partial<PrintJob> = {}): PrintJob {
  return { document: samplePdf(1, words), documentName: '无违章证明（样本）', copies: 1, ...more };
}

/** A client of somebody who is not the terminal. */
export function anotherClient(uri: string): IppClient {
  return createIppClient({ uri, userName: 'somebody', queryTimeoutMs: 2_000, sendTimeoutMs: 2_000, signal: never });
}

type OpenOptions = Partial<Omit<CertificatePrinterOptions, 'delays'>> & { delays?: Partial<PrinterDelays> };

/** One peer for a whole file of tests, healthy and idle before each of them. */
export function printerBench(program: 'ippeveprinter' | 'embedded') {
  const opened: CertificatePrinter[] = [];
  let peer: TestPeer;
  let printedBefore = 0;

  const open = ({ delays, ...options }: OpenOptions = {}): CertificatePrinter => {
    const printer = createCertificatePrinter({
      ...{ uri: peer.uri, userName: 'terminal-test', ...options },
      delays: { ...quickDelays, ...delays },
    });
    opened.push(printer);
    return printer;
  };
  const closeAll = async (): Promise<void> => {
    await Promise.all(opened.splice(0).map(printer => printer.close()));
  };
  return {
    get peer() {
      return peer;
    },
    open,
    closeAll,
    start: async () => {
      peer = await startTestPeer(program);
    },
    stop: async () => {
      await closeAll();
      await peer.stop();
    },
    reset: async () => {
      await closeAll();
      await peer.set({ ...initialSettings, sheetMs: 20 });
      await untilStatus(open(), status => status.state === 'ready' && !status.busy);
      await closeAll();
      printedBefore = (await peer.printed()).length;
    },
    /** What has come out since the test began. */
    newlyPrinted: async () => (await peer.printed()).slice(printedBefore),
    untilNoJobs: () =>
      expect
        .poll(async () => anotherClient(peer.uri).getJobs('all'), { timeout: 8_000 })
        .toEqual({ ok: true, value: [] }),
  };
}

/** A certificate as a printer makes it for itself: of whatever name and dates, by nobody else's authority. */
export function selfMadeIdentity(from = new Date('2020-01-01'), to = new Date('2021-01-01')): Promise<Identity> {
  const subject = { commonName: 'some-printer.local', organisation: 'Sample' };
  return makeIdentity({ subject, notBefore: from, notAfter: to, keyUsage: 0x80, authority: false, issuer: null });
}

/** The certificate a printer shows, as a technician takes it down when the terminal is put up. */
export function shownCertificate(uri: string): Promise<string> {
  const { hostname, port } = new URL(uri);
  return new Promise((resolve, reject) => {
    const socket = connect({ host: hostname, port: Number(port), rejectUnauthorized: false });
    socket.once('error', reject).once('secureConnect', () => {
      resolve(socket.getPeerX509Certificate()?.toString() ?? '');
      socket.destroy();
    });
  });
}
