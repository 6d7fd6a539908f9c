import type { FaultName } from '../../../content/common/faults.ts';
import { delays } from './delays.ts';

/** What the updater does now. `staged`: a generation waits until nobody is at the terminal. */
export const updateSteps = [
  'idle',
  'refreshing',
  'fetching',
  'verifying',
  'staged',
  'switching',
  'checking',
  'rolled-back',
] as const;
export type UpdateStep = (typeof updateSteps)[number];

/** Times in milliseconds of a clock that never jumps. */
export interface UpdateState {
  step: UpdateStep;
  /** When to look at the origin next; counts while idle or staged. */
  dueAt: number;
  /** Looks in a row that failed. */
  failures: number;
  /** Why nothing newer comes; null when the last look went well. */
  fault: FaultName | null;
  /** Somebody said there is something new while a look was on. */
  askedAgain: boolean;
  /** While checking: what was found out so far. */
  check: { healthy: boolean; drawn: boolean } | null;
}

/** `dice`: even in 0..1, drawn by whoever sends the event. */
export type UpdateEvent =
  /** Time to look: by the clock or for want of content. */
  | { type: 'due' }
  | { type: 'hinted'; at: number; dice: number }
  /** The look is over; `offered`: there is something to take. */
  | { type: 'refreshed'; offered: boolean; fault: FaultName | null; staged: boolean; at: number; dice: number }
  /** `fault`: of roles that could not be taken; the others go on. */
  | { type: 'fetched'; fault: FaultName | null }
  | { type: 'verified'; at: number; dice: number }
  /** `staged`: an older generation still waits. */
  | { type: 'failed'; fault: FaultName; retryAfterMs: number | null; staged: boolean; at: number; dice: number }
  /** A switch or a way back could not be written; it is tried again. */
  | { type: 'stuck'; fault: FaultName }
  /** Nobody is at the terminal. */
  | { type: 'quiet' }
  /** Somebody came in between. */
  | { type: 'busy' }
  /** It must not be shown after all: halted or held since. */
  | { type: 'withdrawn' }
  | { type: 'switched' }
  /** The composition is what it was and is fit. */
  | { type: 'healthy' }
  /** The kiosk drew it, or there is none that could. */
  | { type: 'drawn' }
  /** It must not be shown any longer. */
  | { type: 'unfit' }
  | { type: 'restored' };

export interface UpdatePace {
  pollMs: number;
}

export function initialState(options: { dueAt: number; staged: boolean; unconfirmed: boolean }): UpdateState {
  return {
    step: options.unconfirmed ? 'checking' : options.staged ? 'staged' : 'idle',
    dueAt: options.dueAt,
    failures: 0,
    fault: null,
    askedAgain: false,
    check: options.unconfirmed ? { healthy: false, drawn: false } : null,
  };
}

/** The whole life of an update. What does not fit the step changes nothing. Pure. */
export function update(state: UpdateState, event: UpdateEvent, { pollMs }: UpdatePace): UpdateState {
  const waits = state.step === 'idle' || state.step === 'staged';
  switch (event.type) {
    case 'due':
      return waits ? { ...state, step: 'refreshing', askedAgain: false } : { ...state, askedAgain: true };
    case 'hinted':
      if (!waits) return { ...state, askedAgain: true };
      return { ...state, dueAt: Math.min(state.dueAt, event.at + event.dice * delays.hintSpreadMs) };
    case 'refreshed': {
      if (state.step !== 'refreshing') return state;
      const { offered, fault, staged, at, dice } = event;
      if (offered) return { ...state, step: 'fetching', fault };
      return rested({ ...state, failures: 0, fault }, staged, at, jittered(pollMs, dice));
    }
    case 'fetched':
      return state.step === 'fetching' ? { ...state, step: 'verifying', fault: event.fault ?? state.fault } : state;
    case 'verified':
      if (state.step !== 'verifying') return state;
      return rested({ ...state, failures: 0 }, true, event.at, jittered(pollMs, event.dice));
    case 'failed': {
      if (state.step !== 'refreshing' && state.step !== 'fetching' && state.step !== 'verifying') return state;
      const { fault, retryAfterMs, staged, at, dice } = event;
      const failures = state.failures + 1;
      const wait = jittered(Math.min(pollMs * 2 ** (failures - 1), Math.max(pollMs, delays.backOffMaxMs)), dice);
      return rested(
        { ...state, failures, fault },
        staged,
        at,
        Math.max(wait, Math.min(retryAfterMs ?? 0, delays.retryAfterMaxMs)),
      );
    }
    case 'stuck':
      return { ...state, fault: event.fault };
    case 'quiet':
      return state.step === 'staged' ? { ...state, step: 'switching' } : state;
    case 'busy':
      return state.step === 'switching' ? { ...state, step: 'staged' } : state;
    case 'withdrawn':
      return state.step === 'switching' ? idle(state) : state;
    case 'switched':
      if (state.step !== 'switching') return state;
      return { ...state, step: 'checking', check: { healthy: false, drawn: false } };
    case 'healthy':
      return checked(state, { healthy: true });
    case 'drawn':
      return checked(state, { drawn: true });
    case 'unfit':
      // Also long after the check: a kiosk that connects later may not be able to draw it.
      return waits || state.step === 'checking' ? { ...state, step: 'rolled-back', check: null } : state;
    case 'restored':
      return state.step === 'rolled-back' ? { ...idle(state), fault: 'content-check-failed' } : state;
  }
}

function rested(state: UpdateState, staged: boolean, at: number, waitMs: number): UpdateState {
  // Who was told in the middle of a look looks again at once, once.
  const dueAt = state.askedAgain && state.fault === null ? at : at + waitMs;
  return { ...state, step: staged ? 'staged' : 'idle', dueAt, askedAgain: false };
}

/** A hint that came since is heeded at once. */
function idle(state: UpdateState): UpdateState {
  return { ...state, step: 'idle', dueAt: state.askedAgain ? 0 : state.dueAt, askedAgain: false };
}

function checked(state: UpdateState, found: Partial<NonNullable<UpdateState['check']>>): UpdateState {
  if (state.step !== 'checking' || state.check === null) return state;
  const check = { ...state.check, ...found };
  return check.healthy && check.drawn ? { ...idle(state), check: null } : { ...state, check };
}

function jittered(ms: number, dice: number): number {
  return Math.round(ms * (1 - delays.jitterShare + 2 * delays.jitterShare * dice));
}
