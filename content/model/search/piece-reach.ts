import type { Row } from './align.ts';
import type { Patterns } from './patterns.ts';
import type { SearchIndex } from './search-index.ts';

/** By place of the query (a bit of its masks): the places up to which units side by side take it, as bits. */
export type Reach = Int32Array;

export interface Piece {
  from: number;
  to: number;
}

const places = 32;

/** What of the query stands side by side somewhere in the text. */
export function reachIn(patterns: Patterns, row: Row): Reach {
  const all: Reach = new Int32Array(places);
  let after: Reach = new Int32Array(places);
  let here: Reach = new Int32Array(places);
  for (let at = row.units.length - 1; at >= 0; at--) {
    const patternRow = patterns.rowOf[row.units[at] ?? 0] ?? 0;
    here.fill(0);
    if (patternRow !== 0) {
      reachFrom(patterns, patternRow, after, here);
      for (let place = 0; place < places; place++) all[place] = (all[place] ?? 0) | (here[place] ?? 0);
    }
    [after, here] = [here, after];
  }
  return all;
}

function reachFrom(patterns: Patterns, row: number, after: Reach, here: Reach): void {
  for (let lengths = patterns.lengths[row] ?? 0; lengths !== 0; lengths &= lengths - 1) {
    const length = 31 - Math.clz32(lengths & -lengths);
    for (let from = patterns.masks[row * patterns.width + length] ?? 0; from !== 0; from &= from - 1) {
      const place = 31 - Math.clz32(from & -from);
      here[place] = (here[place] ?? 0) | (1 << (place + length)) | (after[place + length] ?? 0);
    }
  }
}

/** The units that take the piece, where it stands first in the text. */
export function chainMarks(index: SearchIndex, patterns: Patterns, row: Row, { from, to }: Piece) {
  for (let start = 0; start < row.units.length; start++) {
    const count = chainLength(patterns, row, start, from, to);
    if (count === null) continue;
    return row.at.slice(start, start + count).map((at, step) => ({
      at,
      width: index.units[row.units[start + step] ?? 0]?.width ?? 1,
    }));
  }
  return [];
}

function chainLength(patterns: Patterns, row: Row, at: number, from: number, to: number): number | null {
  if (from === to) return 0;
  const patternRow = patterns.rowOf[row.units[at] ?? -1] ?? 0;
  if (from > to || at >= row.units.length || patternRow === 0) return null;
  for (let lengths = patterns.lengths[patternRow] ?? 0; lengths !== 0; lengths &= lengths - 1) {
    const length = 31 - Math.clz32(lengths & -lengths);
    if (((patterns.masks[patternRow * patterns.width + length] ?? 0) >> from) % 2 === 0) continue;
    const rest = chainLength(patterns, row, at + 1, from + length, to);
    if (rest !== null) return rest + 1;
  }
  return null;
}
