import { type FaultName, fault, Refusal } from '../../content/common/faults.ts';
import type { Readiness } from '../api/types.ts';
import type { CertificatePrinter } from '../devices/certificate-printer/types.ts';
import { readinessReceipt } from '../devices/receipt-printer/readiness-receipt.ts';
import type { ReceiptPrinter } from '../devices/receipt-printer/types.ts';
import { readinessPdf } from './readiness-report.ts';
import { troubleOf } from './services.ts';

/** The readiness report on paper: a sheet of A4, or a receipt when only that printer works. */
export interface ReportPrinting {
  readonly state: Readiness['report'];
  /** @throws Refusal not-now while one is printed, the certificate printer's fault when nothing can print it */
  print(readiness: Readiness): void;
  close(): Promise<void>;
}

export function createReportPrinting(
  certificatePrinter: CertificatePrinter,
  receiptPrinter: ReceiptPrinter | null,
): ReportPrinting {
  const closing = new AbortController();
  let state: Readiness['report'] = { state: 'none' };
  let printing: Promise<void> = Promise.resolve();

  /** The way it goes to paper now: what it ends with is the fault, or null. */
  function way(): (readiness: Readiness) => Promise<FaultName | null> {
    const trouble = troubleOf(certificatePrinter.status);
    if (trouble === null) return onSheet;
    if (receiptPrinter === null || troubleOf(receiptPrinter.status) !== null) throw new Refusal(trouble);
    return readiness => onReceipt(receiptPrinter, readiness);
  }

  async function onSheet(readiness: Readiness): Promise<FaultName | null> {
    const job = { document: await readinessPdf(readiness), documentName: '终端自检报告', copies: 1 };
    const result = await certificatePrinter.print(job, () => {}, closing.signal);
    return result.outcome === 'printed' ? null : result.fault;
  }

  async function onReceipt(printer: ReceiptPrinter, readiness: Readiness): Promise<FaultName | null> {
    const result = await printer.print(readinessReceipt(readiness, printer.columns), closing.signal);
    return result.outcome === 'printed' ? null : result.fault;
  }

  return {
    get state() {
      return state;
    },
    print: readiness => {
      if (state.state === 'printing') throw new Refusal('not-now', 'a report is being printed');
      const print = way();
      state = { state: 'printing' };
      printing = print(readiness).then(name => {
        state = name === null ? { state: 'printed' } : { state: 'failed', fault: fault(name) };
      });
    },
    close: async () => {
      closing.abort();
      await printing;
    },
  };
}
