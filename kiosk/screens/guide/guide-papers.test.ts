import { expect, test } from 'vitest';
import { fault } from '../../../content/common/faults.ts';
import type { DevicesView } from '../../../device-bridge/api/types.ts';
import { workingPapers } from './guide-papers.ts';

const stock = { sheetsLeft: null, sheetsLeftIsEstimate: false, tonerPercent: null, warnings: [] };
const well: DevicesView = {
  idCardReader: { state: 'ready' },
  certificatePrinter: { state: 'ready', busy: false, ...stock },
  socialSecurityCard: null,
  codeReader: null,
  receiptPrinter: { state: 'ready', paperLow: false },
  scanner: null,
};

test('a list is printed on what works now, the small paper first', () => {
  expect(workingPapers(well)).toEqual(['receipt', 'a4']);
});

test('a terminal without a receipt printer has A4', () => {
  expect(workingPapers({ ...well, receiptPrinter: null })).toEqual(['a4']);
});

test('what is broken or has no paper is not offered', () => {
  const out = fault('printer-out-of-paper');
  const certificatePrinter: DevicesView['certificatePrinter'] = { state: 'attention', fault: out, ...stock };
  expect(workingPapers({ ...well, certificatePrinter })).toEqual(['receipt']);
  expect(workingPapers({ ...well, certificatePrinter, receiptPrinter: { state: 'absent', fault: out } })).toEqual([]);
});
