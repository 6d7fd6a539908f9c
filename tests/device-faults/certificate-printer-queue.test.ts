import { afterAll, afterEach, beforeAll, describe, expect } from 'vitest';
import {
  type CupsQueue,
  startCupsQueue,
} from '../../device-bridge/devices/certificate-printer/cups-queue.test-support.ts';
import { recordProgress, untilStatus } from '../../device-bridge/devices/certificate-printer/peer.test-support.ts';
import {
  anotherClient,
  isReady,
  never,
  printerBench,
  testJob,
} from '../../device-bridge/devices/certificate-printer/printer-bench.test-support.ts';
import { samplePdf } from '../../device-bridge/devices/certificate-printer/sample-pdf.test-support.ts';
import type { CertificatePrinter } from '../../device-bridge/devices/certificate-printer/types.ts';
import { certificatePrinterQueueFaults } from './certificate-printer-faults.ts';
import { deviceFaultTests } from './prove.ts';

const proves = deviceFaultTests(certificatePrinterQueueFaults);
const bench = printerBench('ippeveprinter');
let cups: CupsQueue;
beforeAll(async () => {
  await bench.start();
  cups = await startCupsQueue(bench.peer.uri);
}, 60_000);
afterAll(async () => {
  await bench.stop();
  await cups.stop();
});
afterEach(bench.reset, 30_000);

const open = (): CertificatePrinter => bench.open({ queueUri: cups.uri });
const queueStopped = (status: object) => 'fault' in status && status.fault === 'printer-queue-stopped';
const untilQueueEmpty = () =>
  expect.poll(() => anotherClient(cups.uri).getJobs('all'), { timeout: 15_000 }).toEqual({ ok: true, value: [] });

