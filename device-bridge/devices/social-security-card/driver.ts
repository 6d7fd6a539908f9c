import { pause } from '../../pause.ts';
import { createCardCalls } from '../card-calls.ts';
import type { DeviceIdentity } from '../device.ts';
import { createListeners } from '../listeners.ts';
import { createStepRunner } from '../step-runner.ts';
import { type CardDelays, cardDelays } from './card-delays.ts';
import { reactToCard } from './card-machine.ts';
import { type CardEvent, type CardState, type CardStep, initialCardState, type ReadResult } from './card-state.ts';
import type { CardSession, CardTerminal } from './card-terminal.ts';
import { readFromCard } from './read-card.ts';
import { identityOf } from './reader-name.ts';
import type { SocialSecurityCardOutcome, SocialSecurityCardReader, SocialSecurityCardStatus } from './types.ts';
import { withinTime } from './within-time.ts';

export interface SocialSecurityCardReaderOptions {
  /** pcscTerminal() or a simulated one. The driver closes it. */
  terminal: CardTerminal;
  delays?: CardDelays;
  /** For the log of staff: nothing personal. */
  log?: (message: string) => void;
}

/** Drives a social-security card reader. It opens the service at once; calls of readCard are served in order. */
export function createSocialSecurityCardReader(options: SocialSecurityCardReaderOptions): SocialSecurityCardReader {
  const { terminal, delays = cardDelays, log = () => {} } = options;
  const listeners = createListeners<SocialSecurityCardStatus>();
  /** Tells the machine who is first in the row. */
  const calls = createCardCalls<SocialSecurityCardOutcome>(by => {
    if (state.wantedBy !== by) dispatch({ type: 'wanted', by });
  });
  let state: CardState = initialCardState;
  let identity: DeviceIdentity | null = null;
  let session: CardSession | null = null;
  const steps = createStepRunner<CardStep, CardEvent>(perform, dispatch);

  function dispatch(event: CardEvent): void {
    const before = state;
    state = reactToCard(before, event);
    const { ended, status } = state;
    // The card must not outlive its delivery in here.
    if (ended !== null) state = { ...state, ended: null };
    const reader = state.sight?.reader ?? null;
    if (reader !== null) identity = identityOf(reader);
    if (state.step !== before.step) steps.begin(state.step);
    if (JSON.stringify(status) !== JSON.stringify(before.status)) {
      log(`status: ${'fault' in status ? status.fault : status.state}`);
      listeners.tell(status);
    }
    if (ended !== null) calls.finish(ended.call, ended.outcome);
  }

  async function perform(step: CardStep, signal: AbortSignal): Promise<CardEvent | null> {
    switch (step.do) {
      case 'open':
        return open(signal);
      case 'watch':
        return watch(step, signal);
      case 'read':
        return { type: 'read-ended', result: await read(step.attempt, signal) };
      case 'pause':
        await pause(delays[`${step.for}Ms`], signal);
        return { type: 'pause-over' };
      case 'hang-up':
        await hangUp();
        return { type: 'hung-up' };
      case 'stop':
        await hangUp();
        await terminal.close();
        return null;
    }
  }

  async function open(signal: AbortSignal): Promise<CardEvent> {
    const opening = terminal.open();
    const opened = await withinTime(opening, delays.openMs, signal);
    if (opened === 'hung') {
      // What hangs in there is ended; a session that opens after its time is let go.
      void opening.then(late => (typeof late === 'string' ? undefined : late.close()));
      await terminal.close();
      return { type: 'open-failed', why: 'failed' };
    }
    if (typeof opened === 'string') return { type: 'open-failed', why: opened };
    session = opened;
    return { type: 'opened' };
  }

  async function watch({ since }: CardStep & { do: 'watch' }, signal: AbortSignal): Promise<CardEvent> {
    if (session === null) return { type: 'lost', hung: false };
    const waiting = session.waitForChange(since, delays.watchMs, signal);
    const sight = await withinTime(waiting, delays.watchMs + delays.watchGraceMs, signal);
    if (typeof sight === 'string') return { type: 'lost', hung: sight === 'hung' };
    return { type: 'sighted', sight };
  }

  async function read(attempt: 1 | 2 | 3, signal: AbortSignal): Promise<ReadResult> {
    if (session === null) return 'lost';
    if (attempt > 1) await pause(delays.retryMs, signal);
    return readFromCard(session, attempt, delays, signal);
  }

  async function hangUp(): Promise<void> {
    const old = session;
    session = null;
    if (old === null) return;
    // Letting go goes through the reader's driver, too, and may hang there: then everything is ended.
    const closed = await withinTime(
      old.close().then(() => 'closed' as const),
      delays.disconnectMs,
      new AbortController().signal,
    );
    if (closed === 'hung') await terminal.close();
  }

  steps.begin(state.step);

  return {
    get status() {
      return state.status;
    },
    get identity() {
      return identity;
    },
    onStatus: listeners.add,
    async readCard(signal) {
      return state.step.do === 'stop' ? { outcome: 'cancelled' } : calls.wait(signal);
    },
    async close() {
      calls.cancelAll();
      listeners.clear();
      const before = steps.ended();
      dispatch({ type: 'closed' });
      await Promise.all([before, steps.ended()]);
    },
  };
}
