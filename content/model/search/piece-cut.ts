import type { Piece, Reach } from './piece-reach.ts';
import type { Query, QueryWord } from './query.ts';

/** A query cut into pieces that stand somewhere. */
export interface Cut {
  pieces: Piece[];
  /** Of the query's points that say something, 0 to 1. */
  share: number;
  /** Smaller is better. */
  cost: number;
  /** Some piece is long enough to mean something by itself. */
  isTelling: boolean;
}

const uncoveredCost = 3;
const pieceCost = 1;
const loneCost = 1.5;
/** What people say around what they seek. Where it is in a text all the same, it counts with what stands beside it. */
const fillers = new Set(Array.from('我你您要想的了吗呢啊请问怎么样如何哪里什给', each => each.codePointAt(0) ?? 0));
const fillerCost = 0.1;
const tellingCharacters = 2;
const tellingLetters = 4;

/** The cut that leaves the fewest points out, in the fewest pieces. */
export function cutQuery(query: Query, reach: Reach): Cut {
  const cuts = query.words.map(word => cutWord(word, reach));
  const pieces = cuts.flatMap(cut => cut.pieces);
  const covered = pieces.reduce((sum, { from, to }) => sum + to - from, 0);
  const total = covered + cuts.reduce((sum, { missing }) => sum + missing, 0);
  return {
    ...{ pieces, share: covered / Math.max(1, total), cost: cuts.reduce((sum, { cost }) => sum + cost, 0) },
    isTelling: query.words.some(word => pieces.some(piece => isTelling(word, piece))),
  };
}

function isTelling({ offset, scanned, isCharacter }: QueryWord, { from, to }: Piece): boolean {
  if (from < offset || to > offset + scanned) return false;
  return to - from >= (isCharacter[from - offset] ? tellingCharacters : tellingLetters);
}

function cutWord(
  { offset, scanned, points }: QueryWord,
  reach: Reach,
): { pieces: Piece[]; cost: number; missing: number } {
  const isFiller = (place: number): boolean => fillers.has(points[place - offset] ?? 0);
  /** By place: the least cost of what comes from there on, and the end of the piece that begins there (0: none). */
  const costs: number[] = [];
  const ends: number[] = [];
  const stop = offset + scanned;
  costs[stop] = 0;
  for (let from = stop - 1; from >= offset; from--) {
    costs[from] = (isFiller(from) ? fillerCost : uncoveredCost) + (costs[from + 1] ?? 0);
    for (let places = reach[from] ?? 0; places !== 0; places &= places - 1) {
      const to = 31 - Math.clz32(places & -places);
      const cost = (to - from === 1 ? loneCost : pieceCost) + (costs[to] ?? Number.POSITIVE_INFINITY);
      if (cost >= (costs[from] ?? 0)) continue;
      costs[from] = cost;
      ends[from] = to;
    }
  }
  const pieces: Piece[] = [];
  let missing = 0;
  for (let from = offset; from < stop; ) {
    const to = ends[from];
    if (to !== undefined) pieces.push({ from, to });
    else if (!isFiller(from)) missing++;
    from = to ?? from + 1;
  }
  return { pieces, cost: costs[offset] ?? 0, missing };
}
