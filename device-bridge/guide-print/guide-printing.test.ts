import { afterAll, beforeAll, beforeEach, expect, onTestFinished, test, vi } from 'vitest';
import { compile } from '../../content/compiler/compile.ts';
import { readSources } from '../../content/compiler/read-sources.ts';
import type { Generation } from '../../content/model/generation.ts';
import { defaultPaths } from '../../scripts/paths.ts';
import type { GuideSource } from '../content/shown-guide.ts';
import { printerBench } from '../devices/certificate-printer/printer-bench.test-support.ts';
import type { CertificatePrinter } from '../devices/certificate-printer/types.ts';
import { createBench, readPicture } from '../devices/receipt-printer/printer.test-support.ts';
import type { ReceiptPrinter } from '../devices/receipt-printer/types.ts';
import { listsPerVisit } from './guide-print-flow.ts';
import { createGuidePrinting, type GuidePrinting } from './guide-printing.ts';

const bench = printerBench('embedded');
let generation: Generation;
beforeAll(async () => {
  generation = compile(await readSources(defaultPaths.contentSource), '331003107');
  await bench.start();
});
afterAll(() => bench.stop());
beforeEach(() => bench.reset());

const guides: GuideSource = {
  guide: id => {
    const matter = generation.matters.find(each => each.id === id);
    const { places, calendars, codes } = generation;
    return matter === undefined ? null : { matter, owner: 'district', codes: codes[id] ?? {}, places, calendars };
  },
  surroundings: () => null,
};

function printingWith(certificatePrinter: CertificatePrinter, receiptPrinter: ReceiptPrinter | null): GuidePrinting {
  const printing = createGuidePrinting({
    ...{ guides, certificatePrinter, receiptPrinter, terminal: { placeCode: '331003107', number: 1 } },
    ...{ contentOrigin: 'https://guides.example.cn/content/', now: () => new Date('2026-11-23T02:00:00Z') },
    onChange: () => {},
    onDefect: error => {
      throw error;
    },
  });
  onTestFinished(() => printing.close());
  return printing;
}
const wish = { matterId: 'food-business-permit', answers: {}, paper: 'a4', language: 'zh' } as const;
const patience = { timeout: 15_000 };
const comesTo = (printing: GuidePrinting, step: string) =>
  vi.waitFor(() => expect(printing.flow.step.step).toBe(step), patience);
const isReady = (printer: { status: { state: string } }) =>
  vi.waitFor(() => expect(printer.status.state).toBe('ready'), patience);

test('the receipt carries the list in the citizen’s language, and its code leads to the guide', async () => {
  const { printer, peer, becomes } = createBench({ columns: 32 });
  const printing = printingWith(bench.open(), printer);
  await becomes('ready');
  printing.print({ ...wish, paper: 'receipt', language: 'en' });
  expect(() => printing.print({ ...wish, paper: 'receipt' })).toThrow('not-now');
  await comesTo(printing, 'printed');
  const [receipt] = peer.receipts;
  const text = receipt?.lines.join('\n') ?? '';
  for (const words of ['Food permit', 'What to bring', 'Not needed', 'free of charge', '□', 'SAMPLE'])
    expect(text).toContain(words);
  const code = generation.codes[wish.matterId];
  const address = await readPicture(receipt?.pictures[0]);
  expect(Object.values(code ?? {}).map(id => `https://guides.example.cn/content/c/${id}/`)).toContain(address);
});

test('a visit has its share of paper; the next one has its own', async () => {
  const { printer, becomes } = createBench();
  const printing = printingWith(bench.open(), printer);
  await becomes('ready');
  const receipt = { ...wish, paper: 'receipt' } as const;
  for (let each = 0; each < listsPerVisit; each += 1) {
    printing.print(receipt);
    await vi.waitFor(() => expect(printing.busy).toBe(false), patience);
  }
  expect(() => printing.print(receipt)).toThrow('guide-print-limit');
  printing.drop();
  expect(printing.flow).toEqual({ step: { step: 'idle' }, used: 0 });
  printing.print(receipt);
});

test('what is missing is said before anything is promised', async () => {
  const { printer, line, becomes } = createBench();
  await becomes('ready');
  line.unplug();
  await vi.waitFor(() => expect(printer.status.state).toBe('absent'), patience);
  expect(() => printingWith(bench.open(), printer).print({ ...wish, paper: 'receipt' })).toThrow(
    'receipt-printer-absent',
  );
  const none = printingWith(bench.open({ uri: 'ipp://127.0.0.1:1/ipp/print' }), null);
  expect(() => none.print({ ...wish, paper: 'receipt' })).toThrow('receipt-printer-absent');
  expect(() => none.print(wish)).toThrow('printer-');
  const unknown = bench.open();
  await isReady(unknown);
  expect(() => printingWith(unknown, null).print({ ...wish, matterId: 'no-such-matter' })).toThrow('guide-unknown');
});

test('a sheet that only waits for paper is called off with its visit; nothing comes out for whoever fills the tray', async () => {
  const printer = bench.open();
  const printing = printingWith(printer, null);
  await isReady(printer);
  await bench.peer.set({ sheetMs: 3_000 });
  printing.print(wish);
  await vi.waitFor(() => expect(printing.flow.used).toBe(1), patience);
  await bench.peer.set({ cover: 'open' });
  await vi.waitFor(() => expect(printing.flow.step).toMatchObject({ held: 'printer-cover-open' }), patience);
  printing.drop();
  expect(printing.flow.step.step).toBe('idle');
  await vi.waitFor(() => expect(printing.busy).toBe(false), patience);
  await bench.peer.set({ cover: 'closed' });
  await isReady(printer);
  expect(await bench.newlyPrinted()).toEqual([]);
});

test('a sheet that moves when the citizen leaves comes out, and says nothing to the next visit', async () => {
  const printer = bench.open();
  const printing = printingWith(printer, null);
  await isReady(printer);
  printing.print(wish);
  await vi.waitFor(() => expect(printing.flow.used).toBe(1), patience);
  printing.drop();
  await vi.waitFor(() => expect(printing.busy).toBe(false), patience);
  expect(await bench.newlyPrinted()).toHaveLength(1);
  expect(printing.flow.step.step).toBe('idle');
});

test('one who leaves before the sheet is set gets none', async () => {
  const printer = bench.open();
  const printing = printingWith(printer, null);
  await isReady(printer);
  printing.print(wish);
  printing.drop();
  await vi.waitFor(() => expect(printing.busy).toBe(false), patience);
  expect(await bench.newlyPrinted()).toEqual([]);
});
