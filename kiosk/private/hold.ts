export const holdDelays = {
  /** Shorter is a touch in passing. */
  longEnoughMs: 300,
} as const;

/** refused: the bridge has not got it any more, or does not answer. */
export type Hold = 'free' | 'pressed' | 'asked' | 'shown' | 'refused';
export type HoldEvent = 'press' | 'long-enough' | 'answered' | 'refused' | 'release';

/** What a finger or a key that stays down brings up. Pure. Whatever ends the press ends what it showed. */
export function nextHold(hold: Hold, event: HoldEvent): Hold {
  switch (event) {
    case 'press':
      return hold === 'free' ? 'pressed' : hold;
    case 'long-enough':
      return hold === 'pressed' ? 'asked' : hold;
    case 'answered':
      return hold === 'asked' ? 'shown' : hold;
    case 'refused':
      return hold === 'asked' ? 'refused' : hold;
    case 'release':
      return 'free';
  }
}
