import type { Spot } from './spots.ts';

export interface TextAngle {
  /** Clockwise; -45 to 45. */
  degrees: number;
  /** 1: as good as any other angle; print has 1.5 and more. */
  confidence: number;
}

/** Pixels at which ink ends, downwards and to the right. */
interface InkEnds {
  x: Float32Array;
  y: Float32Array;
}

const farDegrees = 45;
const coarseStep = 0.5;
const fineReach = 0.6;
const fineStep = 0.05;
/** So many points are enough to find the angle roughly. */
const coarsePoints = 3_000;
/** Rows as clear as this need no second opinion from the columns. */
const clearRows = 2.5;
const finePoints = 20_000;
/** The halves of a page of print say the same angle. */
const agreeDegrees = 1;
/** A hand's few strokes make no lines. */
const leastPoints = 150;

/**
 * The angle of lines of print and of ruled lines: the one at which the ends of strokes fall together into the fewest rows
 * (projection profile, Postl 1986, with Baird's choice of the strokes' lower ends; sum of squares of the profile). Rows
 * are asked with the lower ends, columns with the right ends, and the clearer answer counts: Chinese print has both.
 * @returns null when there is too little ink, or when the page's halves do not agree: a signature, a photograph
 */
export function textAngle(
  ink: Uint8Array,
  widthPx: number,
  spots: readonly Spot[],
  label: Int32Array,
): TextAngle | null {
  const [lower, right] = inkEnds(ink, widthPx, spots, label);
  if (lower.x.length < leastPoints || right.x.length < leastPoints) return null;
  const rows = roughly(lower, false);
  const columns = rows.confidence < clearRows ? roughly(right, true) : rows;
  const best = columns.confidence > rows.confidence * 1.15 ? columns : rows;
  const halves = best !== rows ? halvesOf(right, right.y) : halvesOf(lower, lower.x);
  const agree = halves.every(half => {
    const { degrees } = roughly(half, best !== rows);
    return Math.abs(degrees - best.degrees) <= agreeDegrees;
  });
  if (!agree) return null;
  return { degrees: refined(lower, right, best.degrees), confidence: best.confidence };
}

function roughly(ends: InkEnds, columns: boolean): TextAngle {
  const few = thinned(ends, coarsePoints);
  const scores: { degrees: number; score: number }[] = [];
  for (let degrees = -farDegrees; degrees <= farDegrees; degrees += coarseStep)
    scores.push({ degrees, score: concentration(few, degrees, columns, 2) });
  const usual = scores.map(({ score }) => score).sort((a, b) => a - b)[scores.length >> 1] ?? 0;
  const best = scores.reduce((a, b) => (b.score > a.score ? b : a));
  return { degrees: best.degrees, confidence: best.score / Math.max(1, usual) };
}

/** The points before and after the middle one along the lines. */
function halvesOf({ x, y }: InkEnds, along: Float32Array): InkEnds[] {
  const middle = along.slice().sort()[along.length >> 1] ?? 0;
  const take = (keep: (position: number) => boolean): InkEnds => ({
    x: x.filter((_, i) => keep(along[i] ?? 0)),
    y: y.filter((_, i) => keep(along[i] ?? 0)),
  });
  return [take(position => position < middle), take(position => position >= middle)];
}

/** Rows and columns together, each by its own scale. */
function refined(lower: InkEnds, right: InkEnds, near: number): number {
  const [rows, columns] = [thinned(lower, finePoints), thinned(right, finePoints)];
  const steps = Math.round(fineReach / fineStep);
  const angles = Array.from({ length: 2 * steps + 1 }, (_, i) => near + (i - steps) * fineStep);
  const scores = [rows, columns].map((ends, which) => {
    const sums = angles.map(degrees => concentration(ends, degrees, which === 1, 1));
    const least = Math.min(...sums);
    return sums.map(sum => sum / least);
  });
  const both = angles.map((_, i) => (scores[0]?.[i] ?? 0) + (scores[1]?.[i] ?? 0));
  const top = both.indexOf(Math.max(...both));
  // The middle of all angles that are nearly as good: the peak is flat on top.
  const floor = (both[top] ?? 0) * 0.985;
  let [first, last] = [top, top];
  while (first > 0 && (both[first - 1] ?? 0) >= floor) first--;
  while (last < both.length - 1 && (both[last + 1] ?? 0) >= floor) last++;
  return near + ((first + last) / 2 - steps) * fineStep;
}

const profile = new Int32Array(1 << 14);

/** Sum of the squares of a profile's bins: larger, the fewer rows (or columns) the points fall into. */
function concentration({ x, y }: InkEnds, degrees: number, columns: boolean, binPx: number): number {
  const [cos, sin] = [Math.cos((degrees * Math.PI) / 180), Math.sin((degrees * Math.PI) / 180)];
  const [a, b] = columns ? [cos / binPx, sin / binPx] : [-sin / binPx, cos / binPx];
  const middle = profile.length / 2;
  let [first, last] = [profile.length, 0];
  for (let i = 0; i < x.length; i++) {
    const bin = ((x[i] ?? 0) * a + (y[i] ?? 0) * b + middle) | 0;
    profile[bin] = (profile[bin] ?? 0) + 1;
    if (bin < first) first = bin;
    if (bin > last) last = bin;
  }
  let sum = 0;
  for (let bin = first; bin <= last; bin++) sum += (profile[bin] ?? 0) ** 2;
  profile.fill(0, first, last + 1);
  return sum;
}

/** Every n-th point, so that about `most` are left. */
function thinned(ends: InkEnds, most: number): InkEnds {
  const step = Math.ceil(ends.x.length / most);
  if (step <= 1) return ends;
  const take = (from: Float32Array) =>
    Float32Array.from({ length: Math.floor(from.length / step) }, (_, i) => from[i * step] ?? 0);
  return { x: take(ends.x), y: take(ends.y) };
}

/** Pieces larger than print and denser than a table are pictures, and say nothing about lines. */
function isPicture({ area, left, top, right, bottom }: Spot): boolean {
  const [wide, high] = [right - left + 1, bottom - top + 1];
  return Math.min(wide, high) > 40 && area > 0.35 * wide * high;
}

/** The dark line that many scanners draw along the border, in pixels of 100 dpi. */
const borderPx = 8;

function inkEnds(ink: Uint8Array, widthPx: number, spots: readonly Spot[], label: Int32Array): [InkEnds, InkEnds] {
  const use = spots.map(spot => spot.area >= 5 && !isPicture(spot));
  const lower = new Int32Array(ink.length);
  const right = new Int32Array(ink.length);
  let [lowers, rights] = [0, 0];
  const rows = ink.length / widthPx;
  for (let y = borderPx; y < rows - borderPx; y++)
    for (let i = y * widthPx + borderPx; i < (y + 1) * widthPx - borderPx; i++) {
      if (ink[i] !== 1 || !use[(label[i] ?? 0) - 1]) continue;
      if (ink[i + widthPx] !== 1) lower[lowers++] = i;
      if (ink[i + 1] !== 1) right[rights++] = i;
    }
  return [pointsOf(lower.subarray(0, lowers), widthPx), pointsOf(right.subarray(0, rights), widthPx)];
}

function pointsOf(indices: Int32Array, widthPx: number): InkEnds {
  const points = { x: new Float32Array(indices.length), y: new Float32Array(indices.length) };
  for (let n = 0; n < indices.length; n++) {
    const i = indices[n] ?? 0;
    points.y[n] = Math.floor(i / widthPx);
    points.x[n] = i % widthPx;
  }
  return points;
}
