import { advance, type Patterns } from './patterns.ts';
import { isAllCharacters, type Query } from './query.ts';
import type { SearchIndex } from './search-index.ts';

/** How well a text was met by a whole query of one word; of several words only `within` and `inOrder`. */
export const grade = { none: 0, inOrder: 1, within: 2, prefix: 3, whole: 4 } as const;

/** What a look through all texts found, by text. */
export interface Found {
  /** Bits of `query.ends`: words of the query that are in the text. */
  words: Int32Array;
  grade: Uint8Array;
  /** Places of the query that some unit of the text can take. */
  cover: Int32Array;
  /** Room for choosing among matters. */
  matterKeys: Uint16Array;
  matterWords: Int32Array;
}

export function emptyFound(texts: number, matters: number): Found {
  return {
    ...{ words: new Int32Array(texts), grade: new Uint8Array(texts), cover: new Int32Array(texts) },
    ...{ matterKeys: new Uint16Array(matters), matterWords: new Int32Array(matters) },
  };
}

/** Looks for the words of a query in all texts as they are typed: side by side, else in order with gaps between. */
export function scanExact(index: SearchIndex, query: Query, patterns: Patterns, found: Found): void {
  coverTexts(index, coverByUnit(patterns), found.cover);
  found.words.fill(0);
  found.grade.fill(grade.none);
  for (let text = 0; text < found.words.length; text++) {
    const cover = found.cover[text] ?? 0;
    const possible = cover === 0 ? 0 : coveredEnds(query, cover);
    // A word with a point that nothing can take is not there: most texts end here.
    if (possible !== 0) lookThrough(index, query, patterns, { found, text, possible });
  }
}

function lookThrough(
  index: SearchIndex,
  query: Query,
  patterns: Patterns,
  { found, text, possible }: { found: Found; text: number; possible: number },
): void {
  const { textStart, textUnits } = index;
  const { starts, ends } = query;
  const isMark = markUnits(index);
  let anywhere = 0;
  let fromFront = starts;
  let met = 0;
  let metFromFront = 0;
  let metAtLast = 0;
  for (let at = textStart[text] ?? 0; at < (textStart[text + 1] ?? 0); at++) {
    const unit = textUnits[at] ?? 0;
    if (isMark[unit] === 1) continue;
    const row = patterns.rowOf[unit] ?? 0;
    anywhere = row === 0 ? 0 : advance(patterns, row, anywhere | starts);
    if (fromFront !== 0) fromFront = row === 0 ? 0 : advance(patterns, row, fromFront);
    met |= anywhere & ends;
    metAtLast = fromFront & ends;
    metFromFront |= metAtLast;
  }
  if (met !== ends) {
    met |= wordsInOrder(index, query, patterns, text, possible & ~met);
    found.grade[text] = met === ends ? grade.inOrder : grade.none;
  } else if (query.words.length > 1 || metFromFront === 0) found.grade[text] = grade.within;
  else found.grade[text] = metAtLast === 0 ? grade.prefix : grade.whole;
  found.words[text] = met;
}

/** Places of the query that the units of each text can take together. */
export function coverTexts(index: SearchIndex, coverOf: Int32Array, covers: Int32Array): void {
  const { unitTextStart, unitTexts } = index;
  covers.fill(0);
  for (let unit = 0; unit < coverOf.length; unit++) {
    const cover = coverOf[unit] ?? 0;
    if (cover === 0) continue;
    const stop = unitTextStart[unit + 1] ?? 0;
    for (let at = unitTextStart[unit] ?? 0; at < stop; at++) {
      const text = unitTexts[at] ?? 0;
      covers[text] = (covers[text] ?? 0) | cover;
    }
  }
}

/** Places of the query that each unit can take. `covers`: by row of the patterns. */
export function coverByUnit({ rowOf, cover }: Patterns, covers = cover): Int32Array {
  const result = new Int32Array(rowOf.length);
  for (let unit = 0; unit < result.length; unit++) result[unit] = covers[rowOf[unit] ?? 0] ?? 0;
  return result;
}

/** Ends of words each of whose points some unit can take: the others need not be looked for. */
function coveredEnds(query: Query, cover: number): number {
  let ends = 0;
  for (const { offset, scanned } of query.words) {
    const all = ((1 << scanned) - 1) << offset;
    if ((cover & all) === all) ends |= 1 << (offset + scanned);
  }
  return ends;
}

/**
 * Points may be skipped in the text when all of the word is Chinese, or when the first unit is hit: without that, a
 * few letters in order would be in nearly every text.
 */
function wordsInOrder(index: SearchIndex, query: Query, patterns: Patterns, text: number, wanted: number): number {
  if (wanted === 0) return 0;
  const { textStart, textUnits } = index;
  let anywhere = 0;
  for (const word of query.words) if (isAllCharacters(word)) anywhere |= 1 << word.offset;
  let reached = 0;
  let isFirst = true;
  for (let at = textStart[text] ?? 0; at < (textStart[text + 1] ?? 0); at++) {
    const unit = textUnits[at] ?? 0;
    const row = patterns.rowOf[unit] ?? 0;
    if (row !== 0) reached |= advance(patterns, row, reached | anywhere | (isFirst ? query.starts : 0));
    isFirst &&= index.units[unit]?.kind === 'mark';
  }
  return reached & wanted;
}

const marks = new WeakMap<SearchIndex, Uint8Array>();

/** 1 for units that part words and are not part of any. */
export function markUnits(index: SearchIndex): Uint8Array {
  const known = marks.get(index);
  if (known !== undefined) return known;
  const made = Uint8Array.from(index.units, ({ kind }) => (kind === 'mark' ? 1 : 0));
  marks.set(index, made);
  return made;
}
