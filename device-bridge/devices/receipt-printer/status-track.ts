import { faultOf, isRecoverable, type PrinterCondition } from './printer-condition.ts';
import type { ReceiptPrinterStatus } from './types.ts';

/** What the driver knows of the printer and how far it has climbed the ladder. */
export interface StatusTrack {
  status: ReceiptPrinterStatus;
  /** Failed looks in a row: 1 retry, 2 reset, 3 reopen, 4 report; then the slow probe. */
  failures: number;
  /** Looks in a row at an error that DLE ENQ 2 may mend. */
  recoverableLooks: number;
}

/** no-line: it could not be opened. lost: it ended by itself. answersNothing: a line that is open and never answers. */
export type TrackEvent =
  | { type: 'no-line' | 'lost' | 'answers-nothing' }
  | { type: 'looked'; condition: PrinterCondition | null };

/** The next thing to do when no receipt waits. recover: DLE ENQ 2, then look again. */
export type NextMove = 'poll' | 'retry' | 'reset' | 'recover' | 'reopen' | 'probe';

export const unknownTrack: StatusTrack = {
  status: { state: 'absent', fault: 'receipt-printer-absent' },
  failures: 0,
  recoverableLooks: 0,
};
const [resetAt, reopenAt, reportAt] = [2, 3, 4] as const;
const recoveriesAtOnce = 3;
const recoveryEvery = 20;

/** A blip changes nothing on the screen: a failed look or a lost line is mended first and told when that has failed. */
export function track(before: StatusTrack, event: TrackEvent): StatusTrack {
  switch (event.type) {
    case 'no-line':
      return { status: unknownTrack.status, failures: reportAt, recoverableLooks: 0 };
    case 'lost':
      // The first loss is mended by opening at once; a line lost again before it worked waits for the slow probe.
      return before.failures < reopenAt
        ? { ...before, failures: reopenAt }
        : { status: unknownTrack.status, failures: reportAt, recoverableLooks: 0 };
    case 'answers-nothing':
      return { status: { state: 'ready', paperLow: false }, failures: 0, recoverableLooks: 0 };
    case 'looked':
      return event.condition === null ? silent(before) : seen(before, event.condition);
  }
}

function silent(before: StatusTrack): StatusTrack {
  const failures = Math.min(before.failures + 1, reportAt);
  if (failures < reportAt) return { ...before, failures };
  return { status: { state: 'absent', fault: 'receipt-printer-silent' }, failures, recoverableLooks: 0 };
}

function seen(before: StatusTrack, condition: PrinterCondition): StatusTrack {
  const fault = faultOf(condition);
  return {
    status: fault === null ? { state: 'ready', paperLow: condition.paper === 'low' } : { state: 'attention', fault },
    failures: 0,
    recoverableLooks: isRecoverable(condition) ? before.recoverableLooks + 1 : 0,
  };
}

export function nextMove({ failures, recoverableLooks }: StatusTrack): NextMove {
  if (failures >= reportAt) return 'probe';
  if (failures === reopenAt) return 'reopen';
  if (failures === resetAt) return 'reset';
  if (failures === 1) return 'retry';
  const recovers =
    recoverableLooks > 0 && (recoverableLooks <= recoveriesAtOnce || recoverableLooks % recoveryEvery === 0);
  return recovers ? 'recover' : 'poll';
}
