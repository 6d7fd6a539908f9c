import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { recordProgress, untilStatus } from './peer.test-support.ts';
import { startPlainIppeveprinter } from './plain-ippeveprinter.test-support.ts';
import { anotherClient, isReady, never, printerBench, testJob } from './printer-bench.test-support.ts';
import { samplePdf } from './sample-pdf.test-support.ts';
import type { SheetCounter } from './sheet-counter.ts';

/** What breaks a real ippeveprinter is in tests/device-faults; here the embedded one shows the driver, and itself. */
const bench = printerBench('embedded');
beforeAll(bench.start, 20_000);
afterAll(bench.stop);
afterEach(bench.reset, 20_000);

describe('a printer that is well', () => {
  test('says who it is, what it holds and how much toner it has', async () => {
    const printer = bench.open();
    expect(printer.identity).toBeNull();
    expect(await untilStatus(printer, isReady)).toEqual({
      ...{ state: 'ready', busy: false, sheetsLeft: 250, sheetsLeftIsEstimate: false, tonerPercent: 80, warnings: [] },
    });
    expect(printer.identity).toEqual({
      ...{ manufacturer: 'Sample', model: 'Sample certificate printer', serialNumber: 'SAMPLE-0001', firmware: '1.0' },
    });
    await bench.peer.set({ power: 'off' });
    await untilStatus(printer, status => status.state === 'absent');
    expect(printer.identity?.serialNumber).toBe('SAMPLE-0001');
  });

  test('prints to the end, and what comes out is what went in', async () => {
    const document = samplePdf(2, 'two pages');
    const progress = recordProgress();
    const outcome = await bench.open().print(testJob('', { document }), progress.add, never);
    expect(outcome).toEqual({ outcome: 'printed', sheets: 2 });
    expect(progress.seen[0]).toEqual({ stage: 'sending' });
    expect(await bench.newlyPrinted()).toEqual([document]);
  });

  test('counts the sheets of every copy to the end', async () => {
    const outcome = await bench.open().print(testJob('copies', { copies: 5 }), () => {}, never);
    expect(outcome).toEqual({ outcome: 'printed', sheets: 5 });
  });

  test('puts two pages on one sheet when asked to', async () => {
    const document = samplePdf(3, 'both sides');
    const job = testJob('', { document, copies: 2, sides: 'two-sided' });
    expect(await bench.open().print(job, () => {}, never)).toEqual({ outcome: 'printed', sheets: 4 });
  });

  test.each([0, 6, 1.5, Number.NaN])('is never asked for %d copies', async copies => {
    await expect(bench.open().print(testJob('copies', { copies }), () => {}, never)).rejects.toThrow(RangeError);
  });

  test('prints two jobs one after the other', async () => {
    const printer = bench.open();
    const prints = ['first', 'second'].map(words => printer.print(testJob(words), () => {}, never));
    expect((await Promise.all(prints)).map(each => each.outcome)).toEqual(['printed', 'printed']);
    expect(await bench.newlyPrinted()).toEqual([samplePdf(1, 'first'), samplePdf(1, 'second')]);
  });

  test('adds what was printed to the terminal’s own count', async () => {
    let sheets = 3;
    const sheetCounter: SheetCounter = {
      sheetsSinceFill: () => sheets,
      add: more => {
        sheets += more;
      },
      filled: () => {
        sheets = 0;
      },
    };
    await bench.open({ sheetCounter }).print(testJob('counted', { copies: 2 }), () => {}, never);
    expect(sheets).toBe(5);
  });
});

