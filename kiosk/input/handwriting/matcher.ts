import { featureLength, features } from './features.ts';
import { farness } from './nearness.ts';
import { linePoints, type Stroke } from './stroke.ts';
import type { WrittenCharacter } from './stroke-file.ts';

export interface Matcher {
  /** The characters that look most like what was drawn, the likeliest first. */
  match(strokes: readonly Stroke[], limit: number): string[];
}

/** So many are looked at closely. */
const closelyLookedAt = 40;
const farnessWeight = 4;
/** For each doubling of a character's place in the order of commonness. */
const rareWeight = 0.006;
/** For each stroke more or less, as a share of the strokes: joined and broken strokes are everyday. */
const strokeCountWeight = 0.12;
/** Features are kept as bytes. */
const byteScale = 255;

/** Takes some hundred milliseconds for 7,000 characters: not for the page's own thread. */
export function createMatcher(characters: readonly WrittenCharacter[]): Matcher {
  const table = new Uint8Array(characters.length * featureLength);
  const scratch = new Float32Array(featureLength);
  for (const [index, { strokes }] of characters.entries()) {
    features(linePoints(strokes), scratch);
    for (let at = 0; at < featureLength; at++)
      table[index * featureLength + at] = Math.round((scratch[at] ?? 0) * byteScale);
  }
  return {
    match(strokes, limit) {
      if (strokes.length === 0) return [];
      const points = linePoints(strokes);
      const likeness = likenesses(table, features(points), characters.length);
      const close = highest(likeness, closelyLookedAt).map(index => {
        const known = characters[index] ?? { character: '', strokes: [] };
        const countOff =
          Math.abs(known.strokes.length - strokes.length) / Math.max(known.strokes.length, strokes.length);
        const unlike =
          1 -
          (likeness[index] ?? 0) +
          farness(points, linePoints(known.strokes)) * farnessWeight +
          Math.log2(index + 64) * rareWeight +
          countOff * strokeCountWeight;
        return { character: known.character, unlike };
      });
      return close
        .sort((a, b) => a.unlike - b.unlike)
        .slice(0, limit)
        .map(({ character }) => character);
    },
  };
}

function likenesses(table: Uint8Array, drawn: Float32Array, count: number): Float32Array {
  const result = new Float32Array(count);
  // Most of what was drawn is empty: only where there is line does anything add up.
  const inked = Array.from(drawn.keys()).filter(at => (drawn[at] ?? 0) > 0);
  const [places, weights] = [Uint16Array.from(inked), Float32Array.from(inked, at => (drawn[at] ?? 0) / byteScale)];
  for (let index = 0; index < count; index++) {
    const base = index * featureLength;
    let sum = 0;
    for (let at = 0; at < places.length; at++) sum += (weights[at] ?? 0) * (table[base + (places[at] ?? 0)] ?? 0);
    result[index] = sum;
  }
  return result;
}

function highest(values: Float32Array, limit: number): number[] {
  const best: number[] = [];
  let least = Number.NEGATIVE_INFINITY;
  for (let index = 0; index < values.length; index++) {
    const value = values[index] ?? 0;
    if (best.length >= limit && value <= least) continue;
    let at = best.length;
    while (at > 0 && (values[best[at - 1] ?? 0] ?? 0) < value) at--;
    best.splice(at, 0, index);
    if (best.length > limit) best.pop();
    least = values[best.at(-1) ?? 0] ?? 0;
  }
  return best;
}
