import type { FaultName } from '../../../content/common/faults.ts';
import { faultOf, type PrinterCondition } from './printer-condition.ts';
import { looksBeforeSilent } from './receipt-delays.ts';
import type { ReceiptOutcome } from './types.ts';

/**
 * One receipt on its way. look: ask how the printer is. send: the bytes. await-end: the printer's word, sent behind the
 * last byte, that everything before it is printed. end: what came of it.
 */
export type RunStep =
  | { do: 'look'; after: 'nothing' | 'last-byte' | 'end' }
  | { do: 'send' }
  | { do: 'await-end' }
  | { do: 'end'; outcome: ReceiptOutcome };

export interface RunState {
  step: RunStep;
  /** Failed looks in a row in this step. */
  silentLooks: number;
  /** False: a printer that cannot say anything. Its receipts end uncertain, never printed. */
  answersStatus: boolean;
}

export type RunEvent =
  | { type: 'looked'; condition: PrinterCondition | null }
  /** The last byte is out. */
  | { type: 'sent' }
  /** The printer took no more, the line ended, or the citizen left. bytesOut: whether any byte had gone out. */
  | { type: 'stalled' | 'lost' | 'aborted'; bytesOut: boolean }
  | { type: 'end-heard' }
  /** Not heard yet: time for a look. */
  | { type: 'no-end-yet' }
  | { type: 'time-up' };

export function startRun(answersStatus: boolean): RunState {
  const step: RunStep = answersStatus ? { do: 'look', after: 'nothing' } : { do: 'send' };
  return { step, silentLooks: 0, answersStatus };
}

export const uncertain: ReceiptOutcome = { outcome: 'uncertain', fault: 'receipt-uncertain' };

/**
 * The whole life of a receipt. Sent is not printed: 'printed' needs the printer's word behind the last byte and then a
 * look that finds it on line with paper. A printer that names what stopped it in the middle gives that as the fault.
 */
export function runReceipt(state: RunState, event: RunEvent): RunState {
  const { step } = state;
  if (step.do === 'end') return state;
  const go = (step: RunStep): RunState => ({ ...state, step, silentLooks: 0 });
  const end = (outcome: ReceiptOutcome): RunState => go({ do: 'end', outcome });
  switch (event.type) {
    case 'looked':
      return step.do === 'look' ? looked(state, step, event.condition, go) : state;
    case 'sent':
      return state.answersStatus ? go({ do: 'await-end' }) : end(uncertain);
    case 'end-heard':
      return go({ do: 'look', after: 'end' });
    case 'no-end-yet':
      return go({ do: 'look', after: 'last-byte' });
    case 'time-up':
      return end(uncertain);
    case 'stalled':
      return end(event.bytesOut ? uncertain : failed('receipt-printer-silent'));
    case 'lost':
      return end(event.bytesOut ? uncertain : failed('receipt-printer-absent'));
    case 'aborted':
      return end(event.bytesOut ? uncertain : failed('receipt-cancelled'));
  }
}

function looked(
  state: RunState,
  step: Extract<RunStep, { do: 'look' }>,
  condition: PrinterCondition | null,
  go: (step: RunStep) => RunState,
): RunState {
  const begun = step.after !== 'nothing';
  const end = (outcome: ReceiptOutcome): RunState => go({ do: 'end', outcome });
  if (condition === null) {
    const silentLooks = state.silentLooks + 1;
    if (silentLooks < looksBeforeSilent) return { ...state, silentLooks };
    // While it prints, silence is patience: the time for printing is counted elsewhere.
    if (step.after === 'last-byte') return go({ do: 'await-end' });
    return end(begun ? uncertain : failed('receipt-printer-silent'));
  }
  const fault = faultOf(condition);
  if (fault !== null) return end(begun ? { outcome: 'uncertain', fault } : failed(fault));
  if (step.after === 'end') return end({ outcome: 'printed' });
  return go(step.after === 'last-byte' ? { do: 'await-end' } : { do: 'send' });
}

function failed(fault: FaultName): ReceiptOutcome {
  return { outcome: 'failed', fault };
}
