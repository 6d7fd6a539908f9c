import type { FaultName } from '../../content/common/faults.ts';
import type { StaffNow } from '../api/types.ts';

/** A call for somebody of the staff, as data. Times are milliseconds since 1970. */
export type HelpFlow =
  | { state: 'none' }
  | { state: 'calling'; callId: string }
  | { state: 'waiting'; callId: string; since: number; staff: StaffNow }
  | { state: 'answered'; callId: string; by: string }
  | { state: 'failed'; fault: FaultName };

export type HelpEvent =
  | { type: 'called'; callId: string }
  /** What the platform says of the call. */
  | { type: 'heard'; callId: string; since: number; staff: StaffNow; answeredBy: string | null; done: boolean }
  | { type: 'refused'; callId: string; fault: FaultName }
  /** Taken back, or the visit is over. */
  | { type: 'ended' };

/** An event that does not fit leaves the very same object; what was heard of an older call does not fit. */
export function nextHelp(flow: HelpFlow, event: HelpEvent): HelpFlow {
  if (event.type === 'ended') return flow.state === 'none' ? flow : { state: 'none' };
  if (event.type === 'called') return isOpen(flow) ? flow : { state: 'calling', callId: event.callId };
  if (!isOpen(flow) || flow.callId !== event.callId) return flow;
  const { callId } = flow;
  // A call that is under way stays so while the platform is away: it may have been heard.
  if (event.type === 'refused') return flow.state === 'calling' ? { state: 'failed', fault: event.fault } : flow;
  if (event.done) return { state: 'none' };
  if (event.answeredBy !== null) {
    return flow.state === 'answered' && flow.by === event.answeredBy
      ? flow
      : { state: 'answered', callId, by: event.answeredBy };
  }
  const { since, staff } = event;
  const same = flow.state === 'waiting' && flow.since === since && flow.staff === staff;
  return same ? flow : { state: 'waiting', callId, since, staff };
}

/** Somebody is called, and the call is not over. */
export function isOpen(flow: HelpFlow): flow is Extract<HelpFlow, { callId: string }> {
  return 'callId' in flow;
}
