export const shadeDelays = {
  /** Somebody who has not touched the screen for so long may have turned to their bag, and others see it. */
  untouchedMs: 15_000,
} as const;

/** named: what names somebody is covered. all: also what only tells something about them, such as which papers they have. */
export type Cover = 'none' | 'named' | 'all';

/** Times are milliseconds by one clock of the caller's. */
export interface Shade {
  cover: Cover;
  /** Parts of the screen that show something of the citizen. */
  regions: number;
  /** Since when nobody has touched the screen, or since when there has been something to cover. */
  quietSince: number;
}

export type ShadeEvent =
  /** The citizen asks for it, or takes it away. */
  | { type: 'cover' }
  | { type: 'uncover'; now: number }
  /** “Are you still there?”: whoever answers need not be the citizen. */
  | { type: 'warned' }
  | { type: 'touched'; now: number }
  /** Something is read aloud: somebody listens who does not touch. */
  | { type: 'heard'; now: number }
  | { type: 'region-came'; now: number }
  | { type: 'region-went' }
  | { type: 'looked'; now: number };

export const inTheOpen: Shade = { cover: 'none', regions: 0, quietSince: 0 };

/**
 * Whether what is personal on the screen is covered against onlookers. Pure. What came by itself goes with the next touch
 * anywhere; what was asked for, and what a warning covered, stays until it is touched itself.
 */
export function nextShade(shade: Shade, event: ShadeEvent): Shade {
  switch (event.type) {
    case 'cover':
    case 'warned':
      return { ...shade, cover: 'all' };
    case 'uncover':
      return { ...shade, cover: 'none', quietSince: event.now };
    case 'touched':
      return { ...shade, cover: shade.cover === 'named' ? 'none' : shade.cover, quietSince: event.now };
    case 'heard':
      return { ...shade, quietSince: event.now };
    case 'region-came':
      return { ...shade, regions: shade.regions + 1, quietSince: shade.regions === 0 ? event.now : shade.quietSince };
    case 'region-went':
      return { ...shade, regions: shade.regions - 1 };
    case 'looked': {
      const due = dueAt(shade);
      return due !== null && event.now >= due ? { ...shade, cover: 'named' } : shade;
    }
  }
}

/** When it comes by itself; null: it is there already, or there is nothing to cover. */
export function dueAt({ cover, regions, quietSince }: Shade): number | null {
  return cover === 'none' && regions > 0 ? quietSince + shadeDelays.untouchedMs : null;
}
