import { lostAfterFailures, type PrinterDelays } from './delays.ts';
import type { PrinterAttributes } from './ipp-answers.ts';
import type { IppFailure, IppResult } from './ipp-failure.ts';
import { type Knowledge, statusOf } from './state-reasons.ts';
import type { CertificatePrinterStatus } from './types.ts';

/** The status as told to the terminal, and how many looks in a row have failed. */
export interface StatusTrack {
  status: CertificatePrinterStatus;
  failures: number;
  queueFailures: number;
}

/** One look: at the printer itself, and at the CUPS queue where jobs go through one. */
export interface Look {
  printer: IppResult<PrinterAttributes>;
  queue: IppResult<PrinterAttributes> | null;
}

/** Nothing is known yet, and what is not known cannot print. */
export const unknownStatus: StatusTrack = {
  status: { state: 'absent', fault: 'printer-absent' },
  failures: 0,
  queueFailures: 0,
};

/** An answer counts at once, silence only the third time in a row, of the printer and of its queue alike. Pure. */
export function track(before: StatusTrack, look: Look, known: Omit<Knowledge, 'queueStopped'>): StatusTrack {
  const queueFailures = look.queue === null || look.queue.ok ? 0 : before.queueFailures + 1;
  if (look.printer.ok) {
    const queueStopped = look.queue?.ok ? isStopped(look.queue.value) : queueFailures >= queueLostAfter(before);
    return { status: statusOf(look.printer.value, { ...known, queueStopped }), failures: 0, queueFailures };
  }
  const { failure } = look.printer;
  const failures = before.failures + 1;
  // A wrong certificate is no blip: somebody else answers.
  const isBlip = failure.kind !== 'untrusted' && failures < lostAfterFailures;
  if (isBlip && before.status.state !== 'absent') return { ...before, failures, queueFailures };
  return { status: { state: 'absent', fault: absence(failure) }, failures, queueFailures };
}

/** A queue that works may blink; one that was never seen to is not taken to work. */
function queueLostAfter(before: StatusTrack): number {
  return before.status.state === 'ready' ? lostAfterFailures : 1;
}

function absence(failure: IppFailure) {
  if (failure.kind === 'untrusted') return 'printer-untrusted';
  return failure.kind === 'unreachable' && !failure.timedOut ? 'printer-absent' : 'printer-silent';
}

/** Of a queue only this is its own word; the reasons it shows are what it last heard of the printer. */
function isStopped(queue: PrinterAttributes): boolean {
  return queue.state === 'stopped' || !queue.acceptingJobs;
}

/** Looks again soon after a first failure, else at leisure. */
export function nextLookMs(now: StatusTrack, delays: PrinterDelays): number {
  const failures = Math.max(now.failures, now.queueFailures);
  return failures > 0 && failures < lostAfterFailures ? delays.failedPollMs : delays.idlePollMs;
}
