import { cardAnswered, cardUnanswered, searched, unreadable } from './card-reading.ts';
import {
  absent,
  ask,
  climb,
  dropCard,
  healthy,
  pause,
  type ReaderEvent,
  type ReaderState,
  rest,
  searches,
} from './reader-state.ts';
import type { SamAnswer, SamCommand } from './sam-protocol.ts';

/** The whole behaviour of the driver. `stop` is final. */
export function react(before: ReaderState, event: ReaderEvent): ReaderState {
  const state: ReaderState = { ...before, ended: null };
  if (state.step.do === 'stop') return state;
  switch (event.type) {
    case 'opened':
      return ask(state, 'sam-status');
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
  switch (state.step.do === 'pause' ? state.step.for : null) {
    case 'probe':
      return { ...state, step: { do: 'open' } };
    case 'poll':
      return searches(state) ? ask(state, 'find-card') : pause(state, 'heartbeat');
    default:
      return ask(state, 'sam-status');
  }
}

function wanted(state: ReaderState, by: number | null): ReaderState {
  const next = { ...state, wantedBy: by };
  const idle = state.step.do === 'pause' && state.step.for === 'heartbeat';
  return by !== null && idle ? ask(next, 'find-card') : next;
}

function answered(state: ReaderState, command: SamCommand, answer: SamAnswer): ReaderState {
  switch (command) {
    case 'sam-status':
      return answer.sw3 === 0x90 ? standing(state) : climb(state, 'reader-self-test-failed');
    case 'reset-sam':
      // Whatever it answered, the self-test that follows tells whether it helped.
      return ask(state, 'sam-status');
    case 'find-card':
      return searched(state, answer);
    case 'select-card':
    case 'read-base':
    case 'newest-address':
      return cardAnswered(state, command, answer);
    case 'sam-id':
    case 'read-base-fingerprint':
      throw new Error(`the driver never asks ${command}`);
  }
}

function unanswered(state: ReaderState, command: SamCommand): ReaderState {
  const reading = command === 'select-card' || command === 'read-base' || command === 'newest-address';
  return reading ? cardUnanswered(state, command) : climb(state, 'reader-silent');
}

/** The security module is well. While the field is searched only a search that works proves the reader, else this does. */
function standing(state: ReaderState): ReaderState {
  if (state.suspectCard) return unreadable(state);
  return rest(searches(state) ? state : healthy(state));
}
