import { describe, expect, test, vi } from 'vitest';
import { createBench, patience, present, readPicture, sampleReceipt } from './printer.test-support.ts';
import { certificateReceipt } from './receipt-document.ts';

const document = certificateReceipt(sampleReceipt);

describe('the receipt printer', () => {
  test('says who it is and prints what it is given', async () => {
    const { printer, peer, becomes } = createBench();
    await becomes('ready');
    await vi.waitUntil(() => printer.identity?.serialNumber === 'SIM0001', patience);
    expect(printer.identity).toEqual({
      ...{ manufacturer: 'SIMULATED', model: 'RP-80', firmware: '1.0', serialNumber: 'SIM0001' },
    });
    expect(await printer.print(document, present())).toEqual({ outcome: 'printed' });
    const [receipt, ...more] = peer.receipts;
    expect(more).toEqual([]);
    expect(receipt?.lines.join('\n')).toContain('王*𠮷');
    expect(receipt?.cut).toBe(true);
    expect(await readPicture(receipt?.pictures[0])).toBe(sampleReceipt.verificationUrl);
  });

  test('needs no name to print', async () => {
    const { printer, peer, becomes } = createBench();
    peer.names = null;
    await becomes('ready');
    expect(await printer.print(document, present())).toEqual({ outcome: 'printed' });
    expect(printer.identity).toBeNull();
  });

  test('prints one receipt after the other, each whole', async () => {
    const { printer, peer } = createBench();
    const outcomes = await Promise.all(['甲', '乙', '丙'].map(text => printer.print(text, present())));
    expect(outcomes).toEqual(Array(3).fill({ outcome: 'printed' }));
    expect(peer.receipts.map(({ lines }) => lines.join('').trim())).toEqual(['甲', '乙', '丙']);
  });

  test('takes slow answers in small portions', async () => {
    const { printer, peer, becomes } = createBench();
    Object.assign(peer.faults, { delayMs: 20, chunkBytes: 1 });
    await becomes('ready');
    expect(await printer.print(document, present())).toEqual({ outcome: 'printed' });
  });

  test('prints nothing when the citizen has left before the first byte', async () => {
    const { printer, peer, becomes } = createBench();
    await becomes('ready');
    const left = new AbortController();
    const printing = printer.print(document, left.signal);
    left.abort();
    expect(await printing).toEqual({ outcome: 'failed', fault: 'receipt-cancelled' });
    expect(peer.receipts).toEqual([]);
  });

  test('stops at the next byte when the citizen leaves in the middle, and throws the rest away', async () => {
    const { printer, peer, becomes } = createBench();
    await becomes('ready');
    const left = new AbortController();
    peer.afterLines(2, () => left.abort());
    const long = Array.from({ length: 200 }, (_, index) => `第${index}行`).join('\n');
    expect(await printer.print(long, left.signal)).toEqual({ outcome: 'uncertain', fault: 'receipt-uncertain' });
    await vi.waitUntil(() => peer.receipts[0]?.cut === true, patience);
    expect(peer.receipts[0]?.lines.length).toBeLessThan(100);
    expect(await printer.print('下一张', present())).toEqual({ outcome: 'printed' });
    expect(peer.receipts[1]?.lines.join('').trim()).toBe('下一张');
  });

  test('has ended every receipt when it is closed, and lets go of the line', async () => {
    const { printer, peer, becomes } = createBench();
    await becomes('ready');
    peer.faults.silentAfterPrinting = true;
    const printing = printer.print(document, present());
    const second = printer.print(document, present());
    await vi.waitUntil(() => peer.receipts.length > 0, patience);
    await printer.close();
    expect(await printing).toEqual({ outcome: 'uncertain', fault: 'receipt-uncertain' });
    expect(await second).toEqual({ outcome: 'failed', fault: 'receipt-cancelled' });
    expect(await printer.print(document, present())).toEqual({ outcome: 'failed', fault: 'receipt-cancelled' });
  });

  test('that answers nothing is ready while its line is open and never says printed', async () => {
    const { printer, peer, line, becomes } = createBench({ answersStatus: false });
    peer.faults.silent = true;
    await becomes('ready');
    expect(await printer.print(document, present())).toEqual({ outcome: 'uncertain', fault: 'receipt-uncertain' });
    await vi.waitUntil(() => peer.receipts[0]?.cut === true, patience);
    line.unplug();
    await becomes('absent receipt-printer-absent');
    expect(await printer.print(document, present())).toEqual({ outcome: 'failed', fault: 'receipt-printer-absent' });
    line.plug();
    await becomes('ready');
  });
});
