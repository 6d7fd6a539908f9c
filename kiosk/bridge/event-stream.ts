import type { TerminalState } from '../../device-bridge/api/types.ts';
import { connection, terminal } from './terminal.ts';

const delays = {
  /** First try again; doubles up to the longest. EventSource's own retry stops for good at an HTTP error. */
  firstRetryMs: 250,
  longestRetryMs: 2000,
  /** The bridge sends its state every 5 s at the least: one that is silent for longer hangs. */
  silenceMs: 12_000,
  /** Without its bridge nothing ends a visit by time, so the kiosk drops what it shows of the visit itself. */
  forgetVisitMs: 20_000,
} as const;

/** Keeps `terminal` and `connection` true from now on. Returns what ends it. */
export function followBridge(path = '/api/events?screen'): () => void {
  let source: EventSource | null = null;
  let retryMs: number = delays.firstRetryMs;
  let retryTimer: ReturnType<typeof setTimeout> | undefined;
  let forgetTimer: ReturnType<typeof setTimeout> | undefined;
  let silenceTimer: ReturnType<typeof setTimeout> | undefined;

  function open(): void {
    source = new EventSource(path);
    silenceTimer = setTimeout(lost, delays.silenceMs);
    source.addEventListener('state', event => {
      clearTimeout(forgetTimer);
      forgetTimer = undefined;
      clearTimeout(silenceTimer);
      silenceTimer = setTimeout(lost, delays.silenceMs);
      retryMs = delays.firstRetryMs;
      terminal.value = JSON.parse(event.data) as TerminalState;
      connection.value = 'open';
    });
    source.addEventListener('error', lost);
  }

  function lost(): void {
    source?.close();
    clearTimeout(silenceTimer);
    if (connection.value === 'open') connection.value = 'lost';
    forgetTimer ??= setTimeout(() => {
      terminal.value = null;
      connection.value = 'lost';
    }, delays.forgetVisitMs);
    retryTimer = setTimeout(open, retryMs);
    retryMs = Math.min(retryMs * 2, delays.longestRetryMs);
  }

  open();
  return () => {
    clearTimeout(retryTimer);
    clearTimeout(forgetTimer);
    clearTimeout(silenceTimer);
    source?.close();
  };
}
