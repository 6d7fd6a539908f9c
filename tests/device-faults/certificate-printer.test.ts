import { afterAll, afterEach, beforeAll, describe, expect } from 'vitest';
import { startCuttingProxy } from '../../device-bridge/devices/certificate-printer/cutting-proxy.test-support.ts';
import { recordProgress, untilStatus } from '../../device-bridge/devices/certificate-printer/peer.test-support.ts';
import { startPlainIppeveprinter } from '../../device-bridge/devices/certificate-printer/plain-ippeveprinter.test-support.ts';
import {
  anotherClient,
  isReady,
  never,
  printerBench,
  selfMadeIdentity,
  shownCertificate,
  testJob,
} from '../../device-bridge/devices/certificate-printer/printer-bench.test-support.ts';
import { samplePdf } from '../../device-bridge/devices/certificate-printer/sample-pdf.test-support.ts';
import type { CertificatePrinter, PrintJob } from '../../device-bridge/devices/certificate-printer/types.ts';
import { certificatePem } from '../../platform/certificates/x509.ts';
import { certificatePrinterFaults } from './certificate-printer-faults.ts';
import { deviceFaultTests } from './prove.ts';

const proves = deviceFaultTests(certificatePrinterFaults);
const bench = printerBench('ippeveprinter');
beforeAll(bench.start, 30_000);
afterAll(bench.stop);
afterEach(bench.reset, 20_000);

const attention = (fault: string) => (status: object) => 'fault' in status && status.fault === fault;
const outOfPaper = attention('printer-out-of-paper');

/** Sends a job to a printer that cannot print now, and waits until it says that it waits. */
async function sendHeld(printer: CertificatePrinter, job: PrintJob, signal = never) {
  const progress = recordProgress();
  const printing = printer.print(job, progress.add, signal);
  return { printing, held: await progress.until(each => each.stage === 'held') };
}

/** Breaks the printer between the first and the second of two sheets, mends it, and sees both come out once. */
async function heldBetweenSheets(
  breaks: Parameters<typeof bench.peer.set>[0],
  mends: typeof breaks,
  fault: string,
): Promise<number> {
  const printer = bench.open();
  await bench.peer.set({ sheetMs: 250 });
  const progress = recordProgress();
  const printing = printer.print(testJob('', { document: samplePdf(2, fault) }), progress.add, never);
  await progress.until(each => each.stage === 'printing');
  await bench.peer.set(breaks);
  expect(await progress.until(each => each.stage === 'held')).toMatchObject({ fault });
  await bench.peer.set(mends);
  expect(await printing).toEqual({ outcome: 'printed', sheets: 2 });
  expect(await bench.newlyPrinted()).toEqual([samplePdf(2, fault)]);
  return 1;
}

describe('paper, toner and lids', () => {
  proves('tray-empty-before', async () => {
    const counts = { sheets: 7, fills: 0 };
    const printer = bench.open({
      sheetCounter: {
        sheetsSinceFill: () => counts.sheets,
        add: sheets => {
          counts.sheets += sheets;
        },
        filled: () => {
          counts.sheets = 0;
          counts.fills += 1;
        },
      },
    });
    await bench.peer.set({ tray: 'empty' });
    expect(await untilStatus(printer, outOfPaper)).toMatchObject({ state: 'attention', sheetsLeft: 0 });
    const { printing, held } = await sendHeld(printer, testJob('paper'));
    expect(held).toMatchObject({ fault: 'printer-out-of-paper' });
    await bench.peer.set({ tray: 'full' });
    expect(await printing).toEqual({ outcome: 'printed', sheets: 1 });
    expect(await untilStatus(printer, isReady)).toMatchObject({ sheetsLeft: 250, sheetsLeftIsEstimate: false });
    expect(counts).toEqual({ sheets: 1, fills: 1 });
    return 1;
  });

  proves('tray-empty-middle', () => heldBetweenSheets({ tray: 'empty' }, { tray: 'full' }, 'printer-out-of-paper'));

  proves('toner-low', async () => {
    const printer = bench.open();
    await bench.peer.set({ tonerPercent: 8, wastePercent: 95 });
    const low = (status: object) => 'warnings' in status && JSON.stringify(status.warnings).includes('toner-low');
    expect(await untilStatus(printer, low)).toMatchObject({
      ...{ state: 'ready', tonerPercent: 8, warnings: ['printer-toner-low'] },
    });
    expect((await printer.print(testJob('toner low'), () => {}, never)).outcome).toBe('printed');
    return 1;
  });

  proves('toner-empty', async () => {
    const printer = bench.open();
    await bench.peer.set({ tonerPercent: 0 });
    expect(await untilStatus(printer, attention('printer-supplies-empty'))).toMatchObject({ tonerPercent: 0 });
    const { printing, held } = await sendHeld(printer, testJob('toner'));
    expect(held).toMatchObject({ fault: 'printer-supplies-empty' });
    await bench.peer.set({ tonerPercent: 100 });
    expect((await printing).outcome).toBe('printed');
    return 1;
  });

  proves('waste-full', async () => {
    const printer = bench.open();
    await bench.peer.set({ wastePercent: 100 });
    await untilStatus(printer, attention('printer-supplies-empty'));
    await bench.peer.set({ wastePercent: 0 });
    await untilStatus(printer, isReady);
    return 1;
  });

  proves('cover', () => heldBetweenSheets({ cover: 'open' }, { cover: 'closed' }, 'printer-cover-open'));
  proves('jam', () => heldBetweenSheets({ jam: true }, { jam: false }, 'printer-jammed'));

  proves('idle-faults', async () => {
    const printer = bench.open();
    await bench.peer.set({ jam: true });
    await untilStatus(printer, attention('printer-jammed'));
    await bench.peer.set({ jam: false, cover: 'open' });
    await untilStatus(printer, attention('printer-cover-open'));
    await bench.peer.set({ cover: 'closed' });
    await untilStatus(printer, isReady);
    return 2;
  });
});

