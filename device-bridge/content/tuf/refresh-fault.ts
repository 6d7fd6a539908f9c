import { Refusal } from '../../../content/common/faults.ts';
import { type ClockReading, clockFault } from './clock.ts';
import type { OriginUnreachable } from './transport.ts';

/**
 * Why a refresh failed, by a name of the catalogue. tuf-js wraps its errors as text ("Unable to load snapshot metadata
 * error Error: snapshot.json is expired"), so the text is what there is.
 */
export function refreshFault(error: unknown, unreachable: OriginUnreachable | null, clock: ClockReading): Refusal {
  if (unreachable !== null) return unreachable;
  if (error instanceof Refusal) return error;
  const space = noSpace(error);
  if (space !== null) return space;
  const text = error instanceof Error ? error.message : String(error);
  const expired = /([\w.%-]+)\.json is expired/.exec(text)?.[1];
  if (expired !== undefined) {
    const wrong = clockFault(clock);
    if (wrong !== null) return new Refusal('content-clock-wrong', `the clock is ${wrong}; ${text}`);
    return new Refusal(expired === 'timestamp' ? 'content-frozen' : 'content-expired', text);
  }
  if (/is less than current version/.test(text)) return new Refusal('content-older', text);
  return new Refusal('content-untrusted', text);
}

/** Null when it is something else. SQLite and the file system each say it in their way; tuf-js says it in words. */
export function noSpace(error: unknown): Refusal | null {
  const { code, errstr, message } = error as { code?: string; errstr?: string; message?: string };
  const full = code === 'ENOSPC' || code === 'EDQUOT' || errstr === 'database or disk is full';
  return full || /ENOSPC|EDQUOT/.test(message ?? '') ? new Refusal('content-no-space', message ?? '') : null;
}
