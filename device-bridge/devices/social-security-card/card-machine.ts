import type { FaultName } from '../../../content/common/faults.ts';
import { type CardEvent, type CardState, type CardStep, faultOfFailure, type ReadResult } from './card-state.ts';
import type { ReaderSight, TerminalFailure } from './card-terminal.ts';

const reportAfter = 3;
const hangsBeforeBlame = 2;
const attempts = 3;

/** The whole behaviour of the driver. `stop` is final. */
export function reactToCard(before: CardState, event: CardEvent): CardState {
  const state: CardState = { ...before, ended: null };
  if (state.step.do === 'stop') return state;
  switch (event.type) {
    case 'opened':
      return { ...state, step: { do: 'watch', since: null } };
    case 'open-failed':
      return openFailed(state, event.why);
    case 'hung-up':
      return hungUp(state);
    case 'pause-over':
      return { ...state, step: { do: 'open' } };
    case 'sighted':
      return sighted(state, event.sight);
    case 'lost':
      return lose(state, event.hung ? 'failed' : 'no-service');
    case 'wanted':
      return wanted({ ...state, wantedBy: event.by });
    case 'read-ended':
      return state.step.do === 'read' ? readEnded(state, state.step, event.result) : state;
    case 'closed':
      return { ...state, step: { do: 'stop' } };
  }
}

function openFailed(state: CardState, why: TerminalFailure): CardState {
  const failures = state.failures + 1;
  const pauseFor = why === 'library-missing' ? 'libraryProbe' : failures < reportAfter ? 'retry' : 'probe';
  const reported = why === 'library-missing' || failures >= reportAfter || state.status.state === 'absent';
  const status = reported ? faultOfFailure(why) : state.status;
  return { ...state, failures, status, step: { do: 'pause', for: pauseFor } };
}

/** A service that is gone for a moment changes nothing on the screen. */
function lose(state: CardState, why: TerminalFailure): CardState {
  const failures = state.failures + 1;
  const next = failures === 1 ? 'open' : failures < reportAfter ? 'retry' : 'probe';
  const status = failures >= reportAfter ? faultOfFailure(why) : notReading(state).status;
  return { ...state, failures, status, sight: null, step: { do: 'hang-up', next } };
}

function hungUp(state: CardState): CardState {
  const next = state.step.do === 'hang-up' ? state.step.next : 'open';
  return { ...state, step: next === 'open' ? { do: 'open' } : { do: 'pause', for: next } };
}

function sighted(state: CardState, sight: ReaderSight): CardState {
  const blamed = state.hangs >= hangsBeforeBlame && sight.cardPresent;
  const hangs = blamed || !sight.cardPresent ? 0 : state.hangs;
  return goOn({ ...state, failures: 0, sight, hangs, done: blamed ? sight.serial : state.done });
}

function wanted(state: CardState): CardState {
  const { step, wantedBy } = state;
  if (step.do === 'read' && step.call !== wantedBy) return goOn(notReading(state));
  return step.do === 'watch' && state.sight !== null ? goOn(state) : state;
}

/** From what is seen to what is done next. */
function goOn(state: CardState): CardState {
  const { sight, wantedBy } = state;
  const watch: CardStep = { do: 'watch', since: sight };
  if (sight === null || sight.reader === null) return { ...state, status: faultOfFailure('no-service'), step: watch };
  if (!sight.cardPresent) return { ...state, status: { state: 'ready' }, step: watch };
  if (wantedBy === null || state.done === sight.serial)
    return { ...state, status: { state: 'card-present' }, step: watch };
  return { ...state, status: { state: 'reading' }, step: { do: 'read', call: wantedBy, attempt: 1 } };
}

function readEnded(state: CardState, step: CardStep & { do: 'read' }, result: ReadResult): CardState {
  if (result === 'lost') return lose(state, 'no-service');
  if (result === 'hung') return hung(state, step.call);
  if (result === 'card-gone') return unreadable(state, step.call, 'social-security-card-unreadable');
  if (result !== 'mute' && result.read) {
    const card = { ...result.card, atr: result.atr };
    return judged({ ...state, ended: { call: step.call, outcome: { outcome: 'read', card } } });
  }
  if ((result === 'mute' || result.again) && step.attempt < attempts)
    return { ...state, step: { ...step, attempt: step.attempt === 1 ? 2 : 3 } };
  return unreadable(state, step.call, result === 'mute' ? 'social-security-card-unreadable' : result.fault);
}

/** The first hang may be the reader's: it is opened anew and the card read once more for the same citizen. */
function hung(state: CardState, call: number): CardState {
  const hangs = state.hangs + 1;
  const lost = lose({ ...state, hangs }, 'failed');
  if (hangs < hangsBeforeBlame) return lost;
  return { ...lost, ended: { call, outcome: { outcome: 'unreadable', fault: 'social-security-card-unreadable' } } };
}

function unreadable(state: CardState, call: number, fault: FaultName): CardState {
  return judged({ ...state, ended: { call, outcome: { outcome: 'unreadable', fault } } });
}

/** Whoever waited is served: the card is not read for the next one before it was pulled. */
function judged(state: CardState): CardState {
  return goOn({ ...state, hangs: 0, done: state.sight?.serial ?? null, wantedBy: null });
}

function notReading(state: CardState): CardState {
  return state.status.state === 'reading' ? { ...state, status: { state: 'ready' } } : state;
}
