import { type FaultName, fault, Refusal } from '../../content/common/faults.ts';
import type { Readiness } from '../api/types.ts';
import type { CertificatePrinter } from '../devices/certificate-printer/types.ts';
import { readinessReceipt } from '../devices/receipt-printer/readiness-receipt.ts';
import type { ReceiptPrinter } from '../devices/receipt-printer/types.ts';
import { steadyNow } from '../visit/steady-clock.ts';
import { readinessPdf } from './readiness-report.ts';
import { troubleOf } from './services.ts';

/** The readiness report on paper: a sheet of A4, or a receipt when only that printer works. */
export interface ReportPrinting {
  readonly state: Readiness['report'];
  /**
   * @throws Refusal not-now while one is printed, report-limit when enough were printed lately, the certificate printer's
   * fault when nothing can print it
   */
  print(readiness: Readiness): void;
  close(): Promise<void>;
}

export interface ReportPrintingParts {
  certificatePrinter: CertificatePrinter;
  receiptPrinter: ReceiptPrinter | null;
  /** A report that could not be set: for the log. */
  onDefect(error: unknown): void;
}

/** A technician prints one before the work and one after it; whoever else finds the button cannot empty the tray with it. */
export const reportLimit = { reports: 3, withinMs: 30 * 60_000 } as const;

export function createReportPrinting(parts: ReportPrintingParts): ReportPrinting {
  const { certificatePrinter, receiptPrinter } = parts;
  const closing = new AbortController();
  let state: Readiness['report'] = { state: 'none' };
  let printing: Promise<void> = Promise.resolve();
  /** When paper was last asked for, by the steady clock. */
  let times: number[] = [];

  /** The way it goes to paper now: what it ends with is the fault, or null. */
  function way(): (readiness: Readiness) => Promise<FaultName | null> {
    const trouble = troubleOf(certificatePrinter.status);
    if (trouble === null) return onSheet;
    if (receiptPrinter === null || troubleOf(receiptPrinter.status) !== null) throw new Refusal(trouble);
    return readiness => onReceipt(receiptPrinter, readiness);
  }

  async function onSheet(readiness: Readiness): Promise<FaultName | null> {
    const job = { document: await readinessPdf(readiness), documentName: '终端自检报告', copies: 1 };
    times.push(steadyNow());
    const result = await certificatePrinter.print(job, () => {}, closing.signal);
    return result.outcome === 'printed' ? null : result.fault;
  }

  async function onReceipt(printer: ReceiptPrinter, readiness: Readiness): Promise<FaultName | null> {
    const document = readinessReceipt(readiness, printer.columns);
    times.push(steadyNow());
    const result = await printer.print(document, closing.signal);
    return result.outcome === 'printed' ? null : result.fault;
  }

  return {
    get state() {
      return state;
    },
    print: readiness => {
      if (state.state === 'printing') throw new Refusal('not-now', 'a report is being printed');
      const print = way();
      times = times.filter(at => steadyNow() - at < reportLimit.withinMs);
      if (times.length >= reportLimit.reports) throw new Refusal('report-limit');
      state = { state: 'printing' };
      // A report that cannot be made must not end the process: a citizen may stand before it.
      printing = print(readiness)
        .catch((error: unknown): FaultName => {
          parts.onDefect(error);
          return 'report-failed';
        })
        .then(name => {
          state = name === null ? { state: 'printed' } : { state: 'failed', fault: fault(name) };
        });
    },
    close: async () => {
      closing.abort();
      await printing;
    },
  };
}
