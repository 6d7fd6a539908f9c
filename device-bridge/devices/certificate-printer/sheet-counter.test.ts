import { expect, test } from 'vitest';
import { forecastSheetsLeft, isStillOutOfPaper } from './sheet-counter.ts';
import type { CertificatePrinterStatus } from './types.ts';

test('a forecast is what should be left of a full tray, and never less than nothing', () => {
  expect(forecastSheetsLeft(250, 210)).toBe(40);
  expect(forecastSheetsLeft(250, 300)).toBe(0);
});

test('paper was filled in only when the printer is ready again', () => {
  const stock = { sheetsLeft: null, sheetsLeftIsEstimate: false, tonerPercent: null, warnings: [] };
  const attention = (fault: 'printer-out-of-paper' | 'printer-jammed'): CertificatePrinterStatus => ({
    ...{ state: 'attention', fault, ...stock },
  });
  const seen: CertificatePrinterStatus[] = [
    attention('printer-out-of-paper'),
    attention('printer-jammed'),
    { state: 'absent', fault: 'printer-absent' },
    { state: 'ready', busy: false, ...stock },
  ];
  let out = false;
  const outs = seen.map(status => {
    out = isStillOutOfPaper(out, status);
    return out;
  });
  expect(outs).toEqual([true, true, true, false]);
});
