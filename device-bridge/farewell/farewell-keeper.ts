import type { FarewellView } from '../api/types.ts';
import { steadyNow, toWallClock } from '../visit/steady-clock.ts';
import { type Farewell, farewellNow, type TraceCheck } from './farewell.ts';

/** Knows what was found when the last visit had ended, until somebody else comes. */
export interface FarewellKeeper {
  readonly view: FarewellView | null;
  /** Something was printed in this visit. */
  paperMoved(): void;
  /** The citizen has gone and everything was wiped: now look. */
  ended(): void;
  /** Somebody is there. */
  started(): void;
  /** Looks again: what was under way ends, a card is lifted, time passes. */
  tick(): void;
}

export function createFarewellKeeper(parts: {
  checks: readonly TraceCheck[];
  cardLies(): boolean;
  originalsLie(): boolean;
  onChange(): void;
}): FarewellKeeper {
  let moved = false;
  /** Paper that lay there before anybody came is not this citizen's. */
  let layBefore = parts.originalsLie();
  let farewell: Farewell | null = null;
  let view: FarewellView | null = null;

  function look(): void {
    const before = JSON.stringify(view);
    const { checks } = parts;
    view =
      farewell === null
        ? null
        : farewellNow(
            farewell,
            { checks, cardLies: parts.cardLies(), originalsLie: !layBefore && parts.originalsLie() },
            steadyNow(),
            // The moment itself does not move with the clock.
            view?.at ?? toWallClock(farewell.endedAt),
          );
    if (view === null) farewell = null;
    if (JSON.stringify(view) !== before) parts.onChange();
  }

  return {
    get view() {
      return view;
    },
    paperMoved: () => {
      moved = true;
    },
    ended: () => {
      farewell = { endedAt: steadyNow(), remindOfPapers: moved };
      moved = false;
      view = null;
      look();
    },
    started: () => {
      farewell = null;
      moved = false;
      view = null;
      layBefore = parts.originalsLie();
    },
    tick: () => {
      if (farewell !== null) look();
    },
  };
}
