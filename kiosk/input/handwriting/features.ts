import { type LinePoints, numbersPerPoint } from './stroke.ts';

const cells = 8;
const directions = 8;
export const featureLength = cells * cells * directions;

/**
 * How much line of each of eight directions runs through each cell of an eight by eight grid, spread softly over
 * neighbouring cells and directions; of length 1. Neither the order of the strokes nor where one ends matters.
 */
export function features(points: LinePoints, into: Float32Array = new Float32Array(featureLength)): Float32Array {
  into.fill(0);
  for (let point = 0; point < points.length; point += numbersPerPoint) {
    const angle = Math.atan2(points[point + 3] ?? 0, points[point + 2] ?? 0);
    const turn = ((angle / (2 * Math.PI) + 1) % 1) * directions;
    const direction = Math.floor(turn);
    const nextShare = turn - direction;
    const column = (points[point] ?? 0) * (cells - 1);
    const row = (points[point + 1] ?? 0) * (cells - 1);
    const [left, above] = [Math.floor(column), Math.floor(row)];
    for (let down = 0; down < 2; down++)
      for (let right = 0; right < 2; right++) {
        const [cellX, cellY] = [left + right, above + down];
        if (cellX < 0 || cellX >= cells || cellY < 0 || cellY >= cells) continue;
        const weight = (1 - Math.abs(column - cellX)) * (1 - Math.abs(row - cellY));
        const at = (cellY * cells + cellX) * directions;
        into[at + (direction % directions)] = (into[at + (direction % directions)] ?? 0) + weight * (1 - nextShare);
        into[at + ((direction + 1) % directions)] =
          (into[at + ((direction + 1) % directions)] ?? 0) + weight * nextShare;
      }
  }
  return toLengthOne(into);
}

/** The root lets a short stroke count beside long ones. */
function toLengthOne(values: Float32Array): Float32Array {
  let sum = 0;
  for (let at = 0; at < values.length; at++) {
    sum += values[at] ?? 0;
    values[at] = Math.sqrt(values[at] ?? 0);
  }
  const length = Math.sqrt(sum);
  if (length > 0) for (let at = 0; at < values.length; at++) values[at] = (values[at] ?? 0) / length;
  return values;
}
