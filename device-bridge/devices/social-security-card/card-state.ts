import type { FaultName } from '../../../content/common/faults.ts';
import type { PublicData } from './card-data.ts';
import type { ReaderSight, TerminalFailure } from './card-terminal.ts';
import type { SocialSecurityCardOutcome, SocialSecurityCardStatus } from './types.ts';

/**
 * What the driver does now. Each effect belongs to its step: when an event puts another step in its place, the effect is
 * given up.
 */
export type CardStep =
  | { do: 'open' }
  | { do: 'watch'; since: ReaderSight | null }
  /** attempt 1 as the card is, 2 after a reset, 3 after a cold start. */
  | { do: 'read'; call: number; attempt: 1 | 2 | 3 }
  | { do: 'hang-up'; next: 'open' | 'retry' | 'probe' }
  | { do: 'pause'; for: 'retry' | 'probe' | 'libraryProbe' }
  | { do: 'stop' };

/** 'hung': no answer in time; the session has to go. */
export type ReadResult = (PublicData & { atr: string }) | 'card-gone' | 'mute' | 'lost' | 'hung';

export type CardEvent =
  | { type: 'opened' | 'hung-up' | 'pause-over' | 'closed' }
  | { type: 'open-failed'; why: TerminalFailure }
  | { type: 'sighted'; sight: ReaderSight }
  | { type: 'lost'; hung: boolean }
  | { type: 'read-ended'; result: ReadResult }
  /** Who waits for a card now: the number of a readCard call, or null. */
  | { type: 'wanted'; by: number | null };

export interface CardState {
  step: CardStep;
  status: SocialSecurityCardStatus;
  /** Failed openings and lost sessions in a row: 1 reopen, 2 after a breath, 3 report; then the slow probe. */
  failures: number;
  sight: ReaderSight | null;
  /** The insertion that has been read or judged: that card is not read again before it was pulled. */
  done: number | null;
  /** Readings in a row that hung. The second is the card's fault: it must not be tried for ever. */
  hangs: number;
  wantedBy: number | null;
  /** Set by the event that ended a call, null after the next. */
  ended: { call: number; outcome: SocialSecurityCardOutcome } | null;
}

export const initialCardState: CardState = {
  step: { do: 'open' },
  status: { state: 'absent', fault: 'social-security-reader-absent' },
  failures: 0,
  sight: null,
  done: null,
  hangs: 0,
  wantedBy: null,
  ended: null,
};

export function faultOfFailure(why: TerminalFailure): SocialSecurityCardStatus {
  const faults: Record<TerminalFailure, FaultName> = {
    'library-missing': 'social-security-library-missing',
    'no-service': 'social-security-reader-absent',
    failed: 'social-security-reader-failed',
  };
  return { state: why === 'failed' ? 'faulted' : 'absent', fault: faults[why] };
}
