import type { CertificatePrinterStatus } from './types.ts';

/** The terminal's own count of sheets since paper was last filled in; kept over restarts by whoever gives it. */
export interface SheetCounter {
  sheetsSinceFill(): number;
  add(sheets: number): void;
  filled(): void;
}

/** Sheets that should be left of a full tray; never below none. Pure. */
export function forecastSheetsLeft(capacity: number, sheetsSinceFill: number): number {
  return Math.max(0, capacity - sheetsSinceFill);
}

/** Whether the paper is still to be filled in: only a ready printer has some again, a jam says nothing of it. Pure. */
export function isStillOutOfPaper(before: boolean, status: CertificatePrinterStatus): boolean {
  if (status.state === 'ready') return false;
  return before || status.fault === 'printer-out-of-paper';
}