describe('a printer that goes away', () => {
  proves('hang-before', async () => {
    const printer = bench.open({ delays: { queryTimeoutMs: 250 } });
    await untilStatus(printer, isReady);
    await bench.peer.set({ power: 'hung' });
    const hung = { outcome: 'failed', fault: 'printer-silent' };
    expect(await printer.print(testJob('hung'), () => {}, never)).toEqual(hung);
    await untilStatus(printer, status => status.state === 'absent' && status.fault === 'printer-silent');
    await bench.peer.set({ power: 'on' });
    await untilStatus(printer, isReady);
    expect(await bench.newlyPrinted()).toEqual([]);
    return 1;
  });

  proves('hang-middle', async () => {
    const printer = bench.open({ delays: { queryTimeoutMs: 250 } });
    await bench.peer.set({ jam: true });
    const { printing } = await sendHeld(printer, testJob('hung'));
    await bench.peer.set({ power: 'hung' });
    expect(await printing).toEqual({ outcome: 'uncertain', fault: 'print-uncertain' });
    await bench.peer.set({ power: 'on' });
    await bench.untilNoJobs();
    await bench.peer.set({ jam: false });
    expect((await printer.print(testJob('after'), () => {}, never)).outcome).toBe('printed');
    expect(await bench.newlyPrinted()).toHaveLength(1);
    return 1;
  });

  proves('power-off', async () => {
    await bench.peer.set({ power: 'off' });
    const printer = bench.open();
    const off = { outcome: 'failed', fault: 'printer-absent' };
    expect(await printer.print(testJob('off'), () => {}, never)).toEqual(off);
    expect(printer.status).toEqual({ state: 'absent', fault: 'printer-absent' });
    await bench.peer.set({ power: 'on' });
    await untilStatus(printer, isReady);
    expect((await printer.print(testJob('on again'), () => {}, never)).outcome).toBe('printed');
    return 1;
  });

  proves('kill-middle', async () => {
    const printer = bench.open();
    await untilStatus(printer, isReady);
    await bench.peer.set({ sheetMs: 5_000 });
    const progress = recordProgress();
    const printing = printer.print(testJob('killed'), progress.add, never);
    await progress.until(each => each.stage === 'printing');
    await bench.peer.set({ power: 'off' });
    expect(await printing).toEqual({ outcome: 'uncertain', fault: 'print-uncertain' });
    await untilStatus(printer, status => status.state === 'absent');
    expect(await bench.newlyPrinted()).toEqual([]);
    return 1;
  });

  proves('restart-forgets', async () => {
    // The restart falls between two looks.
    const printer = bench.open({ delays: { jobPollMs: 1_500 } });
    await bench.peer.set({ jam: true });
    const { printing } = await sendHeld(printer, testJob('restarted'));
    await bench.peer.set({ power: 'off' });
    await bench.peer.set({ power: 'on', jam: false });
    expect(await printing).toEqual({ outcome: 'uncertain', fault: 'print-uncertain' });
    return 1;
  });

  proves('network-drop', async () => {
    const wire = await startCuttingProxy(Number(new URL(bench.peer.uri).port));
    try {
      const printer = bench.open({ uri: `ipp://localhost:${wire.port}/ipp/print` });
      await untilStatus(printer, isReady);
      const document = Buffer.concat([samplePdf(1, 'cut'), Buffer.alloc(400_000, '% \n')]);
      wire.cutAfter(100_000);
      const outcome = await printer.print(testJob('', { document }), () => {}, never);
      expect(outcome).toEqual({ outcome: 'uncertain', fault: 'print-uncertain' });
      expect(wire.cuts).toBe(1);
      wire.cutAfter(null);
      await bench.untilNoJobs();
      expect((await printer.print(testJob('after'), () => {}, never)).outcome).toBe('printed');
      expect(await bench.newlyPrinted()).toEqual([samplePdf(1, 'after')]);
    } finally {
      await bench.closeAll();
      await wire.stop();
    }
    return 1;
  });
});

