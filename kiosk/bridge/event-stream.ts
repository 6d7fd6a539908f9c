import type { TerminalState, VisitView } from '../../device-bridge/api/types.ts';
import { isServed } from './is-served.ts';
import { send } from './send.ts';
import { alone, connection, terminal } from './terminal.ts';
import { keepTerminal, keptTerminal } from './terminal-store.ts';

const delays = {
  /** First try again; doubles up to the longest. EventSource's own retry stops for good at an HTTP error. */
  firstRetryMs: 250,
  longestRetryMs: 2000,
  /** The bridge sends its state every 5 s at the least: one that is silent for longer hangs. */
  silenceMs: 12_000,
  /** A blip is over before anybody reads about it. */
  aloneMs: 1000,
  /** Without its bridge nothing ends what it does for a citizen, so the kiosk drops what it shows of it. */
  forgetServiceMs: 20_000,
  takenUpMs: 2000,
} as const;

/** Keeps `terminal` and `connection` true from now on, alone where the bridge is gone. Returns what ends it. */
export function followBridge(path = '/api/events?screen'): () => void {
  let source: EventSource | null = null;
  let retryMs: number = delays.firstRetryMs;
  let retryTimer: ReturnType<typeof setTimeout> | undefined;
  let aloneTimer: ReturnType<typeof setTimeout> | undefined;
  let silenceTimer: ReturnType<typeof setTimeout> | undefined;

  function open(): void {
    source = new EventSource(path);
    silenceTimer = setTimeout(lost, delays.silenceMs);
    source.addEventListener('state', event => {
      clearTimeout(aloneTimer);
      aloneTimer = undefined;
      clearTimeout(silenceTimer);
      silenceTimer = setTimeout(lost, delays.silenceMs);
      retryMs = delays.firstRetryMs;
      take(JSON.parse(event.data) as TerminalState);
    });
    source.addEventListener('error', lost);
  }

  function lost(): void {
    source?.close();
    clearTimeout(silenceTimer);
    if (connection.value === 'open') connection.value = 'lost';
    aloneTimer ??= setTimeout(beAlone, patienceMs(terminal.peek()?.visit));
    retryTimer = setTimeout(open, retryMs);
    retryMs = Math.min(retryMs * 2, delays.longestRetryMs);
  }

  open();
  return () => {
    clearTimeout(retryTimer);
    clearTimeout(aloneTimer);
    clearTimeout(silenceTimer);
    source?.close();
    endAlone();
  };
}

/** Somebody whose certificate is being made waits for the bridge under the cover; all others go on at once. */
function patienceMs(visit: VisitView | undefined): number {
  return isServed(visit) ? delays.forgetServiceMs : delays.aloneMs;
}

async function beAlone(): Promise<void> {
  connection.value = 'lost';
  const [last, { goAlone }] = await Promise.all([terminal.peek() ?? keptTerminal(), import('./alone/alone.ts')]);
  // The bridge was quicker, or there is nothing to go by: the cover stays until it comes.
  if (last === null || connection.peek() !== 'lost' || alone.peek() !== null) return;
  alone.value = goAlone(last, state => {
    terminal.value = state;
  });
}

function endAlone(): void {
  alone.peek()?.stop();
  alone.value = null;
}

/** A bridge that was started anew knows nothing of a citizen who went on reading: it is asked to take the visit up. */
let asked: { visitId: string; latest: TerminalState } | null = null;

function take(state: TerminalState): void {
  const mine = terminal.peek()?.visit;
  const wasLost = connection.peek() === 'lost';
  endAlone();
  connection.value = 'open';
  if (state.visit.phase !== 'idle') asked = null;
  if (asked !== null) {
    asked.latest = state;
    return;
  }
  if (wasLost && state.visit.phase === 'idle' && mine?.phase === 'present' && !isServed(mine)) {
    void resume(mine.id, state);
    return;
  }
  terminal.value = state;
  if (state.visit.phase === 'idle') void keepTerminal(state);
}

async function resume(visitId: string, latest: TerminalState): Promise<void> {
  asked = { visitId, latest };
  const taken = await send({ type: 'visit/resume', visitId });
  // Taken up: the state that says so is on its way, if it has not been here already.
  setTimeout(() => settle(visitId), taken ? delays.takenUpMs : 0);
}

function settle(visitId: string): void {
  if (asked?.visitId !== visitId) return;
  terminal.value = asked.latest;
  asked = null;
}
