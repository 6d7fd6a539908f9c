import type { FaultName } from '../../../content/common/faults.ts';
import type { DeviceIdentity } from '../device.ts';
import type { ScannedPage, ScanProgress, ScanRequest } from './types.ts';

/** What one look at the scanner found. identity: null when this look did not tell. */
export type Look =
  | { seen: 'ready'; feederLoaded: boolean | null; identity: DeviceIdentity | null }
  /** It is there, but cannot scan now. */
  | { seen: 'attention'; fault: FaultName; identity: DeviceIdentity | null }
  | { seen: 'nothing'; fault: FaultName; detail: string };

/**
 * How one attempt ended. `again` says what a repetition is worth: `busy`, another holds the scanner; `broken`, the way to it
 * broke or the picture came wrong; `no`, the same would come of it.
 */
export type AttemptEnd =
  | { end: 'done' }
  | { end: 'failed'; fault: FaultName; detail: string; again: 'busy' | 'broken' | 'no' };

export interface Attempt {
  request: ScanRequest;
  onProgress(progress: ScanProgress): void;
  /** Whole pages only, in order. */
  onPage(page: ScannedPage): void;
  /** Ends the attempt at once: the scanner is cancelled and let go of before it resolves. */
  signal: AbortSignal;
}

/** One way to a scanner (SANE, eSCL). Nothing here rejects; every step ends by its own limit. One call at a time. */
export interface ScannerBackend {
  /** `closing` ends it at all costs; `hurry` means that someone wants to scan: leave out what can wait. */
  look(closing: AbortSignal, hurry: AbortSignal): Promise<Look>;
  attempt(attempt: Attempt): Promise<AttemptEnd>;
  /** Puts an end to whatever an earlier attempt left at the scanner, and forgets what was learned of it. */
  reset(): Promise<void>;
}

export function failedAttempt(
  fault: FaultName,
  detail: string,
  again: 'busy' | 'broken' | 'no' = 'no',
): AttemptEnd & { end: 'failed' } {
  return { end: 'failed', fault, detail, again };
}
