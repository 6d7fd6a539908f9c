import type { FaultName } from '../../../content/common/faults.ts';
import type { Device } from '../device.ts';

/** What a printer holds, as far as it or the terminal's own count can tell. */
export interface PrinterStock {
  /** Sheets of A4; null when neither the printer nor a count of the terminal tells. */
  sheetsLeft: number | null;
  /** True: the terminal's own count, "about 40 sheets left". False: the printer's number. */
  sheetsLeftIsEstimate: boolean;
  /** Of the toner that will be empty first; null when the printer does not say. */
  tonerPercent: number | null;
  /** What will soon stop the printer and does not yet. */
  warnings: FaultName[];
}

/** Absent (no answer), attention (answers, but cannot print now) and ready are different states. */
export type CertificatePrinterStatus =
  | { state: 'absent'; fault: FaultName }
  | ({ state: 'attention'; fault: FaultName } & PrinterStock)
  | ({ state: 'ready'; busy: boolean } & PrinterStock);

export interface PrintJob {
  /** A4 PDF. */
  document: Uint8Array;
  /** Shown by the printer and in its queue; may be Chinese. */
  documentName: string;
  /** 1 to 5. */
  copies: number;
  /** two-sided: turned over the long edge, where the printer can. one-sided when left out. */
  sides?: 'one-sided' | 'two-sided';
}

/** Where a print job is. `held` names what the printer waits for; the job goes on by itself when that is mended. */
export type PrintProgress =
  | { stage: 'sending' }
  | { stage: 'queued'; sheetsDone: number }
  | { stage: 'printing'; sheetsDone: number }
  | { stage: 'held'; fault: FaultName; sheetsDone: number };

/** printed: the printer itself said completed. uncertain: bytes went out and the end is not known. */
export type PrintOutcome =
  | { outcome: 'printed'; sheets: number }
  | { outcome: 'failed'; fault: FaultName }
  | { outcome: 'uncertain'; fault: FaultName };

/** Never throws for what a printer or a network can do: that is in the status and the outcome. */
export interface CertificatePrinter extends Device<CertificatePrinterStatus> {
  /**
   * Sends the job and follows it to its end. Aborting cancels the job at the printer and reports what came of it.
   * @throws RangeError when copies is no whole number from 1 to 5
   */
  print(job: PrintJob, onProgress: (progress: PrintProgress) => void, signal: AbortSignal): Promise<PrintOutcome>;
}
