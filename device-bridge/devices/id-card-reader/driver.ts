import type { Duplex } from 'node:stream';
import { pause } from '../../pause.ts';
import { createCardCalls } from '../card-calls.ts';
import { createListeners } from '../listeners.ts';
import { createStepRunner } from '../step-runner.ts';
import { createOpener } from '../transport/open-and-close.ts';
import { decodePhoto, type PhotoDecoder } from './photo.ts';
import { type ReaderDelays, readerDelays } from './reader-delays.ts';
import { createReaderLine, type ReaderLine } from './reader-line.ts';
import { react } from './reader-machine.ts';
import { initialReaderState, type ReaderEvent, type ReaderState, type Step } from './reader-state.ts';
import type { CardReadOutcome, IdCardReader, IdCardReaderStatus } from './types.ts';

export interface IdCardReaderOptions {
  /** Opens the line; rejects when there is none. */
  transport: () => Promise<Duplex>;
  delays?: ReaderDelays;
  /** Without one the photo stays opaque and `portrait` null. */
  photoDecoder?: PhotoDecoder;
  /** For the log of staff; nothing personal. */
  log?: (message: string) => void;
}

/**
 * Drives a resident ID-card reader. It opens the line at once and keeps it open; calls of readCard are served in order.
 * `ready` means that a card laid now will be read. By the protocol nobody can know more: a card that was read is not found
 * again, so that `card-present` after a good read ends with the next search, unless the model goes on finding it.
 * Such a card is never read a second time without having been lifted, not even when the reader starts anew meanwhile; only
 * a bridge that starts anew knows nothing of it.
 */
export function createIdCardReader(options: IdCardReaderOptions): IdCardReader {
  const { transport, delays = readerDelays, photoDecoder, log = () => {} } = options;
  const listeners = createListeners<IdCardReaderStatus>();
  /** Tells the machine who is first in the row. */
  const calls = createCardCalls<CardReadOutcome>(by => {
    if (state.wantedBy !== by) dispatch({ type: 'wanted', by });
  });
  let state: ReaderState = initialReaderState;
  let line: ReaderLine | null = null;
  const steps = createStepRunner<Step, ReaderEvent>(perform, dispatch);
  const closing = new AbortController();
  const openDuplex = createOpener({ transport, openMs: delays.openMs, log });

  function dispatch(event: ReaderEvent): void {
    const before = state;
    state = react(before, event);
    const { ended, status, identity } = state;
    const [serial, serialBefore] = [identity?.serialNumber ?? null, before.identity?.serialNumber ?? null];
    if (serialBefore !== null && serial !== serialBefore) {
      log(`the reader was swapped: ${serial ?? 'one without a number'} stands where ${serialBefore} was`);
    }
    // The card must not outlive its delivery in here.
    if (ended !== null) state = { ...state, ended: null };
    if (state.step !== before.step) steps.begin(state.step);
    if (!sameStatus(status, before.status)) listeners.tell(status);
    if (ended !== null) calls.finish(ended.call, ended.outcome);
  }

  async function perform(step: Step, signal: AbortSignal): Promise<ReaderEvent | null> {
    switch (step.do) {
      case 'open':
        line = await openLine(signal);
        return { type: line === null ? 'open-failed' : 'opened' };
      case 'ask': {
        const { command } = step;
        const answer = (await line?.ask(command, delays.answerMs[command], signal)) ?? null;
        return answer === null ? { type: 'unanswered', command } : { type: 'answered', command, answer };
      }
      case 'pause':
        await pause(delays[`${step.for}Ms`], signal);
        return { type: 'pause-over' };
      case 'hang-up':
        await hangUp();
        return { type: 'hung-up' };
      case 'stop':
        await hangUp();
        return null;
    }
  }

  async function hangUp(): Promise<void> {
    const old = line;
    line = null;
    await old?.close(delays.closeMs);
  }

  async function openLine(signal: AbortSignal): Promise<ReaderLine | null> {
    const duplex = await openDuplex();
    if (duplex === null) return null;
    const opened: ReaderLine = createReaderLine(duplex, () => {
      if (line === opened) dispatch({ type: 'line-lost' });
    });
    if (!signal.aborted) return opened;
    await opened.close(delays.closeMs);
    return null;
  }

  steps.begin(state.step);

  return {
    get status() {
      return state.status;
    },
    get identity() {
      return state.identity;
    },
    onStatus: listeners.add,
    async readCard(signal) {
      if (state.step.do === 'stop') return { outcome: 'cancelled' };
      const outcome = await calls.wait(signal);
      if (outcome.outcome !== 'read' || photoDecoder === undefined) return outcome;
      const given = AbortSignal.any([signal, closing.signal]);
      const portrait = await decodePhoto(photoDecoder, outcome.card.photo, delays.photoMs, given);
      return given.aborted ? { outcome: 'cancelled' } : { ...outcome, portrait };
    },
    lookForLeftCard: () => dispatch({ type: 'doubted' }),
    async close() {
      closing.abort();
      calls.cancelAll();
      const before = steps.ended();
      dispatch({ type: 'closed' });
      await Promise.all([before, steps.ended()]);
    },
  };
}

function sameStatus(a: IdCardReaderStatus, b: IdCardReaderStatus): boolean {
  const faultOf = (status: IdCardReaderStatus) => ('fault' in status ? status.fault : null);
  return a.state === b.state && faultOf(a) === faultOf(b);
}
