import type { Point } from './grey-picture.ts';

/** A convex region: in row y the pixels from[y] up to, not including, to[y]. */
export interface RowSpans {
  from: Int32Array;
  to: Int32Array;
}

/** A border is found no more exactly than this: the sheet was looked for at half the resolution. */
const borderPx = 4;

export function wholePicture(widthPx: number, heightPx: number): RowSpans {
  return { from: new Int32Array(heightPx), to: new Int32Array(heightPx).fill(widthPx) };
}

/** The rows of a convex polygon, made smaller by `insetPx` on every side that is not on the picture's border; corners in the order of the clock. */
export function insidePolygon(corners: readonly Point[], insetPx: number, widthPx: number, heightPx: number): RowSpans {
  const spans = wholePicture(widthPx, heightPx);
  corners.forEach((start, index) => {
    const end = corners[(index + 1) % corners.length] ?? start;
    const length = Math.hypot(end.x - start.x, end.y - start.y);
    if (length === 0) return;
    const room = onBorder(start, end, widthPx, heightPx) ? -borderPx : insetPx;
    // The inner side of an edge: normal . (point - start) >= inset.
    const [nx, ny] = [-(end.y - start.y) / length, (end.x - start.x) / length];
    for (let y = 0; y < heightPx; y++) {
      const rest = room - ny * (y + 0.5 - start.y);
      if (Math.abs(nx) < 1e-9) {
        if (rest > 0) spans.to[y] = 0;
        continue;
      }
      const x = start.x + rest / nx - 0.5;
      if (nx > 0) spans.from[y] = Math.max(spans.from[y] ?? 0, Math.ceil(x));
      else spans.to[y] = Math.min(spans.to[y] ?? 0, Math.floor(x) + 1);
    }
  });
  return spans;
}

/** A side that lies on the picture's border or beyond is not seen: the sheet goes on there. */
function onBorder(start: Point, end: Point, widthPx: number, heightPx: number): boolean {
  const all = (off: (point: Point) => number) => off(start) <= borderPx && off(end) <= borderPx;
  return all(({ x }) => x) || all(({ y }) => y) || all(({ x }) => widthPx - x) || all(({ y }) => heightPx - y);
}

export function areaPx(spans: RowSpans): number {
  return spans.from.reduce((sum, from, y) => sum + Math.max(0, (spans.to[y] ?? 0) - from), 0);
}