describe('a printer behind a CUPS queue', () => {
  proves('queue-prints', async () => {
    const printer = open();
    await untilStatus(printer, isReady);
    const progress = recordProgress();
    const document = samplePdf(2, 'queue');
    const outcome = await printer.print(testJob('', { document, copies: 2 }), progress.add, never);
    expect(outcome).toEqual({ outcome: 'printed', sheets: 4 });
    // CUPS tells all sheets as done at once; the printer has them one by one.
    const done = progress.seen.map(each => ('sheetsDone' in each ? each.sheetsDone : 0));
    expect(done.filter(sheets => sheets < 4).length).toBeGreaterThan(1);
    expect(await bench.newlyPrinted()).toHaveLength(1);
    await untilQueueEmpty();
    return 1;
  });

  proves('queue-printer-away', async () => {
    const printer = open();
    await untilStatus(printer, isReady);
    await bench.peer.set({ power: 'off' });
    await untilStatus(printer, status => status.state === 'absent');
    expect(await anotherClient(cups.uri).getPrinterAttributes()).toMatchObject({ ok: true, value: { state: 'idle' } });
    const away = { outcome: 'failed', fault: 'printer-absent' };
    expect(await printer.print(testJob('away'), () => {}, never)).toEqual(away);
    expect(await anotherClient(cups.uri).getJobs('all')).toEqual({ ok: true, value: [] });
    return 1;
  });

  proves('queue-tray-empty', async () => {
    const printer = open();
    await bench.peer.set({ tray: 'empty' });
    const progress = recordProgress();
    const printing = printer.print(testJob('paper'), progress.add, never);
    expect(await progress.until(each => each.stage === 'held')).toMatchObject({ fault: 'printer-out-of-paper' });
    await bench.peer.set({ tray: 'full' });
    expect(await printing).toEqual({ outcome: 'printed', sheets: 1 });
    await untilQueueEmpty();
    return 1;
  });

  proves('queue-stopped', async () => {
    const printer = open();
    await cups.run('cupsdisable');
    try {
      await untilStatus(printer, queueStopped);
      const progress = recordProgress();
      const printing = printer.print(testJob('stopped'), progress.add, never);
      expect(await progress.until(each => each.stage === 'held')).toMatchObject({ fault: 'printer-queue-stopped' });
      expect(await anotherClient(bench.peer.uri).getJobs('all')).toEqual({ ok: true, value: [] });
      await cups.run('cupsenable');
      expect(await printing).toEqual({ outcome: 'printed', sheets: 1 });
      await untilStatus(printer, isReady);
      await untilQueueEmpty();
    } finally {
      await cups.run('cupsenable');
    }
    return 1;
  });

  proves('queue-rejects', async () => {
    const printer = bench.open({ queueUri: cups.uri, delays: { turnLimitMs: 150 } });
    await untilStatus(printer, isReady);
    await cups.run('cupsreject');
    try {
      await untilStatus(printer, queueStopped);
      const rejected = { outcome: 'failed', fault: 'printer-queue-stopped' };
      expect(await printer.print(testJob('rejected'), () => {}, never)).toEqual(rejected);
    } finally {
      await cups.run('cupsaccept');
    }
    await untilStatus(printer, isReady);
    expect(await bench.newlyPrinted()).toEqual([]);
    return 1;
  });

  proves('queue-cancel', async () => {
    const printer = open();
    await bench.peer.set({ jam: true });
    const abort = new AbortController();
    const progress = recordProgress();
    const printing = printer.print(testJob('aborted'), progress.add, abort.signal);
    await expect
      .poll(async () => anotherClient(bench.peer.uri).getJobs('all'), { timeout: 8_000 })
      .toMatchObject({ value: [expect.any(Number)] });
    await progress.until(each => each.stage === 'held');
    abort.abort();
    expect(await printing).toEqual({ outcome: 'failed', fault: 'print-refused' });
    await bench.untilNoJobs();
    await untilQueueEmpty();
    await bench.peer.set({ jam: false });
    await untilStatus(printer, isReady);
    expect(await bench.newlyPrinted()).toEqual([]);
    return 1;
  });

  proves('queue-restart-forgets', async () => {
    const printer = open();
    await bench.peer.set({ sheetMs: 2_000 });
    const progress = recordProgress();
    const printing = printer.print(testJob('restarted'), progress.add, never);
    await progress.until(each => each.stage === 'printing');
    await bench.peer.set({ power: 'off' });
    await bench.peer.set({ power: 'on' });
    expect(await printing).toEqual({ outcome: 'uncertain', fault: 'print-uncertain' });
    await untilQueueEmpty();
    await bench.untilNoJobs();
    // What would be believed of the queue alone.
    const queue = anotherClient(cups.uri);
    const sent = await queue.printJob({ documentName: 'believed', copies: 1 }, samplePdf(1, 'believed'));
    if (!sent.ok) throw new Error('the queue took no job');
    await expect
      .poll(() => anotherClient(bench.peer.uri).getJobs('all'), { timeout: 8_000 })
      .toMatchObject({ value: [expect.any(Number)] });
    await bench.peer.set({ power: 'off' });
    await bench.peer.set({ power: 'on' });
    await expect
      .poll(() => queue.getJobAttributes(sent.value.jobId), { timeout: 15_000 })
      .toMatchObject({ value: { state: 'completed' } });
    expect(await bench.newlyPrinted()).toEqual([]);
    return 2;
  });

  proves('queue-kill-middle', async () => {
    const printer = open();
    await bench.peer.set({ sheetMs: 5_000 });
    const progress = recordProgress();
    const printing = printer.print(testJob('killed'), progress.add, never);
    await progress.until(each => each.stage === 'printing');
    await bench.peer.set({ power: 'off' });
    expect(await printing).toEqual({ outcome: 'uncertain', fault: 'print-uncertain' });
    // While the printer is still away the job has been taken out of the queue.
    await untilQueueEmpty();
    await bench.peer.set({ power: 'on', sheetMs: 20 });
    expect((await printer.print(testJob('after'), () => {}, never)).outcome).toBe('printed');
    expect(await bench.newlyPrinted()).toHaveLength(1);
    return 1;
  });

  // The last one: nothing goes through this queue afterwards.
  proves('queue-gone', async () => {
    const printer = open();
    await untilStatus(printer, isReady);
    await cups.stop();
    await untilStatus(printer, queueStopped);
    const gone = { outcome: 'failed', fault: 'printer-queue-stopped' };
    expect(await printer.print(testJob('gone'), () => {}, never)).toEqual(gone);
    expect(await bench.newlyPrinted()).toEqual([]);
    return 1;
  });
});
