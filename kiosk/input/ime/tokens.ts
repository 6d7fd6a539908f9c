import { fuzzyIds } from './fuzzy.ts';
import { type IdRange, idsBeginning, longestSyllable, syllableId } from './syllables.ts';

/** A piece of the letters that may stand for one syllable. */
export interface Token {
  /** Where it ends in the letters. */
  end: number;
  /** What may be meant, and how unlikely each is (bits). */
  meant: readonly { ids: IdRange; bits: number }[];
  /** A whole syllable was typed. */
  whole: boolean;
}

const abbreviationBits = 3;
const partialBits = 2;
/** Though what was typed is whole already (yi, meant as the beginning of ying). */
const partialOfWholeBits = 14;
const fuzzyBits = 20;
/** Where letters make no sense (vvv): dearer than any reading of them. */
const nonsense = 100;

interface Piece {
  start: number;
  end: number;
  kind: 'whole' | 'initial' | 'partial';
  /** Letters that are no part of a whole syllable. */
  loose: number;
}

/**
 * For each place in the letters, the tokens that begin there. Only readings with the fewest loose letters count
 * (shebaozm is she-bao-z-m, never s-h-e-…); all of these count (xian is xian and xi-an).
 */
export function tokenize(letters: string): Token[][] {
  const pieces = piecesOf(letters);
  const forward = new Array<number>(letters.length + 1).fill(Number.POSITIVE_INFINITY);
  const backward = new Array<number>(letters.length + 1).fill(Number.POSITIVE_INFINITY);
  forward[0] = 0;
  backward[letters.length] = 0;
  const better = (costs: number[], at: number, cost: number): void => {
    costs[at] = Math.min(costs[at] ?? cost, cost);
  };
  for (let at = 0; at < letters.length; at++) {
    better(forward, at + 1, (forward[at] ?? 0) + nonsense);
    for (const { end, loose } of pieces[at] ?? []) better(forward, end, (forward[at] ?? 0) + loose);
  }
  for (let at = letters.length - 1; at >= 0; at--) {
    better(backward, at, (backward[at + 1] ?? 0) + nonsense);
    for (const { end, loose } of pieces[at] ?? []) better(backward, at, (backward[end] ?? 0) + loose);
  }
  const fewest = forward[letters.length] ?? 0;
  const looseThrough = (piece: Piece): number => (forward[piece.start] ?? 0) + piece.loose + (backward[piece.end] ?? 0);
  return pieces.map((from, at) => {
    const onTheWay = (forward[at] ?? 0) + (backward[at] ?? 0) === fewest;
    return from
      .filter(piece => (piece.kind === 'partial' ? onTheWay : looseThrough(piece) === fewest))
      .map(piece => tokenOf(piece, letters));
  });
}

function piecesOf(letters: string): Piece[][] {
  return Array.from(letters, (_, start) => {
    const pieces: Piece[] = [];
    for (let end = start + 1; end <= Math.min(letters.length, start + longestSyllable); end++) {
      const text = letters.slice(start, end);
      if (idsBeginning(text) === undefined) break;
      const loose = end - start;
      if (syllableId(text) !== undefined && !/^(m|n|ng|hm)$/.test(text))
        pieces.push({ start, end, kind: 'whole', loose: 0 });
      else if (/^([a-z]|[zcs]h)$/.test(text)) pieces.push({ start, end, kind: 'initial', loose });
      if (end === letters.length && loose > 1) pieces.push({ start, end, kind: 'partial', loose: 1 });
    }
    return pieces;
  });
}

function tokenOf({ start, end, kind }: Piece, letters: string): Token {
  const text = letters.slice(start, end);
  const begun = idsBeginning(text);
  if (kind !== 'whole') {
    const partial = syllableId(text) === undefined ? partialBits : partialOfWholeBits;
    const bits = kind === 'partial' ? partial : abbreviationBits;
    return { end, whole: false, meant: begun === undefined ? [] : [{ ids: begun, bits }] };
  }
  const id = syllableId(text) ?? 0;
  const others = fuzzyIds(id).map(other => ({ ids: { from: other, to: other + 1 }, bits: fuzzyBits }));
  return { end, whole: true, meant: [{ ids: { from: id, to: id + 1 }, bits: 0 }, ...others] };
}
