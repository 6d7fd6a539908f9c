/**
 * Milliseconds that only go forward, whatever is done to the machine's clock: a clock set back an hour must not keep
 * a citizen's data for an hour more. Comparable within this process only.
 */
export function steadyNow(): number {
  return performance.now();
}

/** The same moment by the machine's clock, for a screen to count down to. */
export function toWallClock(steadyMs: number): number {
  return Math.round(Date.now() + steadyMs - steadyNow());
}
