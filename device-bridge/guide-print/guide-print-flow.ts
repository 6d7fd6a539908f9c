import type { FaultName } from '../../content/common/faults.ts';
import type { GuidePaper } from '../api/types.ts';

/** The tick lists of one visit, as data. */
export interface GuidePrintFlow {
  step:
    | { step: 'idle' }
    /** held: what the printer waits for. */
    | { step: 'printing'; paper: GuidePaper; matterId: string; held: FaultName | null }
    | { step: 'printed'; paper: GuidePaper; matterId: string }
    | { step: 'failed'; matterId: string; fault: FaultName };
  /** Lists that were given to a printer in this visit. */
  used: number;
}

export type GuidePrintEvent =
  | { type: 'asked'; paper: GuidePaper; matterId: string }
  /** It is set, and goes to the printer now. */
  | { type: 'sent' }
  | { type: 'held'; fault: FaultName | null }
  | { type: 'ended'; fault: FaultName | null }
  /** The visit is over. */
  | { type: 'dropped' };

/** Enough for a whole family's errands; nobody empties the tray with it. */
export const listsPerVisit = 5;

export const noGuidePrint: GuidePrintFlow = { step: { step: 'idle' }, used: 0 };

/** An event that does not fit leaves the very same object. */
export function nextGuidePrint(flow: GuidePrintFlow, event: GuidePrintEvent): GuidePrintFlow {
  const { step, used } = flow;
  if (event.type === 'dropped') return step.step === 'idle' && used === 0 ? flow : noGuidePrint;
  if (event.type === 'asked') {
    if (step.step === 'printing' || used >= listsPerVisit) return flow;
    return { used, step: { step: 'printing', paper: event.paper, matterId: event.matterId, held: null } };
  }
  if (step.step !== 'printing') return flow;
  const { paper, matterId } = step;
  switch (event.type) {
    case 'sent':
      return { step, used: used + 1 };
    case 'held':
      return step.held === event.fault ? flow : { used, step: { ...step, held: event.fault } };
    case 'ended':
      if (event.fault === null) return { used, step: { step: 'printed', paper, matterId } };
      return { used, step: { step: 'failed', matterId, fault: event.fault } };
  }
}

/** Paper moves: silence is not absence, and no other sheet may come between. */
export function isPrintingGuide({ step }: GuidePrintFlow): boolean {
  return step.step === 'printing' && step.held === null;
}
