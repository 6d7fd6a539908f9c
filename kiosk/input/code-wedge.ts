/** Between two keys of a code reader that types lies less than this; a hand takes longer. */
export const burstGapMs = 35;
/** Fewer quick characters than this are two fingers, not a code. */
const shortestCode = 6;
/** The longest code of ours is an address of some 100 characters; more is a stuck key or a foreign code. */
const longestCode = 1024;

/** What is held back until it is known whether a reader or a person typed it. */
export interface Wedge {
  held: string;
  /** When the last key came (milliseconds of the page's clock). */
  lastAt: number;
  /** After a code: what still follows without a pause (the second half of CR LF, further lines) belongs to it. */
  tail: boolean;
}

export const emptyWedge: Wedge = { held: '', lastAt: Number.NEGATIVE_INFINITY, tail: false };

export type WedgeInput =
  | { type: 'character'; character: string; at: number }
  | { type: 'enter'; at: number }
  /** Any key that writes nothing: arrows, Tab, Escape, Backspace, a shortcut, a key that repeats. */
  | { type: 'other'; at: number }
  /** Time passed without a key. */
  | { type: 'quiet'; at: number };

export interface WedgeStep {
  wedge: Wedge;
  /** Characters a person typed: they are written now, before the present key does anything. */
  giveBack: string;
  /** The present key goes no further. */
  take: boolean;
  /** A whole code. */
  scanned: string | null;
}

/**
 * Tells a code reader that types like a keyboard from a person: characters no more than 35 ms apart, at least six, then
 * Enter. A character waits until that is decided, so nothing of a code is ever written into a form; in no case are
 * characters lost or put into another order.
 */
export function nextWedge(wedge: Wedge, input: WedgeInput): WedgeStep {
  const quick = input.at - wedge.lastAt <= burstGapMs;
  if (wedge.tail && quick && (input.type === 'character' || input.type === 'enter'))
    return { wedge: { ...wedge, lastAt: input.at }, giveBack: '', take: true, scanned: null };
  switch (input.type) {
    case 'character': {
      const held = ((quick ? wedge.held : '') + input.character).slice(0, longestCode);
      return {
        wedge: { held, lastAt: input.at, tail: false },
        giveBack: quick ? '' : wedge.held,
        take: true,
        scanned: null,
      };
    }
    case 'enter': {
      const isCode = quick && wedge.held.length >= shortestCode;
      if (!isCode) return { wedge: emptyWedge, giveBack: wedge.held, take: false, scanned: null };
      return { wedge: { held: '', lastAt: input.at, tail: true }, giveBack: '', take: true, scanned: wedge.held };
    }
    case 'other':
      return { wedge: emptyWedge, giveBack: wedge.held, take: false, scanned: null };
    case 'quiet':
      if (quick) return { wedge, giveBack: '', take: false, scanned: null };
      return { wedge: emptyWedge, giveBack: wedge.held, take: false, scanned: null };
  }
}
