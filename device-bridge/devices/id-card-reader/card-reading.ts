import type { FaultName } from '../../../content/common/faults.ts';
import { parseCard, parseNewestAddress } from './card-text.ts';
import { ask, climb, dropCard, healthy, type ReaderState, rest } from './reader-state.ts';
import { concernOf, readerFault } from './sam-answers.ts';
import { type SamAnswer, splitBase } from './sam-protocol.ts';
import type { CardReadOutcome, IdCard, IdCardReaderStatus } from './types.ts';

export type CardCommand = 'select-card' | 'read-base' | 'newest-address';

/**
 * The field was searched. After a good read a reader by the sheet answers "no card" although the card lies there still:
 * `ready` then means that a card laid now will be read, not that none lies there. Other models go on finding it; it is
 * not read again before the field was empty.
 */
export function searched(state: ReaderState, answer: SamAnswer): ReaderState {
  const concern = concernOf(answer.sw3);
  if (concern === 'no-card') return rest(healthy({ ...state, mustLift: null }, { state: 'ready' }));
  if (concern !== 'ok' && concern !== 'foreign-card') return climb(state, readerFault(answer.sw3));
  if (state.mustLift !== null) return rest(lying(state));
  const laid = { ...state, mayLinger: false, readingFor: state.wantedBy };
  if (concern === 'foreign-card') return unreadable(laid, 'card-foreign');
  if (laid.readingFor === null && !state.unauthorised) return rest(lying(laid));
  return ask(healthy(laid, { state: 'reading' }), 'select-card');
}

export function cardAnswered(state: ReaderState, command: CardCommand, answer: SamAnswer): ReaderState {
  const concern = concernOf(answer.sw3);
  // Whoever laid the card has gone: it is nobody else's business.
  if (state.readingFor !== state.wantedBy)
    return rest(lying(dropCard(concern === 'ok' ? used(state, command) : state)));
  switch (concern) {
    case 'ok':
      if (command === 'select-card') return selected({ ...state, unauthorised: false });
      return command === 'read-base' ? baseRead(state, answer.data) : addressRead(state, answer.data);
    case 'no-card':
      // Lifted before anything was read: the next search starts anew.
      return command === 'select-card' ? rest(healthy(dropCard(state), { state: 'ready' })) : unreadable(state);
    case 'no-item':
    case 'command':
      // Models without this command have no newer address to give.
      if (command !== 'newest-address' || state.card === null) return unreadable(state);
      return finish(state, state.card);
    case 'line':
      return cardUnanswered(state, command);
    case 'reader':
      return readerFailed(state, command, readerFault(answer.sw3));
    case 'foreign-card':
      return unreadable(state, 'card-foreign');
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

export function unreadable(state: ReaderState, fault: FaultName = 'card-unreadable'): ReaderState {
  return end({ ...state, mustLift: fault }, { outcome: 'unreadable', fault });
}

/** A reader that may select no card is not the card's fault, and its self-test may well pass. */
function readerFailed(state: ReaderState, command: CardCommand, fault: FaultName): ReaderState {
  const unauthorised = fault === 'reader-not-authorised' && command === 'select-card';
  if (unauthorised) return climb({ ...dropCard(state), unauthorised }, fault);
  return climb({ ...state, card: null, suspectCard: true }, fault);
}

/** Nobody may be waiting: then it was only tried whether this reader is authorised again. */
function selected(state: ReaderState): ReaderState {
  if (state.readingFor === null) return rest(lying(state));
  return ask(healthy(state, { state: 'reading' }), 'read-base');
}

function baseRead(before: ReaderState, data: Uint8Array): ReaderState {
  const state = used(before, 'read-base');
  const base = splitBase(data);
  const result = base === null ? null : parseCard(base.text, base.photo);
  if (result === null) return unreadable(state);
  if (!result.ok) return unreadable(state, result.problem === 'unknown-kind' ? 'card-foreign' : 'card-unreadable');
  const { card } = result;
  return 'address' in card ? ask({ ...state, card }, 'newest-address') : finish(state, card);
}

/** The newest address replaces the printed one. */
function addressRead(state: ReaderState, data: Uint8Array): ReaderState {
  const newest = parseNewestAddress(data);
  if (newest === undefined || state.card === null) return unreadable(state);
  return finish(state, newest === null ? state.card : { ...state.card, address: newest });
}

function finish(state: ReaderState, card: IdCard): ReaderState {
  return end({ ...state, mustLift: 'read' }, { outcome: 'read', card, portrait: null });
}

function end(state: ReaderState, outcome: CardReadOutcome): ReaderState {
  const call = state.readingFor;
  const done = lying(dropCard(state));
  if (call === null || call !== state.wantedBy) return rest(done);
  return { ...rest(done), wantedBy: null, ended: { call, outcome } };
}

/** Once its base information was read, a card is silent to a search although it lies there. */
function used(state: ReaderState, command: CardCommand): ReaderState {
  return command === 'read-base' || command === 'newest-address'
    ? { ...state, mustLift: state.mustLift ?? 'read', mayLinger: true }
    : state;
}

function lying(state: ReaderState): ReaderState {
  const { mustLift } = state;
  const status: IdCardReaderStatus =
    mustLift === null || mustLift === 'read' ? { state: 'card-present' } : { state: 'unreadable', fault: mustLift };
  return healthy(state, status);
}
