export interface Piece {
  /** In code points. */
  start: number;
  words: string;
  matched: boolean;
}

/** Cuts a text along matched ranges (code points, end exclusive, ordered and apart). */
export function pieces(text: string, ranges: readonly [number, number][]): Piece[] {
  const chars = Array.from(text);
  const result: Piece[] = [];
  let at = 0;
  const cut = (end: number, matched: boolean): void => {
    if (end > at) result.push({ start: at, words: chars.slice(at, end).join(''), matched });
    at = Math.max(at, end);
  };
  for (const [start, end] of ranges) {
    cut(start, false);
    cut(end, true);
  }
  cut(chars.length, false);
  return result;
}
