import type { FaultName } from '../../../content/common/faults.ts';
import type { Device } from '../device.ts';

/** Absent (no answer), attention (answers, but cannot print now) and ready are different states. */
export type ReceiptPrinterStatus =
  | { state: 'absent'; fault: FaultName }
  | { state: 'attention'; fault: FaultName }
  /** paperLow: the near-end sensor sees the end of the roll; some metres are left. */
  | { state: 'ready'; paperLow: boolean };

/** printed: the printer said after the last byte that it is on line and has paper. uncertain: bytes went out and the end is not known. */
export type ReceiptOutcome =
  | { outcome: 'printed' }
  | { outcome: 'failed'; fault: FaultName }
  | { outcome: 'uncertain'; fault: FaultName };

export interface ReceiptPrinter extends Device<ReceiptPrinterStatus> {
  /** Characters a line, two for a Chinese one: documents are built for it. */
  readonly columns: 48 | 32;
  /** `document`: receiptline markup, e.g. from receipt-document.ts. One at a time; aborting stops before the next byte. */
  print(document: string, signal: AbortSignal): Promise<ReceiptOutcome>;
}
