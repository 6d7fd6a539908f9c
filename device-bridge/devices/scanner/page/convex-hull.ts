import type { Point } from './grey-picture.ts';

/** Andrew's monotone chain; corners in the order of the clock as seen on a picture (y down). */
export function convexHull(points: readonly Point[]): Point[] {
  const sorted = [...points].sort((a, b) => a.x - b.x || a.y - b.y);
  const chain = (from: readonly Point[]): Point[] => {
    const hull: Point[] = [];
    for (const point of from) {
      while (hull.length > 1 && turn(hull.at(-2), hull.at(-1), point) <= 0) hull.pop();
      hull.push(point);
    }
    hull.pop();
    return hull;
  };
  return sorted.length < 3 ? sorted : [...chain(sorted), ...chain(sorted.reverse())];
}

function turn(a: Point | undefined, b: Point | undefined, c: Point): number {
  return a && b ? (b.x - a.x) * (c.y - a.y) - (b.y - a.y) * (c.x - a.x) : 1;
}

/** Leaves out corners that lie within `tolerance` of the line between those kept (Douglas and Peucker 1973). */
export function simplified(hull: readonly Point[], tolerance: number): Point[] {
  const first = hull[0];
  if (!first || hull.length < 4) return [...hull];
  let opposite = 0;
  hull.forEach((point, index) => {
    const far = hull[opposite] ?? first;
    if (distance(first, point) > distance(first, far)) opposite = index;
  });
  const there = reduce(hull.slice(0, opposite + 1), tolerance);
  const back = reduce([...hull.slice(opposite), first], tolerance);
  return [...there.slice(0, -1), ...back.slice(0, -1)];
}

function reduce(line: readonly Point[], tolerance: number): Point[] {
  const [start, end] = [line[0], line.at(-1)];
  if (!start || !end || line.length < 3) return [...line];
  const length = distance(start, end) || 1;
  let [worst, index] = [0, 0];
  line.forEach((point, i) => {
    const off = Math.abs((end.x - start.x) * (point.y - start.y) - (end.y - start.y) * (point.x - start.x)) / length;
    if (off > worst) [worst, index] = [off, i];
  });
  if (worst <= tolerance) return [start, end];
  return [...reduce(line.slice(0, index + 1), tolerance).slice(0, -1), ...reduce(line.slice(index), tolerance)];
}

export function distance(a: Point, b: Point): number {
  return Math.hypot(a.x - b.x, a.y - b.y);
}
