import type { Stroke } from '../../kiosk/input/handwriting/stroke.ts';

/** Numbers from 0 to 1, the same for the same seed. */
export function seeded(seed: number): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state / 2 ** 32;
  };
}

export interface Hand {
  /** Strokes come in any order. */
  shuffled?: boolean;
  /** So many strokes run on into the next one. */
  joined?: number;
  /** So many are drawn in two. */
  broken?: number;
}

/** How far a stroke lies off, in a square of 1024. */
const offBy = 35;
const tremble = 8;
const mostTurn = (8 * Math.PI) / 180;
const mostStretch = 0.2;
const mostSlant = 0.1;

/**
 * A character as a hand writes it, from the middle lines of its strokes (y upwards): each stroke shifted and resized,
 * every point trembling, the whole stretched, slanted and turned by up to 8 degrees, resampled unevenly.
 */
export function drawn(
  medians: readonly (readonly (readonly [number, number])[])[],
  hand: Hand,
  random: () => number,
): Stroke[] {
  const normal = (): number => Math.sqrt(-2 * Math.log(random() + 1e-9)) * Math.cos(2 * Math.PI * random());
  const around = (most: number): number => (random() * 2 - 1) * most;
  const [turn, slant, wide, high] = [
    around(mostTurn),
    around(mostSlant),
    1 + around(mostStretch),
    1 + around(mostStretch),
  ];
  const place = (x: number, y: number): number[] => {
    const [fromMiddle, below] = [x - 512, 388 - y];
    return [
      (fromMiddle * Math.cos(turn) - below * Math.sin(turn) + slant * below) * wide,
      (fromMiddle * Math.sin(turn) + below * Math.cos(turn)) * high,
    ];
  };
  let strokes = medians.map(median => {
    const [shiftX, shiftY, size] = [normal() * offBy, normal() * offBy, 1 + normal() * 0.08];
    const [first = [0, 0]] = median;
    return resampled(median, random).flatMap(([x, y]) =>
      place(
        first[0] + (x - first[0]) * size + shiftX + normal() * tremble,
        first[1] + (y - first[1]) * size + shiftY + normal() * tremble,
      ),
    );
  });
  const { joined = 0, broken = 0, shuffled = false } = hand;
  const separate: number[][] = [];
  for (const stroke of strokes) {
    if (random() < joined) separate.at(-1)?.push(...stroke) ?? separate.push(stroke);
    else separate.push(stroke);
  }
  strokes = separate.flatMap(stroke => {
    const middle = Math.floor(stroke.length / 4) * 2;
    return random() < broken && middle > 4 ? [stroke.slice(0, middle), stroke.slice(middle)] : [stroke];
  });
  if (shuffled)
    strokes = strokes
      .map(stroke => ({ stroke, at: random() }))
      .sort((a, b) => a.at - b.at)
      .map(({ stroke }) => stroke);
  return strokes;
}

function resampled(line: readonly (readonly [number, number])[], random: () => number): [number, number][] {
  return line.flatMap(([x, y], at): [number, number][] => {
    const [nextX, nextY] = line[at + 1] ?? [x, y];
    const pieces = at + 1 === line.length ? 1 : 2 + Math.floor(random() * 5);
    return Array.from({ length: pieces }, (_, piece) => {
      const share = piece / pieces;
      return [x + (nextX - x) * share, y + (nextY - y) * share];
    });
  });
}
