import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import type { PrinterDelays } from './delays.ts';
import { createCertificatePrinter } from './driver.ts';
import { createIppClient } from './ipp-client.ts';
import { quickDelays, recordProgress, startTestPeer, type TestPeer, untilStatus } from './peer.test-support.ts';
import { samplePdf } from './sample-pdf.test-support.ts';
import type { CertificatePrinter, PrintJob } from './types.ts';

const never = new AbortController().signal;
const job = (words: string, more: Partial<PrintJob> = {}): PrintJob => ({
  document: samplePdf(1, words),
  documentName: '无违章证明（样本）',
  copies: 1,
  ...more,
});
const isReady = (status: { state: string }) => status.state === 'ready';

describe.each(['ippeveprinter', 'embedded'] as const)('the driver with %s', program => {
  let peer: TestPeer;
  const open: CertificatePrinter[] = [];

  beforeAll(async () => {
    peer = await startTestPeer(program);
  }, 20_000);
  afterAll(() => peer.stop());
  afterEach(async () => {
    await Promise.all(open.splice(0).map(printer => printer.close()));
    await peer.set({ power: 'on', tray: 'full', cover: 'closed', jam: false, sheetMs: 20 });
    await untilIdle();
  }, 20_000);

  function openPrinter(delays: Partial<PrinterDelays> = {}, userName = 'terminal-test'): CertificatePrinter {
    const printer = createCertificatePrinter({ uri: peer.uri, userName, delays: { ...quickDelays, ...delays } });
    open.push(printer);
    return printer;
  }
  async function untilIdle(): Promise<void> {
    await untilStatus(openPrinter(), status => status.state === 'ready' && !status.busy);
    await Promise.all(open.splice(0).map(printer => printer.close()));
  }
  const otherClient = () =>
    createIppClient({ uri: peer.uri, userName: 'somebody', queryTimeoutMs: 600, sendTimeoutMs: 1_500, signal: never });

  test('prints to the end, and what comes out is what went in', async () => {
    const printer = openPrinter();
    expect(await untilStatus(printer, isReady)).toEqual({ state: 'ready', busy: false, sheetsLeft: 250 });
    const before = (await peer.printed()).length;
    const document = samplePdf(2, 'two pages');
    const progress = recordProgress();
    const outcome = await printer.print(job('', { document }), progress.add, never);
    expect(outcome).toEqual({ outcome: 'printed', sheets: 2 });
    expect(progress.seen[0]).toEqual({ stage: 'sending' });
    expect((await peer.printed()).slice(before)).toEqual([document]);
  });

  test('counts the sheets of every copy', async () => {
    const outcome = await openPrinter().print(job('copies', { copies: 3 }), () => {}, never);
    expect(outcome).toEqual({ outcome: 'printed', sheets: 3 });
  });

  test('waits for paper, goes on when there is some', async () => {
    const printer = openPrinter();
    await peer.set({ tray: 'empty' });
    expect(await untilStatus(printer, status => status.state === 'attention')).toEqual({
      state: 'attention',
      fault: 'printer-out-of-paper',
      sheetsLeft: 0,
    });
    const progress = recordProgress();
    const printing = printer.print(job('paper'), progress.add, never);
    expect(await progress.until(each => each.stage === 'held')).toMatchObject({ fault: 'printer-out-of-paper' });
    expect(printer.status).toMatchObject({ state: 'attention', fault: 'printer-out-of-paper' });
    await peer.set({ tray: 'full' });
    expect(await printing).toEqual({ outcome: 'printed', sheets: 1 });
    expect(await untilStatus(printer, isReady)).toMatchObject({ sheetsLeft: 250 });
  });

  test.each([
    ['jams', { jam: true }, { jam: false }, 'printer-jammed'],
    ['is opened', { cover: 'open' }, { cover: 'closed' }, 'printer-cover-open'],
  ] as const)('waits in the middle of a job when the printer %s', async (_what, fault, mend, name) => {
    const printer = openPrinter();
    await peer.set({ sheetMs: 300 });
    const progress = recordProgress();
    const printing = printer.print(job('', { document: samplePdf(2, name) }), progress.add, never);
    await progress.until(each => each.stage === 'printing');
    await peer.set(fault);
    expect(await progress.until(each => each.stage === 'held')).toMatchObject({ fault: name });
    await peer.set(mend);
    expect(await printing).toEqual({ outcome: 'printed', sheets: 2 });
  });

  test('tells of a jam and of an open cover while nothing is printed', async () => {
    const printer = openPrinter();
    await peer.set({ jam: true });
    await untilStatus(printer, status => status.state === 'attention' && status.fault === 'printer-jammed');
    await peer.set({ jam: false, cover: 'open' });
    await untilStatus(printer, status => status.state === 'attention' && status.fault === 'printer-cover-open');
    await peer.set({ cover: 'closed' });
    await untilStatus(printer, isReady);
  });

  test('fails at once when the printer is off, and sees it come back', async () => {
    await peer.set({ power: 'off' });
    const printer = openPrinter();
    expect(await printer.print(job('off'), () => {}, never)).toEqual({ outcome: 'failed', fault: 'printer-absent' });
    expect(printer.status).toEqual({ state: 'absent', fault: 'printer-absent' });
    await peer.set({ power: 'on' });
    await untilStatus(printer, isReady);
    expect((await printer.print(job('on again'), () => {}, never)).outcome).toBe('printed');
  });

  test('is uncertain when the printer loses power in the middle', async () => {
    const printer = openPrinter();
    await untilStatus(printer, isReady);
    await peer.set({ sheetMs: 5_000 });
    const before = (await peer.printed()).length;
    const progress = recordProgress();
    const printing = printer.print(job('killed'), progress.add, never);
    await progress.until(each => each.stage === 'printing');
    await peer.set({ power: 'off' });
    expect(await printing).toEqual({ outcome: 'uncertain', fault: 'print-uncertain' });
    await untilStatus(printer, status => status.state === 'absent');
    expect(await peer.printed()).toHaveLength(before);
  });

  test('is uncertain when the printer was off and on again so fast that it was not missed', async () => {
    // The restart falls between two looks.
    const printer = openPrinter({ jobPollMs: 1_500 });
    await peer.set({ jam: true });
    const progress = recordProgress();
    const printing = printer.print(job('restarted'), progress.add, never);
    await progress.until(each => each.stage === 'held');
    await peer.set({ power: 'off' });
    await peer.set({ power: 'on', jam: false });
    expect(await printing).toEqual({ outcome: 'uncertain', fault: 'print-uncertain' });
  });

  test('sends nothing to a printer that hangs', async () => {
    const printer = openPrinter({ queryTimeoutMs: 200 });
    await untilStatus(printer, isReady);
    await peer.set({ power: 'hung' });
    const before = (await peer.printed()).length;
    expect(await printer.print(job('hung'), () => {}, never)).toEqual({ outcome: 'failed', fault: 'printer-silent' });
    await untilStatus(printer, status => status.state === 'absent' && status.fault === 'printer-silent');
    await peer.set({ power: 'on' });
    await untilStatus(printer, isReady);
    expect(await peer.printed()).toHaveLength(before);
  });

  test('is uncertain when the printer hangs in the middle, and cancels what it left there', async () => {
    const printer = openPrinter({ queryTimeoutMs: 200 });
    await peer.set({ jam: true });
    const before = (await peer.printed()).length;
    const progress = recordProgress();
    const printing = printer.print(job('hung'), progress.add, never);
    await progress.until(each => each.stage === 'held');
    await peer.set({ power: 'hung' });
    expect(await printing).toEqual({ outcome: 'uncertain', fault: 'print-uncertain' });
    await peer.set({ power: 'on' });
    await untilStatus(printer, status => status.state !== 'absent');
    const client = otherClient();
    await expect.poll(async () => client.getJobs('all'), { timeout: 5_000 }).toEqual({ ok: true, value: [] });
    await peer.set({ jam: false });
    expect((await printer.print(job('after'), () => {}, never)).outcome).toBe('printed');
    expect(await peer.printed()).toHaveLength(before + 1);
  });

  test('gives up a job that stands still without a reason', async () => {
    await peer.set({ sheetMs: 700 });
    const printer = openPrinter({ noProgressMs: 250 });
    const outcome = await printer.print(job('', { document: samplePdf(2, 'slow') }), () => {}, never);
    expect(outcome).toEqual({ outcome: 'failed', fault: 'print-no-progress' });
  });

  test('waits for its turn while the printer has a job of somebody else', async () => {
    await peer.set({ jam: true });
    const other = otherClient();
    expect((await other.printJob({ documentName: 'other', copies: 1 }, samplePdf(1, 'other'))).ok).toBe(true);
    const impatient = openPrinter({ turnLimitMs: 200 });
    expect(await impatient.print(job('busy'), () => {}, never)).toEqual({ outcome: 'failed', fault: 'printer-busy' });
    const printer = openPrinter({}, 'another-terminal');
    const progress = recordProgress();
    const printing = printer.print(job('my turn'), progress.add, never);
    await progress.until(each => each.stage === 'queued');
    await peer.set({ jam: false });
    expect(await printing).toEqual({ outcome: 'printed', sheets: 1 });
    expect((await peer.printed()).at(-2)).toEqual(samplePdf(1, 'other'));
  });

  test('prints two jobs one after the other', async () => {
    const printer = openPrinter();
    const outcomes = await Promise.all(['first', 'second'].map(words => printer.print(job(words), () => {}, never)));
    expect(outcomes.map(each => each.outcome)).toEqual(['printed', 'printed']);
    expect((await peer.printed()).slice(-2)).toEqual([samplePdf(1, 'first'), samplePdf(1, 'second')]);
  });

  test.each([
    ['is stuck', { jam: true }, { jam: false }],
    ['waits for paper', { tray: 'empty' }, { tray: 'full' }],
  ] as const)('cancels an aborted job that %s, and nothing of it comes out later', async (_what, fault, mend) => {
    const printer = openPrinter();
    await peer.set(fault);
    const before = (await peer.printed()).length;
    const abort = new AbortController();
    const progress = recordProgress();
    const printing = printer.print(job('aborted'), progress.add, abort.signal);
    await progress.until(each => each.stage === 'held');
    abort.abort();
    expect(await printing).toEqual({ outcome: 'failed', fault: 'print-refused' });
    await peer.set(mend);
    expect((await printer.print(job('next'), () => {}, never)).outcome).toBe('printed');
    expect(await peer.printed()).toHaveLength(before + 1);
  });

  test('sends nothing when the abort came first', async () => {
    const outcome = await openPrinter().print(job('too late'), () => {}, AbortSignal.abort());
    expect(outcome).toEqual({ outcome: 'failed', fault: 'print-refused' });
  });

  test('closes in the middle of a job without waiting for it', async () => {
    const printer = openPrinter();
    await peer.set({ jam: true });
    const progress = recordProgress();
    const printing = printer.print(job('closing'), progress.add, never);
    await progress.until(each => each.stage === 'held');
    await printer.close();
    expect(await printing).toEqual({ outcome: 'uncertain', fault: 'print-uncertain' });
    // The bridge starts again: its job of before must not come out for the next citizen.
    const before = (await peer.printed()).length;
    const again = openPrinter();
    const client = otherClient();
    await expect.poll(async () => client.getJobs('all'), { timeout: 5_000 }).toEqual({ ok: true, value: [] });
    await peer.set({ jam: false });
    await untilStatus(again, isReady);
    expect(await peer.printed()).toHaveLength(before);
  });
});