describe('a printer that somebody broke with the dock', () => {
  test.each([
    [{ tray: 'empty' }, { tray: 'full' }, 'printer-out-of-paper'],
    [{ jam: true }, { jam: false }, 'printer-jammed'],
    [{ cover: 'open' }, { cover: 'closed' }, 'printer-cover-open'],
    [{ tonerPercent: 0 }, { tonerPercent: 50 }, 'printer-supplies-empty'],
  ] as const)('holds the job with %o and goes on after %o', async (breaks, mends, fault) => {
    const printer = bench.open();
    await bench.peer.set(breaks);
    expect(await untilStatus(printer, status => status.state === 'attention')).toMatchObject({ fault });
    const progress = recordProgress();
    const printing = printer.print(testJob(fault), progress.add, never);
    expect(await progress.until(each => each.stage === 'held')).toMatchObject({ fault });
    await bench.peer.set(mends);
    expect((await printing).outcome).toBe('printed');
    await untilStatus(printer, isReady);
  });

  test.each(['off', 'hung'] as const)('is uncertain when it is %s in the middle', async power => {
    const printer = bench.open({ delays: { queryTimeoutMs: 200 } });
    await bench.peer.set({ jam: true });
    const progress = recordProgress();
    const printing = printer.print(testJob(power), progress.add, never);
    await progress.until(each => each.stage === 'held');
    await bench.peer.set({ power });
    expect(await printing).toEqual({ outcome: 'uncertain', fault: 'print-uncertain' });
    await bench.peer.set({ power: 'on' });
    await bench.untilNoJobs();
    await bench.peer.set({ jam: false });
    await untilStatus(printer, isReady);
    expect(await bench.newlyPrinted()).toEqual([]);
  });
});

describe('a job that does not come to its end', () => {
  test('is given up when it stands still without a reason', async () => {
    await bench.peer.set({ sheetMs: 700 });
    const printer = bench.open({ delays: { noProgressMs: 250 } });
    const outcome = await printer.print(testJob('', { document: samplePdf(2, 'slow') }), () => {}, never);
    expect(outcome).toEqual({ outcome: 'failed', fault: 'print-no-progress' });
  });

  test('waits behind somebody else’s', async () => {
    await bench.peer.set({ jam: true });
    const other = anotherClient(bench.peer.uri);
    expect((await other.printJob({ documentName: 'other', copies: 1 }, samplePdf(1, 'other'))).ok).toBe(true);
    const printing = bench.open().print(testJob('mine'), () => {}, never);
    await bench.peer.set({ jam: false });
    expect(await printing).toEqual({ outcome: 'printed', sheets: 1 });
    expect(await bench.newlyPrinted()).toEqual([samplePdf(1, 'other'), samplePdf(1, 'mine')]);
  });

  test('is never sent when the abort came first', async () => {
    const outcome = await bench.open().print(testJob('too late'), () => {}, AbortSignal.abort());
    expect(outcome).toEqual({ outcome: 'failed', fault: 'print-refused' });
  });

  test('does not keep the driver from closing', async () => {
    const printer = bench.open();
    await bench.peer.set({ jam: true });
    const progress = recordProgress();
    const printing = printer.print(testJob('closing'), progress.add, never);
    await progress.until(each => each.stage === 'held');
    await printer.close();
    expect(await printing).toEqual({ outcome: 'uncertain', fault: 'print-uncertain' });
  });
});

test('a printer nobody here wrote gets the Chinese name, the copies, the paper and the sides', async () => {
  const plain = await startPlainIppeveprinter([]);
  try {
    const job = testJob('', { document: samplePdf(2), copies: 2, sides: 'two-sided' });
    expect((await bench.open({ uri: plain.uri }).print(job, () => {}, never)).outcome).toBe('printed');
    const { stdout } = await promisify(execFile)('ipptool', ['-tv', `${plain.uri}/1`, 'get-job-attributes.test']);
    const told = (name: string) => new RegExp(`^ +${name} \\(.*\\) = (.*)$`, 'm').exec(stdout)?.[1];
    expect(['job-name', 'copies', 'media', 'sides'].map(told)).toEqual([
      ...['无违章证明（样本）', '2', 'iso_a4_210x297mm', 'two-sided-long-edge'],
    ]);
  } finally {
    await bench.closeAll();
    await plain.stop();
  }
});

test('a pinned certificate without ipps, or that is none, is refused before anything is opened', () => {
  const refused = { fault: 'config-invalid' };
  const pinnedCertificatePem = 'not a certificate';
  expect(() => bench.open({ pinnedCertificatePem })).toThrow(expect.objectContaining(refused));
  expect(() => bench.open({ uri: 'ipps://localhost/', pinnedCertificatePem })).toThrow(
    expect.objectContaining(refused),
  );
});
