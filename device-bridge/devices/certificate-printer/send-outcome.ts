import type { FaultName } from '../../../content/common/faults.ts';
import type { IppFailure } from './ipp-failure.ts';

/** What a failed Print-Job or Validate-Job means for the job. */
export type SendVerdict =
  /** The printer has a job of someone else: try again; `fault` when the turn never comes. */
  | { verdict: 'wait'; fault: FaultName }
  /** Certain that nothing will be printed. */
  | { verdict: 'failed'; fault: FaultName }
  /** The document may have arrived. */
  | { verdict: 'uncertain' };

const waitsForTurn: Record<string, FaultName> = {
  'server-error-busy': 'printer-busy',
  'server-error-too-many-jobs': 'printer-busy',
  'server-error-temporary-error': 'printer-busy',
  'server-error-not-accepting-jobs': 'printer-stopped',
  'server-error-service-unavailable': 'printer-stopped',
};

/** documentSent: whether the request carried the document. place: who failed, the printer or the CUPS queue. Pure. */
export function verdictOn(failure: IppFailure, documentSent: boolean, place: 'printer' | 'queue'): SendVerdict {
  const verdict = verdictOnPrinter(failure, documentSent);
  if (place === 'printer' || verdict.verdict === 'uncertain') return verdict;
  return ofPrinterAlone.has(verdict.fault) ? { ...verdict, fault: 'printer-queue-stopped' } : verdict;
}

/** What a queue cannot say of itself. */
const ofPrinterAlone: ReadonlySet<FaultName> = new Set(['printer-absent', 'printer-silent', 'printer-stopped']);

function verdictOnPrinter(failure: IppFailure, documentSent: boolean): SendVerdict {
  switch (failure.kind) {
    case 'unreachable':
      return { verdict: 'failed', fault: failure.timedOut ? 'printer-silent' : 'printer-absent' };
    case 'untrusted':
      return { verdict: 'failed', fault: 'printer-untrusted' };
    case 'status': {
      const fault = waitsForTurn[failure.status];
      return fault === undefined ? { verdict: 'failed', fault: 'print-refused' } : { verdict: 'wait', fault };
    }
    case 'http':
      // 4xx: refused before a printer saw it. 5xx: a gateway may have passed it on before it failed.
      return documentSent && failure.httpStatus >= 500
        ? { verdict: 'uncertain' }
        : { verdict: 'failed', fault: 'print-refused' };
    case 'timeout':
    case 'broken':
    case 'malformed':
      return documentSent ? { verdict: 'uncertain' } : { verdict: 'failed', fault: 'printer-silent' };
  }
}
