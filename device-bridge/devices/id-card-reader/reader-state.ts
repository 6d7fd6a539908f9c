import type { FaultName } from '../../../content/common/faults.ts';
import type { DeviceIdentity } from '../device.ts';
import type { SamAnswer, SamCommand } from './sam-protocol.ts';
import type { CardReadOutcome, CitizenCard, IdCardReaderStatus, ResidencePermit } from './types.ts';

/**
 * What the driver does now. Each effect belongs to its step: when an event puts another step in its place, the effect is
 * given up. A single step at a time also keeps requests one by one on the line.
 */
export type Step =
  | { do: 'open' }
  | { do: 'hang-up'; next: 'open' | 'probe' }
  | { do: 'ask'; command: SamCommand; attempt: 1 | 2 }
  | { do: 'pause'; for: 'poll' | 'heartbeat' | 'retry' | 'probe' }
  | { do: 'stop' };

export type ReaderEvent =
  | { type: 'opened' | 'open-failed' | 'hung-up' | 'line-lost' | 'pause-over' | 'closed' }
  | { type: 'answered'; command: SamCommand; answer: SamAnswer }
  | { type: 'unanswered'; command: SamCommand }
  /** Whether a card that was read lies there still must be known now. */
  | { type: 'doubted' }
  /** Who waits for a card now: the number of a readCard call, or null. */
  | { type: 'wanted'; by: number | null };

export interface ReaderState {
  step: Step;
  status: IdCardReaderStatus;
  /** How far the ladder has been climbed: 0 healthy, 1 retry, 2 reset, 3 reopen, 4 reported; then the slow probe. */
  rung: number;
  /** Who the reader is, and whether the one on this line was asked. */
  identity: DeviceIdentity | null;
  asked: boolean;
  wantedBy: number | null;
  /** Whose card is being read, so that a card is never given to a call that came later. */
  readingFor: number | null;
  /** Base information read while the newest address is still to come. */
  card: CitizenCard | ResidencePermit | null;
  /** Why nothing is read until the field was seen empty: the card there was read, or this is wrong with it. */
  mustLift: 'read' | FaultName | null;
  /** A card was read, and none was laid since: it may lie there, although the field looks empty until the module starts anew. */
  mayLinger: boolean;
  /** That must be known: the module starts anew at the next pause, for then it finds the card again. */
  doubted: boolean;
  /** The reader failed while it read a card: if it is well again on the same line, the card is to blame. */
  suspectCard: boolean;
  /** Selecting a card ended with 66: only a card that is selected proves the reader again, however well its self-test goes. */
  unauthorised: boolean;
  /** Set by the event that ended a call, null after the next. */
  ended: { call: number; outcome: CardReadOutcome } | null;
}

const reportedRung = 4;

export const initialReaderState: ReaderState = {
  step: { do: 'open' },
  status: { state: 'absent', fault: 'reader-absent' },
  rung: 0,
  identity: null,
  asked: false,
  wantedBy: null,
  readingFor: null,
  card: null,
  mustLift: null,
  mayLinger: false,
  doubted: false,
  suspectCard: false,
  unauthorised: false,
  ended: null,
};

/** One rung up the ladder; `fault` is what is reported when all rungs have failed. */
export function climb(state: ReaderState, fault: FaultName): ReaderState {
  const rung = Math.min(state.rung + 1, reportedRung);
  const next = { ...state, rung };
  if (rung === 1) return pause(next, 'retry');
  if (rung === 2) return ask(startedAnew(next), 'reset-sam');
  // A line that must be opened anew says nothing about the card.
  const line = dropCard(next);
  if (rung === 3) return { ...line, step: { do: 'hang-up', next: 'open' } };
  return { ...line, status: { state: 'faulted', fault }, step: { do: 'hang-up', next: 'probe' } };
}

/** The reader has proved itself. */
export function healthy(state: ReaderState, status: IdCardReaderStatus): ReaderState {
  return state.unauthorised ? state : { ...state, rung: 0, status };
}

export function absent(state: ReaderState, step: Step): ReaderState {
  const status: IdCardReaderStatus = { state: 'absent', fault: 'reader-absent' };
  return { ...dropCard(state), rung: reportedRung, unauthorised: false, status, step };
}

/** A module that starts anew finds a card again that it has read: it must not be taken for another one. */
export function startedAnew(state: ReaderState): ReaderState {
  return state.mayLinger ? { ...state, mustLift: state.mustLift ?? 'read' } : state;
}

export function dropCard(state: ReaderState): ReaderState {
  const status: IdCardReaderStatus = state.status.state === 'reading' ? { state: 'ready' } : state.status;
  return { ...state, status, readingFor: null, card: null, suspectCard: false };
}

/**
 * After a search. For someone who waits, or to see a card lifted, the next one follows at the poll's pace; else at the
 * heartbeat's.
 */
export function rest(state: ReaderState): ReaderState {
  return pause(state, state.wantedBy !== null || state.mustLift !== null ? 'poll' : 'heartbeat');
}

export function ask(state: ReaderState, command: SamCommand): ReaderState {
  return { ...state, step: { do: 'ask', command, attempt: 1 } };
}

export function pause(state: ReaderState, reason: 'poll' | 'heartbeat' | 'retry' | 'probe'): ReaderState {
  return { ...state, step: { do: 'pause', for: reason } };
}
