/** Whole seconds still to go: 1 until the very end, never below 0. */
export function secondsLeft(endsAt: number, now: number): number {
  return Math.max(0, Math.ceil((endsAt - now) / 1000));
}

/** The dialog says by itself how long there is; of the rest these are said. */
const spokenAt = [10, 5, 3] as const;

/** The last of the spoken seconds that has come; null before the first of them and at the end. */
export function spokenSeconds(seconds: number): number | null {
  if (seconds === 0) return null;
  return spokenAt.findLast(at => at >= seconds) ?? null;
}
