/** A stroke as points x, y, x, y, … in the order they were drawn, y downwards; the unit does not matter. */
export type Stroke = ArrayLike<number>;

/** Points of drawn lines, four numbers each: x and y in the square of 0 to 1, and the way it leads as cosine and sine. */
export type LinePoints = Float32Array;
export const numbersPerPoint = 4;

/** Points lie so far apart. */
export const stepLength = 1 / 24;
const evenSlots = 16;
/** So much line (in widths of the square) makes a plain character. */
const plainLength = 2.2;
const evenShare = 0.6;
/** The narrow side is stretched by no more than this. */
const mostStretch = 2.4;
/** What is smaller than this is a dot. */
const dotLength = 0.012;
/** A dot is taken for a touch to the lower right. */
const dotWay = [Math.SQRT1_2, Math.SQRT1_2] as const;

/**
 * The drawn lines as points in even steps, the character moved and stretched to fill a square. One that is much wider
 * than high keeps some of its shape: the narrow side grows to the square root of the sine of the ratio, and that of a
 * line (一) little, or its wavering would be stretched to strokes.
 */
export function linePoints(strokes: readonly Stroke[]): LinePoints {
  const box = boxOf(strokes);
  const [width, height] = [Math.max(box.right - box.left, 1e-6), Math.max(box.bottom - box.top, 1e-6)];
  const ratio = Math.min(width, height) / Math.max(width, height);
  const narrow = Math.min(Math.sqrt(Math.sin((Math.PI / 2) * ratio)), ratio * mostStretch);
  const [spanX, spanY] = width > height ? [1, narrow] : [narrow, 1];
  const toX = (x: number): number => 0.5 + ((x - (box.left + box.right) / 2) / width) * spanX;
  const toY = (y: number): number => 0.5 + ((y - (box.top + box.bottom) / 2) / height) * spanY;
  const points: number[] = [];
  for (const stroke of strokes) {
    let [fromX, fromY] = [toX(stroke[0] ?? 0), toY(stroke[1] ?? 0)];
    let rest = 0;
    let drawn = false;
    for (let at = 2; at + 1 < stroke.length; at += 2) {
      const [x, y] = [toX(stroke[at] ?? 0), toY(stroke[at + 1] ?? 0)];
      const length = Math.hypot(x - fromX, y - fromY);
      if (length < dotLength && at + 3 < stroke.length) continue;
      const [cosine, sine] = length === 0 ? dotWay : [(x - fromX) / length, (y - fromY) / length];
      for (; rest <= length; rest += stepLength) {
        const share = length === 0 ? 0 : rest / length;
        points.push(fromX + (x - fromX) * share, fromY + (y - fromY) * share, cosine, sine);
        drawn = true;
      }
      rest -= length;
      [fromX, fromY] = [x, y];
    }
    if (!drawn) points.push(fromX, fromY, ...dotWay);
  }
  const result = Float32Array.from(points);
  for (const axis of [0, 1]) evenOut(result, axis);
  return result;
}

/**
 * Where lines lie close together there is more to tell apart: a share of the room goes by how much line there is, so that
 * it matters less how large somebody writes the parts of a character. A plain one (十) stays as it is.
 */
function evenOut(points: LinePoints, axis: number): void {
  const count = points.length / numbersPerPoint;
  const share = evenShare * Math.min(1, Math.max(0, (count * stepLength - plainLength) / plainLength));
  if (share === 0) return;
  const slotOf = (at: number): number =>
    Math.min(evenSlots - 1, Math.max(0, Math.floor((points[at] ?? 0) * evenSlots)));
  const line = new Float32Array(evenSlots + 2);
  for (let at = axis; at < points.length; at += numbersPerPoint) line[slotOf(at) + 1] = (line[slotOf(at) + 1] ?? 0) + 1;
  const sums = new Float32Array(evenSlots + 1);
  for (let slot = 0; slot < evenSlots; slot++) {
    const around = (line[slot] ?? 0) + 2 * (line[slot + 1] ?? 0) + (line[slot + 2] ?? 0);
    sums[slot + 1] = (sums[slot] ?? 0) + around;
  }
  const total = sums[evenSlots] ?? 1;
  for (let at = axis; at < points.length; at += numbersPerPoint) {
    const place = points[at] ?? 0;
    const slot = slotOf(at);
    const [before, after] = [sums[slot] ?? 0, sums[slot + 1] ?? 0];
    const even = (before + (after - before) * (place * evenSlots - slot)) / total;
    points[at] = place * (1 - share) + even * share;
  }
}

function boxOf(strokes: readonly Stroke[]): { left: number; right: number; top: number; bottom: number } {
  const box = { left: Infinity, right: -Infinity, top: Infinity, bottom: -Infinity };
  for (const stroke of strokes)
    for (let at = 0; at + 1 < stroke.length; at += 2) {
      box.left = Math.min(box.left, stroke[at] ?? 0);
      box.right = Math.max(box.right, stroke[at] ?? 0);
      box.top = Math.min(box.top, stroke[at + 1] ?? 0);
      box.bottom = Math.max(box.bottom, stroke[at + 1] ?? 0);
    }
  return box;
}
