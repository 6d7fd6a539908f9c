import type { Alignment, Row } from './align.ts';
import { markUnits } from './scan.ts';
import type { SearchIndex } from './search-index.ts';

export function rowOf(index: SearchIndex, text: number): Row {
  const isMark = markUnits(index);
  const row: Row = { units: [], at: [] };
  const start = index.textStart[text] ?? 0;
  for (let at = start; at < (index.textStart[text + 1] ?? 0); at++) {
    const unit = index.textUnits[at] ?? 0;
    if (isMark[unit] === 1) continue;
    row.units.push(unit);
    row.at.push(at - start);
  }
  return row;
}

export function textOf(index: SearchIndex, text: number): string {
  let result = '';
  for (let at = index.textStart[text] ?? 0; at < (index.textStart[text + 1] ?? 0); at++)
    result += index.units[index.textUnits[at] ?? 0]?.text ?? '';
  return result;
}

/** Marked units as ranges of the text in code points, end exclusive, ordered and apart. */
export function rangesOf(index: SearchIndex, text: number, marks: Alignment['marks']): [start: number, end: number][] {
  const widths = new Map<number, number>();
  for (const { at, width } of marks) widths.set(at, Math.max(widths.get(at) ?? 0, width));
  const ranges: [number, number][] = [];
  const start = index.textStart[text] ?? 0;
  let point = 0;
  for (let at = start; at < (index.textStart[text + 1] ?? 0); at++) {
    const marked = widths.get(at - start);
    const last = ranges.at(-1);
    if (marked !== undefined) {
      if (last !== undefined && last[1] === point) last[1] = point + marked;
      else ranges.push([point, point + marked]);
    }
    point += index.units[index.textUnits[at] ?? 0]?.width ?? 0;
  }
  return ranges;
}
