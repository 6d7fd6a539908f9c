import { distance } from './convex-hull.ts';
import type { Point } from './grey-picture.ts';
import { foldedDegrees } from './turned-frame.ts';

/** A side of a sheet that was seen against the lid. */
export interface SheetSide {
  from: Point;
  to: Point;
  degrees: number;
  lengthPx: number;
}

interface SideLimits {
  leastLengthPx: number;
  /** Boundary points this near to the hull's side belong to it. */
  nearPx: number;
}

/** This share of a side's length must have boundary points on it: a torn corner or a curl leaves the rest. */
const leastSupport = 0.6;

/** The straight sides of a hull that the boundary really follows, with their angle by least squares over the boundary. */
export function straightSides(hull: readonly Point[], boundary: readonly Point[], limits: SideLimits): SheetSide[] {
  return hull.flatMap((from, index) => {
    const to = hull[(index + 1) % hull.length] ?? from;
    const lengthPx = distance(from, to);
    if (lengthPx < limits.leastLengthPx) return [];
    const near = pointsNear(from, to, boundary, limits.nearPx);
    const covered = new Set(near.map(({ along }) => Math.floor(along / 2)));
    if (covered.size < (leastSupport * lengthPx) / 2) return [];
    const slope = leastSquares(near);
    const degrees = foldedDegrees(from, to) + (Math.atan(slope) * 180) / Math.PI;
    return [{ from, to, degrees, lengthPx }];
  });
}

interface Near {
  along: number;
  off: number;
}

function pointsNear(from: Point, to: Point, boundary: readonly Point[], nearPx: number): Near[] {
  const lengthPx = distance(from, to);
  const [ux, uy] = [(to.x - from.x) / lengthPx, (to.y - from.y) / lengthPx];
  const near: Near[] = [];
  for (const { x, y } of boundary) {
    const along = (x - from.x) * ux + (y - from.y) * uy;
    const off = (y - from.y) * ux - (x - from.x) * uy;
    if (along >= 0 && along < lengthPx && Math.abs(off) <= nearPx) near.push({ along, off });
  }
  return near;
}

function leastSquares(points: readonly Near[]): number {
  const mean = (of: (point: Near) => number) => points.reduce((sum, point) => sum + of(point), 0) / points.length;
  const [along, off] = [mean(point => point.along), mean(point => point.off)];
  const spread = mean(point => (point.along - along) ** 2);
  return spread === 0 ? 0 : mean(point => (point.along - along) * (point.off - off)) / spread;
}
