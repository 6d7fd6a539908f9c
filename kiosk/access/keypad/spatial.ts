export type Direction = 'up' | 'down' | 'left' | 'right';

/** Where a control lies on the screen, in CSS pixels. */
export interface Box {
  left: number;
  top: number;
  right: number;
  bottom: number;
}

/** How much dearer a step aside is than a step ahead: the eye follows rows and columns. */
const asidePrice = 3;
/** Boxes that overlap by less than this much still lie beside each other (borders, rounded pixels). */
const slack = 2;

/**
 * Index of the box a person looks for who presses an arrow at `from`: the nearest one that lies that way, those in the
 * same row or column before those beside it. Null: nothing lies that way.
 */
export function boxTowards(direction: Direction, from: Box, boxes: readonly Box[]): number | null {
  let best: number | null = null;
  let least = Number.POSITIVE_INFINITY;
  for (const [index, box] of boxes.entries()) {
    const price = priceTowards(direction, from, box);
    if (price !== null && price < least) {
      best = index;
      least = price;
    }
  }
  return best;
}

function priceTowards(direction: Direction, from: Box, to: Box): number | null {
  const [a, b] = [turned(direction, from), turned(direction, to)];
  // Ahead means: its near edge beyond our far edge, or, where they overlap, its middle clearly beyond ours.
  const ahead = b.start - a.end;
  if (ahead < -slack && !(b.start > a.start + slack && b.end > a.end + slack)) return null;
  const aside = Math.max(0, b.from - a.to, a.from - b.to);
  // Along a row nobody looks for what stands far above or below it.
  if ((direction === 'left' || direction === 'right') && aside > a.to - a.from) return null;
  const drift = Math.abs(b.from + b.to - a.from - a.to) / 2;
  // Within the same row or column drift only decides between equals.
  return Math.max(0, ahead) + aside * asidePrice + drift * (aside > 0 ? 0.5 : 0.1);
}

/** The box as it lies when the direction of the arrow points along the first axis. */
function turned(direction: Direction, { left, top, right, bottom }: Box) {
  switch (direction) {
    case 'down':
      return { start: top, end: bottom, from: left, to: right };
    case 'up':
      return { start: -bottom, end: -top, from: left, to: right };
    case 'right':
      return { start: left, end: right, from: top, to: bottom };
    case 'left':
      return { start: -right, end: -left, from: top, to: bottom };
  }
}
