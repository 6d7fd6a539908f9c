import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Readiness } from '../../api/types.ts';
import { readPicture, sampleReceipt } from './printer.test-support.ts';
import { readinessReceipt } from './readiness-receipt.ts';
import { certificateReceipt } from './receipt-document.ts';
import { centred, paragraph, qrCode } from './receipt-markup.ts';
import { type Columns, receiptBytes, receiptSvg } from './receipt-render.ts';
import { parseEscPos } from './simulator/esc-pos-parser.ts';
import { createPaperRoll, type PrintedReceipt } from './simulator/paper-roll.ts';
import { columnsOf, wrapText } from './wrap-text.ts';

/** What stands on the paper. */
function onPaper(document: string, columns: Columns = 48): PrintedReceipt {
  const roll = createPaperRoll();
  for (const op of parseEscPos(new Uint8Array(), receiptBytes(document, columns)).ops) roll.print(op);
  const [receipt, ...more] = roll.receipts;
  expect(more).toEqual([]);
  if (receipt === undefined) throw new Error('nothing came out');
  return receipt;
}

describe('a certificate receipt', () => {
  test('masks the name, keeps number, time and place, and its code verifies', async () => {
    const { lines, pictures, cut } = onPaper(certificateReceipt(sampleReceipt));
    const text = lines.join('\n');
    expect(text).not.toContain('小');
    expect(text).toContain('姓名 Name: 王*𠮷');
    expect(text).toContain('HY-2026-000123');
    expect(text).toContain('2026-11-23 14:05');
    expect(text).toContain('宁溪镇便民服务中心 1 号机');
    expect(cut).toBe(true);
    expect(await readPicture(pictures[0])).toBe(sampleReceipt.verificationUrl);
  });

  test('is the same document on the screen, with nothing to run and nothing to fetch', () => {
    const svg = receiptSvg(certificateReceipt(sampleReceipt));
    const words = [...svg.matchAll(/<tspan[^>]*>([^<]*)<\/tspan>/g)].map(([, character]) => character).join('');
    expect(words).toContain('HY-2026-000123');
    expect(svg).not.toMatch(/<script|href|url\((?!#)|@import/);
  });
});

describe('a readiness report', () => {
  const readiness: Readiness = {
    ...{ at: '2026-11-23T06:05:00.000Z', mode: 'terminal', ready: false, platformReachable: true, contentDigest: null },
    report: { state: 'none' },
    terminal: { id: 'ningxi-1', placeCode: '331003104', number: 1 },
    devices: [
      {
        ...{ device: 'receiptPrinter', address: '/dev/usb/lp0', found: true, works: false, state: 'attention' },
        identity: { manufacturer: 'X', model: 'RP-80', serialNumber: 'A1', firmware: null },
        ...{ selfTest: 'unknown', lastFault: null, remedy: 'Put in a new roll.', details: { sheetsLeft: 40 } },
        fault: {
          ...{ name: 'receipt-printer-out-of-paper', code: 'E803' },
          citizen: { zh: '小票打印机没有纸了' },
          remedy: { zh: '…' },
        },
      },
    ],
    services: { certificates: { available: true }, receipts: null, scanning: null, codes: null },
  };
  test('names each device, its fault and what to do', () => {
    const text = onPaper(readinessReceipt(readiness)).lines.join('\n');
    for (const words of [
      '设备检查 有故障',
      '× 小票打印机 attention',
      '/dev/usb/lp0 RP-80 A1',
      'E803',
      'Put in a new roll.',
      '打印证明: 可用',
    ])
      expect(text).toContain(words);
  });
});

describe('values in a document', () => {
  const nasty = '|a|b| {code:x} \\n \\x41 ~ "q" _u_ `i` ^^ --- == ; $ \u0007\u202e中\n文';
  test('stand as they are, whatever marks they hold', () => {
    const { lines, pictures } = onPaper([...centred(nasty, 48), ...paragraph(nasty, 48, '· ')].join('\n'));
    const clean = '|a|b| {code:x} \\n \\x41 ~ "q" _u_ `i` ^^ --- == ; $ 中 文';
    expect(lines.join('').replaceAll(' ', '')).toBe(`${clean}·${clean}`.replaceAll(' ', ''));
    expect(pictures).toEqual([]);
  });

  test('never make another document than one line of text', () => {
    const value = fc.string({ unit: fc.constantFrom(...nasty, '-', '=', ' ', '𠮷', '龙', '\ud842'), maxLength: 30 });
    fc.assert(
      fc.property(value, text => {
        const { lines, pictures } = onPaper([...centred(text, 48), 'end'].join('\n'));
        expect(pictures).toEqual([]);
        const expected = text.toWellFormed().replace(/[\p{Cc}\p{Cf}\s\ufffd]/gu, '');
        const printed = lines
          .slice(0, -1)
          .join('')
          .replace(/[\s\ufffd?]/gu, '');
        expect(printed).toBe(expected);
      }),
      { numRuns: 2000 },
    );
  });

  test('in a code stay whole', async () => {
    const text = 'https://x.cn/?a={1}&b=2;c=|\\~"^_`3';
    expect(await readPicture(onPaper(qrCode(text)).pictures[0])).toBe(text);
  });
});

describe('wrapping', () => {
  test('keeps within the width, loses nothing, and begins no line with a closing mark', () => {
    const text = fc.string({ unit: fc.constantFrom(...'中文，。（）《》abc123 -.'), maxLength: 120 });
    fc.assert(
      fc.property(text, fc.constantFrom(10, 32, 48), (value, columns) => {
        const lines = wrapText(value, columns);
        expect(lines.every(line => columnsOf(line) <= columns)).toBe(true);
        expect(lines.join('').replaceAll(' ', '')).toBe(value.replaceAll(' ', ''));
      }),
    );
    expect(wrapText('一二三四五，六七八九十。', 10)).toEqual(['一二三四', '五，六七八', '九十。']);
    expect(wrapText('bring (the) original documents', 12)).toEqual(['bring (the)', 'original', 'documents']);
  });
});
