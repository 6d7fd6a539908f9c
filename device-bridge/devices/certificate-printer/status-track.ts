import { lostAfterFailures, type PrinterDelays } from './delays.ts';
import type { PrinterAttributes } from './ipp-answers.ts';
import type { IppResult } from './ipp-failure.ts';
import { statusOf } from './state-reasons.ts';
import type { CertificatePrinterStatus } from './types.ts';

/** The status as told to the terminal, and how many looks in a row have failed. */
export interface StatusTrack {
  status: CertificatePrinterStatus;
  failures: number;
}

/** Nothing is known yet, and what is not known cannot print. */
export const unknownStatus: StatusTrack = { status: { state: 'absent', fault: 'printer-absent' }, failures: 0 };

/** One look at the printer: an answer counts at once, silence only the third time in a row. Pure. */
export function track(before: StatusTrack, look: IppResult<PrinterAttributes>): StatusTrack {
  if (look.ok) return { status: statusOf(look.value), failures: 0 };
  const failures = before.failures + 1;
  if (failures < lostAfterFailures && before.status.state !== 'absent') return { ...before, failures };
  const refused = look.failure.kind === 'unreachable' && !look.failure.timedOut;
  return { status: { state: 'absent', fault: refused ? 'printer-absent' : 'printer-silent' }, failures };
}

/** Looks again soon after a first failure, else at leisure. */
export function nextLookMs(now: StatusTrack, delays: PrinterDelays): number {
  return now.failures > 0 && now.failures < lostAfterFailures ? delays.failedPollMs : delays.idlePollMs;
}
