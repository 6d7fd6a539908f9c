import { type LinePoints, numbersPerPoint } from './stroke.ts';

/** What a turn by half a circle weighs beside the square of a distance (the square is 1 wide). */
const turnWeight = 0.12;

/** How far each point of one drawing lies from the nearest point of the other that leads the same way, both ways, on average. */
export function farness(a: LinePoints, b: LinePoints): number {
  return (oneWay(a, b) + oneWay(b, a)) / 2;
}

function oneWay(from: LinePoints, to: LinePoints): number {
  let sum = 0;
  for (let point = 0; point < from.length; point += numbersPerPoint) {
    const x = from[point] ?? 0;
    const y = from[point + 1] ?? 0;
    const cosine = from[point + 2] ?? 0;
    const sine = from[point + 3] ?? 0;
    let nearest = 9;
    for (let other = 0; other < to.length; other += numbersPerPoint) {
      const dx = x - (to[other] ?? 0);
      const dy = y - (to[other + 1] ?? 0);
      const square = dx * dx + dy * dy;
      if (square >= nearest) continue;
      const turned = 1 - cosine * (to[other + 2] ?? 0) - sine * (to[other + 3] ?? 0);
      const away = square + turnWeight * 0.5 * turned;
      if (away < nearest) nearest = away;
    }
    sum += Math.sqrt(nearest);
  }
  return (sum * numbersPerPoint) / Math.max(numbersPerPoint, from.length);
}
