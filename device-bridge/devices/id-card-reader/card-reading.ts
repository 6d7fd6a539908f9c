import { parseCard, parseNewestAddress } from './card-text.ts';
import { ask, climb, dropCard, healthy, type ReaderState, rest } from './reader-state.ts';
import { concernOf } from './sam-answers.ts';
import { type SamAnswer, splitBase } from './sam-protocol.ts';
import type { CardReadOutcome } from './types.ts';

export type CardCommand = 'select-card' | 'read-base' | 'newest-address';

/** The field was searched. Only an empty field ends the wait for a bad card to be lifted. */
export function searched(state: ReaderState, answer: SamAnswer): ReaderState {
  const concern = concernOf(answer.sw3);
  if (concern === 'no-card') return rest({ ...healthy(state), mustLift: false });
  if (concern !== 'ok') return climb(state, 'reader-self-test-failed');
  if (state.mustLift || state.wantedBy === null) return rest(healthy(state));
  return ask({ ...healthy(state), status: { state: 'reading' }, readingFor: state.wantedBy }, 'select-card');
}

export function cardAnswered(state: ReaderState, command: CardCommand, answer: SamAnswer): ReaderState {
  // Whoever laid the card has gone: it is nobody else's business.
  if (state.readingFor !== state.wantedBy) return rest(healthy(dropCard(state)));
  switch (concernOf(answer.sw3)) {
    case 'ok':
      if (command === 'select-card') return ask(state, 'read-base');
      return command === 'read-base' ? baseRead(state, answer.data) : addressRead(state, answer.data);
    case 'no-card':
      // Lifted before anything was read: the next search starts anew.
      return command === 'select-card' ? rest(healthy(dropCard(state))) : unreadable(state);
    case 'no-item':
    case 'command':
      // Models without this command have no newer address to give.
      if (command !== 'newest-address' || state.card === null) return unreadable(state);
      return end(state, { outcome: 'read', card: state.card });
    case 'line':
      return cardUnanswered(state, command);
    case 'reader':
      return climb({ ...state, card: null, suspectCard: true }, 'reader-self-test-failed');
    case 'card':
      return unreadable(state);
  }
}

/** A damaged answer is asked for once more; after that the reader's own state decides who is to blame. */
export function cardUnanswered(state: ReaderState, command: CardCommand): ReaderState {
  if (state.step.do === 'ask' && state.step.attempt === 1) {
    return { ...state, step: { do: 'ask', command, attempt: 2 } };
  }
  return climb({ ...state, card: null, suspectCard: true }, 'reader-silent');
}

export function unreadable(state: ReaderState): ReaderState {
  return end({ ...state, mustLift: true }, { outcome: 'unreadable', fault: 'card-unreadable' });
}

function baseRead(state: ReaderState, data: Uint8Array): ReaderState {
  const base = splitBase(data);
  const result = base === null ? null : parseCard(base.text, base.photo);
  if (!result?.ok) return unreadable(state);
  const { card } = result;
  return 'address' in card ? ask({ ...state, card }, 'newest-address') : end(state, { outcome: 'read', card });
}

/** The newest address replaces the printed one. */
function addressRead(state: ReaderState, data: Uint8Array): ReaderState {
  const newest = parseNewestAddress(data);
  if (newest === undefined || state.card === null) return unreadable(state);
  return end(state, { outcome: 'read', card: newest === null ? state.card : { ...state.card, address: newest } });
}

function end(state: ReaderState, outcome: CardReadOutcome): ReaderState {
  const call = state.readingFor;
  const done = healthy(dropCard(state));
  if (call === null || call !== state.wantedBy) return rest(done);
  return rest({ ...done, wantedBy: null, ended: { call, outcome } });
}
