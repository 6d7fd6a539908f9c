import type { FaultName } from '../../../content/common/faults.ts';

/** Absent (no answer), attention (answers, but cannot print now) and ready are different states. */
export type CertificatePrinterStatus =
  | { state: 'absent'; fault: FaultName }
  | { state: 'attention'; fault: FaultName; sheetsLeft: number | null }
  /** sheetsLeft: null when the printer does not say. */
  | { state: 'ready'; busy: boolean; sheetsLeft: number | null };

export interface PrintJob {
  /** A4 PDF. */
  document: Uint8Array;
  /** Shown by the printer and in its queue; may be Chinese. */
  documentName: string;
  copies: number;
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
export interface CertificatePrinter {
  readonly status: CertificatePrinterStatus;
  onStatus(listener: (status: CertificatePrinterStatus) => void): () => void;
  /** Sends the job and follows it to its end. Aborting cancels the job at the printer and reports what came of it. */
  print(job: PrintJob, onProgress: (progress: PrintProgress) => void, signal: AbortSignal): Promise<PrintOutcome>;
  close(): Promise<void>;
}
