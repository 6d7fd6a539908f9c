import type { AttemptEnd } from './scanner-backend.ts';
import type { ScannerDelays } from './scanner-delays.ts';
import type { ScanRequest } from './types.ts';

export interface AttemptsSoFar {
  request: ScanRequest;
  pages: number;
  /** Attempts that broke; a busy scanner does not count. */
  broken: number;
  elapsedMs: number;
}

/**
 * Whether a failed attempt is repeated, and how: null when it is reported. The glass can be scanned again; a sheet that
 * went through the feeder is gone, so that a feeder is tried again only while it was busy.
 */
export function nextAttempt(
  { again }: AttemptEnd & { end: 'failed' },
  soFar: AttemptsSoFar,
  delays: ScannerDelays,
): { reset: boolean; pauseMs: number } | null {
  if (soFar.pages > 0 || again === 'no') return null;
  if (again === 'busy')
    return soFar.elapsedMs < delays.busyLimitMs ? { reset: false, pauseMs: delays.busyRetryMs } : null;
  if (soFar.request.source === 'feeder' || soFar.broken > 1) return null;
  return { reset: true, pauseMs: delays.retryMs };
}
