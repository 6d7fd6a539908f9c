import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { Readiness } from '../api/types.ts';
import { createCertificatePrinter } from '../devices/certificate-printer/driver.ts';
import type { CertificatePrinter } from '../devices/certificate-printer/types.ts';
import { createReceiptPrinter } from '../devices/receipt-printer/driver.ts';
import { createSimulatedReceiptPrinter } from '../devices/receipt-printer/simulator/simulated-receipt-printer.ts';
import type { ReceiptPrinter } from '../devices/receipt-printer/types.ts';
import { createReportPrinting, type ReportPrinting, reportLimit } from './report-printing.ts';

const readiness: Readiness = {
  at: '2026-11-23T08:00:00.000Z',
  mode: 'terminal',
  terminal: { id: 'yuanqiao-1', placeCode: '331003107', number: 1 },
  ready: true,
  devices: [],
  services: { certificates: { available: true }, receipts: null, scanning: null, codes: null },
  platformReachable: true,
  contentDigest: null,
  report: { state: 'none' },
};

let certificatePrinter: CertificatePrinter;
let receiptPrinter: ReceiptPrinter;
let printing: ReportPrinting;
const defects: unknown[] = [];
beforeEach(async () => {
  defects.length = 0;
  // Nobody listens there: the report goes out as a receipt.
  certificatePrinter = createCertificatePrinter({ uri: 'ipp://127.0.0.1:1/ipp/print' });
  receiptPrinter = createReceiptPrinter({ transport: createSimulatedReceiptPrinter().transport });
  printing = createReportPrinting({ certificatePrinter, receiptPrinter, onDefect: error => defects.push(error) });
  await vi.waitFor(() => expect(receiptPrinter.status.state).toBe('ready'), 5000);
});
afterEach(async () => {
  vi.restoreAllMocks();
  await printing.close();
  await receiptPrinter.close();
  await certificatePrinter.close();
});

const ended = () => vi.waitFor(() => expect(printing.state.state).not.toBe('printing'), 10_000);

test('whoever goes on touching the button does not empty the roll', async () => {
  for (let report = 0; report < reportLimit.reports; report += 1) {
    printing.print(readiness);
    expect(() => printing.print(readiness)).toThrow('not-now');
    await ended();
    expect(printing.state).toEqual({ state: 'printed' });
  }
  expect(() => printing.print(readiness)).toThrow('report-limit');
  const later = performance.now() + reportLimit.withinMs;
  vi.spyOn(performance, 'now').mockReturnValue(later);
  expect(() => printing.print(readiness)).not.toThrow();
});

test('a report that cannot be made is said to be so, and the terminal goes on', async () => {
  printing.print({ ...readiness, at: 'no time' });
  await ended();
  expect(printing.state).toMatchObject({ state: 'failed', fault: { name: 'report-failed' } });
  expect(defects).toHaveLength(1);
  printing.print(readiness);
  await ended();
  expect(printing.state).toEqual({ state: 'printed' });
});
