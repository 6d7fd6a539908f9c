import type { Point } from './grey-picture.ts';

/** A box in a frame that is turned clockwise by an angle about the picture's top left corner. */
export interface Box {
  left: number;
  top: number;
  right: number;
  bottom: number;
}

const radians = Math.PI / 180;

export function intoFrame({ x, y }: Point, degrees: number): Point {
  const [cos, sin] = [Math.cos(degrees * radians), Math.sin(degrees * radians)];
  return { x: x * cos + y * sin, y: y * cos - x * sin };
}

export function outOfFrame(point: Point, degrees: number): Point {
  return intoFrame(point, -degrees);
}

export function boundsOf(points: readonly Point[]): Box {
  const [xs, ys] = [points.map(({ x }) => x), points.map(({ y }) => y)];
  return { left: Math.min(...xs), top: Math.min(...ys), right: Math.max(...xs), bottom: Math.max(...ys) };
}

/** In the order of the clock from the top left. */
export function cornersOf({ left, top, right, bottom }: Box): Point[] {
  return [
    { x: left, y: top },
    { x: right, y: top },
    { x: right, y: bottom },
    { x: left, y: bottom },
  ];
}

/** The angle of a line, folded to the nearest axis: -45 up to 45 degrees, clockwise positive. */
export function foldedDegrees(from: Point, to: Point): number {
  const degrees = Math.atan2(to.y - from.y, to.x - from.x) / radians;
  return degrees - 90 * Math.round(degrees / 90);
}
