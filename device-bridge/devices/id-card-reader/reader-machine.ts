import { unknownIdentity } from '../device.ts';
import { cardAnswered, cardUnanswered, searched, unreadable } from './card-reading.ts';
import {
  absent,
  ask,
  climb,
  dropCard,
  pause,
  type ReaderEvent,
  type ReaderState,
  rest,
  startedAnew,
} from './reader-state.ts';
import { readerFault } from './sam-answers.ts';
import { formatSamId, type SamAnswer, type SamCommand } from './sam-protocol.ts';

/** The whole behaviour of the driver. `stop` is final. */
export function react(before: ReaderState, event: ReaderEvent): ReaderState {
  const state: ReaderState = { ...before, ended: null };
  if (state.step.do === 'stop') return state;
  switch (event.type) {
    case 'opened':
      return ask(startedAnew({ ...state, asked: false }), 'sam-status');
    case 'open-failed':
      return absent(state, { do: 'pause', for: 'probe' });
    case 'line-lost':
      return lineLost(state);
    case 'hung-up':
      return hungUp(state);
    case 'pause-over':
      return afterPause(state);
    case 'wanted':
      return wanted(state, event.by);
    case 'doubted':
      return doubted(state);
    case 'answered':
      return answered(state, event.command, event.answer);
    case 'unanswered':
      return unanswered(state, event.command);
    case 'closed':
      return { ...dropCard(state), step: { do: 'stop' } };
  }
}

/** The first loss is mended by opening at once; a line lost again before it worked waits for the slow probe. */
function lineLost(state: ReaderState): ReaderState {
  if (state.rung < 3) return { ...dropCard(state), rung: 3, step: { do: 'hang-up', next: 'open' } };
  return absent(state, { do: 'hang-up', next: 'probe' });
}

function hungUp(state: ReaderState): ReaderState {
  const probes = state.step.do === 'hang-up' && state.step.next === 'probe';
  return probes ? pause(state, 'probe') : { ...state, step: { do: 'open' } };
}

function afterPause(state: ReaderState): ReaderState {
  if (state.doubted && state.wantedBy === null && state.rung === 0)
    return ask({ ...startedAnew(state), doubted: false, mayLinger: false }, 'reset-sam');
  switch (state.step.do === 'pause' ? state.step.for : null) {
    case 'probe':
      return { ...state, step: { do: 'open' } };
    case 'poll':
      return ask(state, 'find-card');
    default:
      return ask(state, 'sam-status');
  }
}

/** Nothing searches the field without a poll's pause before it: see ReaderDelays.pollMs. */
function wanted(state: ReaderState, by: number | null): ReaderState {
  const next = { ...state, wantedBy: by, doubted: state.doubted && by === null };
  const idle = state.step.do === 'pause' && state.step.for === 'heartbeat';
  return by !== null && idle ? rest(next) : next;
}

/** A card that was read is silent to a search; a module that starts anew finds it. Not while somebody waits to be read. */
function doubted(state: ReaderState): ReaderState {
  if (!state.mayLinger || state.wantedBy !== null) return state;
  const next = { ...state, doubted: true };
  const idle = state.step.do === 'pause' && state.step.for === 'heartbeat';
  return idle ? pause(next, 'poll') : next;
}

function answered(state: ReaderState, command: SamCommand, answer: SamAnswer): ReaderState {
  switch (command) {
    case 'sam-status':
      return answer.sw3 === 0x90 ? standing(state) : climb(state, readerFault(answer.sw3));
    case 'sam-id':
      return identified(state, answer);
    case 'reset-sam':
      // Whatever it answered, the self-test that follows tells whether it helped.
      return ask(state, 'sam-status');
    case 'find-card':
      return searched(state, answer);
    case 'select-card':
    case 'read-base':
    case 'newest-address':
      return cardAnswered(state, command, answer);
    case 'read-base-fingerprint':
      throw new Error(`the driver never asks ${command}`);
  }
}

function unanswered(state: ReaderState, command: SamCommand): ReaderState {
  switch (command) {
    case 'sam-id':
      // Damaged once, or a model that does not know the command: then it goes on without a name.
      if (state.step.do === 'ask' && state.step.attempt === 1) {
        return { ...state, step: { do: 'ask', command, attempt: 2 } };
      }
      return standing({ ...state, asked: true, identity: state.identity ?? unknownIdentity });
    case 'select-card':
    case 'read-base':
    case 'newest-address':
      return cardUnanswered(state, command);
    default:
      return climb(state, 'reader-silent');
  }
}

function identified(state: ReaderState, { sw3, data }: SamAnswer): ReaderState {
  const identity = { ...unknownIdentity, serialNumber: sw3 === 0x90 ? formatSamId(data) : null };
  const swapped = state.identity !== null && state.identity.serialNumber !== identity.serialNumber;
  return standing({ ...state, asked: true, identity, unauthorised: state.unauthorised && !swapped });
}

/** The security module is well. Only a search that works proves the reader; this tells who is to blame for a card. */
function standing(state: ReaderState): ReaderState {
  if (!state.asked) return ask(state, 'sam-id');
  return state.suspectCard ? unreadable(state) : pause(state, 'poll');
}
