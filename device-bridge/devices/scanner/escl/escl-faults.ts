import type { FaultName } from '../../../../content/common/faults.ts';
import { type AttemptEnd, failedAttempt } from '../scanner-backend.ts';
import type { ScanSource } from '../types.ts';
import type { EsclStatus } from './answers.ts';
import type { HttpFailure } from './exchange.ts';

/** What the scanner says is wrong with it: AdfState, else State. Null: it can scan. */
export function statusFault({ state, adfState }: EsclStatus): FaultName | null {
  const feeder = feederFault(adfState);
  if (feeder !== null && feeder !== 'scanner-no-paper') return feeder;
  if (state === 'Processing' || state === 'Testing') return 'scanner-busy';
  if (state === 'Stopped' || state === 'Down') return 'scanner-failed';
  return null;
}

/** AdfState and JobStateReason share their endings: ScannerAdfJam, ScannerAdfDoorOpen, ScannerAdfEmpty, ... */
export function feederFault(word: string | null): FaultName | null {
  if (word === null) return null;
  if (/jam|m(ulti|is)pick/i.test(word)) return 'scanner-jammed';
  if (/(door|hatch|cover)open/i.test(word)) return 'scanner-cover-open';
  if (/(adf|feeder|media)empty|noDocuments/i.test(word)) return 'scanner-no-paper';
  return null;
}

export function feederLoaded({ adfState }: EsclStatus): boolean | null {
  if (adfState === null) return null;
  return adfState !== 'ScannerAdfEmpty';
}

export type JobEnd = { job: 'running' } | { job: 'ended' } | { job: 'failed'; fault: FaultName };

/**
 * What has become of a job, as far as the scanner tells.
 * @param path of the job's address
 */
export function jobEnd(status: EsclStatus, path: string, source: ScanSource): JobEnd {
  const job = status.jobs.find(({ uri }) => pathOf(uri) === pathOf(path));
  const reason = job?.reasons.map(feederFault).find(fault => fault !== null) ?? null;
  const said = source === 'feeder' ? feederFault(status.adfState) : null;
  switch (job?.state) {
    case 'Pending':
    case 'Processing':
      return reason === null ? { job: 'running' } : { job: 'failed', fault: reason };
    case 'Aborted':
    case 'Canceled':
      return { job: 'failed', fault: reason ?? said ?? 'scanner-failed' };
    default:
      // An empty feeder is how every stack ends.
      return said === null || said === 'scanner-no-paper' ? { job: 'ended' } : { job: 'failed', fault: said };
  }
}

function pathOf(uri: string): string {
  const path = URL.canParse(uri, 'http://scanner') ? new URL(uri, 'http://scanner').pathname : uri;
  return path.replace(/\/$/, '');
}

/** The end of an attempt whose request failed below HTTP. */
export function endOfFailure({ kind, detail }: HttpFailure, doing: string): AttemptEnd & { end: 'failed' } {
  const words = `${doing}: ${kind} ${detail}`;
  switch (kind) {
    case 'absent':
      return failedAttempt('scanner-absent', words, 'broken');
    case 'broken':
      return failedAttempt('scanner-silent', words, 'broken');
    case 'silent':
    case 'cancelled':
      return failedAttempt('scanner-silent', words);
    case 'too-large':
      return failedAttempt('scanner-failed', words);
  }
}
