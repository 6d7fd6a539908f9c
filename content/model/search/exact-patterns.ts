import type { PatternMemory, Patterns } from './patterns.ts';
import { type Query, type QueryWord, runEnd } from './query.ts';
import type { SearchIndex } from './search-index.ts';
import { commonLength } from './typos.ts';

/** What is typed as it is written: the very character; a whole spelling, its beginning, or its first letter. */
export function exactPatterns(index: SearchIndex, query: Query, memory: PatternMemory): Patterns {
  const maker = memory.begin(widthOf(query), 0);
  for (const word of query.words) {
    for (let at = 0; at < word.scanned; at++) {
      const point = word.points[at] ?? 0;
      if (word.isCharacter[at]) {
        for (const unit of index.unitsOfCharacter.get(point) ?? []) maker.add(unit, 1, word.offset + at);
        continue;
      }
      const end = runEnd(word, at);
      for (const spelling of index.spellings.byFirst.get(point) ?? []) {
        if (index.spellings.isConfused[spelling]) continue;
        const common = commonLength(index.spellings, spelling, word.points, at, end);
        for (let length = 1; length <= common; length++)
          addSpelled(index, maker.add, word, { reading: index.spellings.reading[spelling] ?? 0, length, at });
      }
    }
  }
  return maker.done();
}

/** One more than the longest piece of the query that one unit may take. */
export function widthOf({ words }: Query): number {
  return Math.max(...words.map(({ scanned }) => scanned)) + 1;
}

/** Adds a piece of `length` letters to every unit of the reading; what reaches beyond the masks ends with them. */
export function addSpelled(
  index: SearchIndex,
  add: (unit: number, length: number, place: number) => void,
  { offset, scanned }: QueryWord,
  { reading, length, at }: { reading: number; length: number; at: number },
): void {
  const kept = Math.min(length, scanned - at);
  for (let next = index.readingUnitStart[reading] ?? 0; next < (index.readingUnitStart[reading + 1] ?? 0); next++)
    add(index.readingUnits[next] ?? 0, kept, offset + at);
}
