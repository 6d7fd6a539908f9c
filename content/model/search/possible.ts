import { bits } from './bits.ts';
import type { LoosePatterns } from './loose-patterns.ts';
import type { Query } from './query.ts';
import { coverByUnit, type Found } from './scan.ts';
import type { SearchIndex } from './search-index.ts';

/** A mistake, or letters swapped across two syllables, leaves at most so many points side by side without a unit. */
const longestGap = 8;

/** A word in Latin letters is longer than any gap: it counts with its mistake. */
export function firmCover(index: SearchIndex, { loose, mistyped }: LoosePatterns): Int32Array {
  const result = coverByUnit(loose, loose.firmCover);
  const marred = coverByUnit(mistyped);
  for (let unit = 0; unit < result.length; unit++)
    if (index.units[unit]?.kind === 'word') result[unit] = (result[unit] ?? 0) | (marred[unit] ?? 0);
  return result;
}

/**
 * Leaves in `found.words` what of the query may be in each text. `found.cover` is firm; of several words, all but one
 * must be there as they are typed when any matter has them so: people do not mistype every word.
 */
export function notePossible(index: SearchIndex, query: Query, patterns: LoosePatterns, found: Found): void {
  const { words, cover, matterWords } = found;
  const all = coverByUnit(patterns.loose);
  const marred = coverByUnit(patterns.mistyped);
  for (let unit = 0; unit < all.length; unit++) all[unit] = (all[unit] ?? 0) | (marred[unit] ?? 0);
  const possibleIn = (text: number): number => {
    const here = cover[text] ?? 0;
    const possible = here === 0 ? 0 : possibleEnds(query, here);
    return possible === 0 ? 0 : possible & coveredButOne(query, coverOf(index, text, all), patterns.wrong);
  };
  if (query.words.length === 1) {
    for (let text = 0; text < words.length; text++) words[text] = possibleIn(text);
    return;
  }
  words.fill(0);
  const least = mostWords(matterWords) >= query.words.length - 1 ? query.words.length - 1 : 0;
  for (let matter = 0; matter < matterWords.length; matter++) {
    if (bits(matterWords[matter] ?? 0) < least) continue;
    const [from, to] = [index.entryStart[matter] ?? 0, index.entryStart[matter + 1] ?? 0];
    let together = 0;
    for (let entry = from; entry < to; entry++) together |= possibleIn(index.entryText[entry] ?? 0);
    if (together !== query.ends) continue;
    for (let entry = from; entry < to; entry++) {
      const text = index.entryText[entry] ?? 0;
      words[text] = possibleIn(text);
    }
  }
}

function mostWords(matterWords: Int32Array): number {
  let most = 0;
  for (let matter = 0; matter < matterWords.length; matter++) most = Math.max(most, bits(matterWords[matter] ?? 0));
  return most;
}

/** Ends of the words that a text may hold, for what its units take as it was typed or sounds. */
function possibleEnds({ words }: Query, cover: number): number {
  let ends = 0;
  for (const { offset, scanned } of words) {
    const missing = ~cover & (((1 << scanned) - 1) << offset);
    const gap = missing === 0 ? 0 : 32 - Math.clz32(missing) - (31 - Math.clz32(missing & -missing));
    if (gap < scanned && gap <= longestGap) ends |= 1 << (offset + scanned);
  }
  return ends;
}

/** Ends of the words all of whose points some unit takes, but for one that may itself be wrong. */
function coveredButOne({ words }: Query, cover: number, wrong: number): number {
  let ends = 0;
  for (const { offset, scanned } of words) {
    const missing = ~cover & (((1 << scanned) - 1) << offset);
    if ((missing & (missing - 1)) === 0 && (missing & ~wrong) === 0) ends |= 1 << (offset + scanned);
  }
  return ends;
}

function coverOf({ textStart, textUnits }: SearchIndex, text: number, coverByUnit: Int32Array): number {
  const stop = textStart[text + 1] ?? 0;
  let cover = 0;
  for (let at = textStart[text] ?? 0; at < stop; at++) cover |= coverByUnit[textUnits[at] ?? 0] ?? 0;
  return cover;
}
