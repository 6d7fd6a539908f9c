import { at, type GreyPicture, percentile } from './grey-picture.ts';
import { mmPerInch } from './page-thresholds.ts';
import type { RowSpans } from './row-spans.ts';

export type PageSide = 'left' | 'top' | 'right' | 'bottom';

export interface CutSide {
  side: PageSide;
  /** Strokes that run into the border. */
  contacts: number;
}

/** A strip along one border: line 0 is the border itself, `length` pixels long, `depth` lines deep. */
interface Strip {
  tones: Uint8Array;
  length: number;
  depth: number;
}

const depthMm = 5;
/** The outermost line of many scanners is an artefact. */
const skipMm = 0.25;
/** The paper's tone is taken over this length of each line, so that a shadow along the border is paper. */
const paperReachMm = 30;
const inkContrast = 0.25;
/** In tones: in a black shadow noise alone is a quarter darker. */
const leastContrast = 30;
/** A stroke goes on into the page at least this far. */
const strokeMm = 0.5;
/** The ragged end of a wedge of lid is one contact, not many. */
const gapMm = 0.5;
/** A stroke may wander sideways by this while it is followed. */
const wanderMm = 1;

/**
 * Ink that meets the border of the scanned area, side by side. Each line parallel to the border is compared with its own
 * paper tone: a shadow line or a dark lid along the border darkens a line as a whole and is no ink, a stroke is. Of a
 * photograph that is cut nothing is said: one that fills the glass looks the same.
 * @param spans the sheet; what is outside of it is lid
 */
export function cutSides(picture: GreyPicture, spans: RowSpans): CutSide[] {
  return (['left', 'top', 'right', 'bottom'] as const).map(side => {
    const px = picture.dpi / mmPerInch;
    const { strip, inside } = stripOf(picture, spans, side, Math.round(depthMm * px), Math.round(skipMm * px));
    const ink = inkOfStrip(strip, inside, px);
    return { side, contacts: contactsOf(ink, strip, px) };
  });
}

function stripOf(picture: GreyPicture, spans: RowSpans, side: PageSide, depth: number, skip: number) {
  const { grey, widthPx, heightPx } = picture;
  const upright = side === 'left' || side === 'right';
  const length = upright ? heightPx : widthPx;
  const tones = new Uint8Array(length * depth);
  const inside = new Uint8Array(length * depth);
  for (let d = 0; d < depth; d++)
    for (let i = 0; i < length; i++) {
      const deep = d + skip;
      const x = side === 'left' ? deep : side === 'right' ? widthPx - 1 - deep : i;
      const y = side === 'top' ? deep : side === 'bottom' ? heightPx - 1 - deep : i;
      tones[d * length + i] = at(grey, y * widthPx + x);
      inside[d * length + i] = x >= (spans.from[y] ?? 0) && x < (spans.to[y] ?? 0) ? 1 : 0;
    }
  return { strip: { tones, length, depth }, inside };
}

function inkOfStrip({ tones, length, depth }: Strip, inside: Uint8Array, px: number): Uint8Array {
  const ink = new Uint8Array(tones.length);
  const step = Math.max(1, Math.round(5 * px));
  const reach = Math.round(paperReachMm * px);
  const histogram = new Uint32Array(256);
  for (let d = 0; d < depth; d++)
    for (let start = 0; start < length; start += step) {
      histogram.fill(0);
      const [from, to] = [Math.max(0, start - reach), Math.min(length, start + step + reach)];
      for (let i = d * length + from; i < d * length + to; i++) {
        const tone = at(tones, i);
        if (inside[i] === 1) histogram[tone] = (histogram[tone] ?? 0) + 1;
      }
      const paper = percentile(histogram, 0.75);
      const limit = Math.min(paper * (1 - inkContrast), paper - leastContrast);
      for (let i = d * length + start; i < d * length + Math.min(length, start + step); i++)
        if (inside[i] === 1 && at(tones, i) < limit) ink[i] = 1;
    }
  return ink;
}

function contactsOf(ink: Uint8Array, strip: Strip, px: number): number {
  const { length, depth } = strip;
  const gap = Math.max(1, Math.round(gapMm * px));
  let [contacts, position] = [0, 0];
  while (position < length) {
    if (ink[position] !== 1) {
      position++;
      continue;
    }
    let end = position;
    while (end < length && ink.subarray(end, end + gap).includes(1)) end++;
    const deep = depthFrom(ink, length, depth, position, end, wanderMm * px);
    const wide = end - position;
    if (deep >= strokeMm * px && deep >= wide / 3) contacts++;
    position = end;
  }
  return contacts;
}

/** How many lines a stroke goes into the page, wandering sideways by no more than `wander` from where it met the border. */
function depthFrom(ink: Uint8Array, length: number, depth: number, from: number, to: number, wander: number): number {
  let [left, right] = [from, to];
  for (let d = 1; d < depth; d++) {
    const row = ink.subarray(d * length, (d + 1) * length);
    let [nextLeft, nextRight] = [-1, -1];
    for (let i = Math.max(0, left - 1); i < Math.min(length, right + 1); i++)
      if (row[i] === 1) {
        if (nextLeft < 0) nextLeft = i;
        nextRight = i + 1;
      }
    if (nextLeft < 0) return d;
    while (nextLeft > Math.max(0, from - wander) && row[nextLeft - 1] === 1) nextLeft--;
    while (nextRight < Math.min(length, to + wander) && row[nextRight] === 1) nextRight++;
    if (nextLeft > to + wander || nextRight < from - wander) return d;
    [left, right] = [nextLeft, nextRight];
  }
  return depth;
}