describe('jobs of others, and jobs nobody wants', () => {
  proves('busy-with-another', async () => {
    await bench.peer.set({ jam: true });
    const other = anotherClient(bench.peer.uri);
    const ticket = { documentName: 'other', copies: 1 };
    expect((await other.printJob(ticket, samplePdf(1, 'other'))).ok).toBe(true);
    const impatient = bench.open({ delays: { turnLimitMs: 200 } });
    const gaveUp = { outcome: 'failed', fault: 'printer-busy' };
    expect(await impatient.print(testJob('busy'), () => {}, never)).toEqual(gaveUp);
    const printer = bench.open({ userName: 'another-terminal' });
    const progress = recordProgress();
    const printing = printer.print(testJob('my turn'), progress.add, never);
    await progress.until(each => each.stage === 'queued');
    await bench.peer.set({ jam: false });
    expect(await printing).toEqual({ outcome: 'printed', sheets: 1 });
    expect(await bench.newlyPrinted()).toEqual([samplePdf(1, 'other'), samplePdf(1, 'my turn')]);
    return 1;
  });

  proves('abort-stuck', async () => {
    const printer = bench.open();
    await bench.peer.set({ jam: true });
    const abort = new AbortController();
    const { printing } = await sendHeld(printer, testJob('aborted'), abort.signal);
    abort.abort();
    expect(await printing).toEqual({ outcome: 'failed', fault: 'print-refused' });
    await bench.peer.set({ jam: false });
    expect((await printer.print(testJob('next'), () => {}, never)).outcome).toBe('printed');
    expect(await bench.newlyPrinted()).toEqual([samplePdf(1, 'next')]);
    return 1;
  });

  proves('bridge-restart', async () => {
    const printer = bench.open();
    await bench.peer.set({ jam: true });
    const { printing } = await sendHeld(printer, testJob('closing'));
    await printer.close();
    expect(await printing).toEqual({ outcome: 'uncertain', fault: 'print-uncertain' });
    const again = bench.open();
    await bench.untilNoJobs();
    await bench.peer.set({ jam: false });
    await untilStatus(again, isReady);
    expect(await bench.newlyPrinted()).toEqual([]);
    return 1;
  });
});

describe('not the right printer', () => {
  proves('no-pdf', async () => {
    const jpegPrinter = await startPlainIppeveprinter(['-f', 'image/jpeg']);
    try {
      const printer = bench.open({ uri: jpegPrinter.uri });
      const unsuitable = { fault: 'printer-unsuitable' };
      expect(await untilStatus(printer, attention('printer-unsuitable'))).toMatchObject(unsuitable);
      expect(await printer.print(testJob('jpeg'), () => {}, never)).toEqual({ outcome: 'failed', ...unsuitable });
      expect(await anotherClient(jpegPrinter.uri).getJobs('all', 'completed')).toEqual({ ok: true, value: [] });
    } finally {
      await bench.closeAll();
      await jpegPrinter.stop();
    }
    return 1;
  });

  proves('wrong-certificate', async () => {
    const uri = bench.peer.uri.replace('ipp:', 'ipps:');
    const [own, other] = [
      await shownCertificate(bench.peer.uri),
      certificatePem((await selfMadeIdentity()).certificate),
    ];
    const jobs = async () => [
      await anotherClient(bench.peer.uri).getJobs('all'),
      await anotherClient(bench.peer.uri).getJobs('all', 'completed'),
    ];
    const before = await jobs();
    const deceived = bench.open({ uri, pinnedCertificatePem: other });
    await untilStatus(deceived, status => status.state === 'absent' && status.fault === 'printer-untrusted');
    const refused = { outcome: 'failed', fault: 'printer-untrusted' };
    expect(await deceived.print(testJob('secret'), () => {}, never)).toEqual(refused);
    expect(await jobs()).toEqual(before);
    const printer = bench.open({ uri, pinnedCertificatePem: own });
    expect((await printer.print(testJob('pinned'), () => {}, never)).outcome).toBe('printed');
    return 2;
  });
});
