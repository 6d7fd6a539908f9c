import type { Updater } from 'tuf-js';

/** A clock may be off by this much before anybody calls it wrong. */
const toleranceMs = 24 * 60 * 60_000;

/** What is known about the time. All in milliseconds since 1970. */
export interface ClockReading {
  /** This machine's clock. */
  now: number;
  /** When the newest timestamp that was ever trusted here was signed: it is not earlier than that. */
  floor: number | null;
  /** By how much the origin's clock is ahead; unsigned, so it may name a fault but decides nothing. */
  originAheadMs: number | null;
}

/** The time that expiry counts against: a clock that was set back does not make old metadata young again. */
export function referenceTime({ now, floor }: ClockReading): number {
  return Math.max(now, floor ?? 0);
}

/** `behind`: certain, or the origin says so. `ahead`: the origin says so. */
export function clockFault({ now, floor, originAheadMs }: ClockReading): 'behind' | 'ahead' | null {
  if (floor !== null && now < floor - toleranceMs) return 'behind';
  if (originAheadMs === null || Math.abs(originAheadMs) <= toleranceMs) return null;
  return originAheadMs > 0 ? 'behind' : 'ahead';
}

/** tuf-js takes the system's clock and has no door for another. */
export function setReferenceTime(updater: Updater, time: number): void {
  const { trustedSet } = updater as unknown as { trustedSet: { referenceTime: unknown } };
  if (!(trustedSet.referenceTime instanceof Date)) throw new Error('tuf-js keeps its time elsewhere now');
  trustedSet.referenceTime = new Date(time);
}
