import type { Position } from '../../../../content/model/distance.ts';

/** How far the scale leaves true distances for even spacing: the towns stand close together, the mountains far apart. */
const evenness = 0.55;

/** A place on the sketch: 0 at the left and the top, 1 at the right and the bottom of what is drawn. */
export interface SketchPoint {
  x: number;
  y: number;
}

/**
 * The scale of the sketch for these positions. East stays east of west and north above south; only the distances are
 * evened out, as on the map of an underground railway, so that every name has room.
 */
export function sketchScale(positions: readonly Position[]): (position: Position) => SketchPoint {
  const x = axis(positions.map(({ longitude }) => longitude));
  const y = axis(positions.map(({ latitude }) => latitude));
  return ({ latitude, longitude }) => ({ x: x(longitude), y: 1 - y(latitude) });
}

/** A rising line through the values: each stands between its true place and its place in an even row. */
function axis(values: readonly number[]): (value: number) => number {
  const knots = [...new Set(values)].sort((a, b) => a - b);
  const first = knots[0];
  const last = knots.at(-1);
  if (first === undefined || last === undefined || first === last) return () => 0.5;
  const span = last - first;
  const linear = (value: number): number => (value - first) / span;
  const at = (index: number): number =>
    (1 - evenness) * linear(knots[index] ?? last) + (evenness * index) / (knots.length - 1);
  return value => {
    if (value <= first) return linear(value) * (1 - evenness);
    if (value >= last) return 1 + (linear(value) - 1) * (1 - evenness);
    const upper = knots.findIndex(knot => knot >= value);
    const [from, to] = [knots[upper - 1] ?? first, knots[upper] ?? last];
    return at(upper - 1) + ((value - from) / (to - from)) * (at(upper) - at(upper - 1));
  };
}
