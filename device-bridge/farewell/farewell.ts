import type { FarewellView } from '../api/types.ts';

/** Looks into one holder of a citizen's data. True: nothing of the visit is in it. */
export interface TraceCheck {
  name: string;
  clean(): boolean;
}

export const farewellDelays = {
  /** The farewell stays so long. */
  shownMs: 12_000,
  /** While a card lies there, so long. */
  leftBehindMs: 60_000,
} as const;

/** Times are milliseconds by one clock of the caller's. */
export interface Farewell {
  endedAt: number;
  /** Paper may lie there although no device can say so. */
  remindOfPapers: boolean;
}

/** What is found now. Null when it has been shown long enough. Pure but for the looks themselves. */
export function farewellNow(
  { endedAt, remindOfPapers }: Farewell,
  looks: { checks: readonly TraceCheck[]; cardLies: boolean; originalsLie: boolean },
  now: number,
  endedAtClock: number,
): FarewellView | null {
  const { cardLies, originalsLie } = looks;
  const shownMs = cardLies ? farewellDelays.leftBehindMs : farewellDelays.shownMs;
  if (now - endedAt >= shownMs) return null;
  const checks = looks.checks.map(({ name, clean }) => ({ name, clean: clean() }));
  return {
    at: endedAtClock,
    erased: checks.every(({ clean }) => clean),
    checks,
    cardLeft: cardLies,
    papersLeft: remindOfPapers,
    originalsLeft: originalsLie,
  };
}
