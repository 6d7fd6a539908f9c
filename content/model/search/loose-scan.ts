import type { LoosePatterns } from './loose-patterns.ts';
import { advance } from './patterns.ts';
import { firmCover, notePossible } from './possible.ts';
import type { Query } from './query.ts';
import { coverTexts, type Found, grade, markUnits } from './scan.ts';
import type { SearchIndex } from './search-index.ts';

/**
 * Looks for the words of a query, side by side, with other sounds or characters and with one mistake in each word.
 * `found` is what `scanExact` and then `candidatesIn` left there.
 */
export function scanLoose(index: SearchIndex, query: Query, patterns: LoosePatterns, found: Found): void {
  const isMark = markUnits(index);
  coverTexts(index, firmCover(index, patterns), found.cover);
  found.grade.fill(grade.none);
  notePossible(index, query, patterns, found);
  for (let text = 0; text < found.words.length; text++) {
    const possible = found.words[text] ?? 0;
    if (possible === 0) continue;
    const met = wordsMet(index, query, patterns, { text, isMark });
    found.words[text] = met;
    if (met === query.ends) found.grade[text] = grade.within;
  }
}

/** `clean`: places reached without a mistake. `marred`: with one. */
function wordsMet(
  { textStart, textUnits }: SearchIndex,
  { starts, ends }: Query,
  { loose, mistyped, swappedTail, swappedHead, wrong, swapped }: LoosePatterns,
  { text, isMark }: { text: number; isMark: Uint8Array },
): number {
  let clean = 0;
  let marred = 0;
  let halfSwapped = 0;
  let halfLetters = 0;
  let met = 0;
  // Behind the first point of a word, which may not be left out or be one too many.
  const inside = wrong & ~starts;
  for (let at = textStart[text] ?? 0; at < (textStart[text + 1] ?? 0); at++) {
    const unit = textUnits[at] ?? 0;
    if (isMark[unit] === 1) continue;
    const row = loose.rowOf[unit] ?? 0;
    const from = clean | starts;
    const next = row === 0 ? 0 : advance(loose, row, from);
    let nextMarred = ((from & wrong) << 1) | (clean & inside);
    if (row !== 0) {
      nextMarred |= advance(loose, row, marred);
      const one = loose.masks[row * loose.width + 1] ?? 0;
      nextMarred |= (halfSwapped & one) << 2;
      halfSwapped = from & (one >> 1) & swapped;
    } else halfSwapped = 0;
    const mistypedRow = mistyped.rowOf[unit] ?? 0;
    if (mistypedRow !== 0) nextMarred |= advance(mistyped, mistypedRow, from);
    const headRow = swappedHead.rowOf[unit] ?? 0;
    if (headRow !== 0 && halfLetters !== 0) nextMarred |= advance(swappedHead, headRow, halfLetters);
    const tailRow = swappedTail.rowOf[unit] ?? 0;
    halfLetters = tailRow === 0 ? 0 : advance(swappedTail, tailRow, from);
    nextMarred |= (next & inside) << 1;
    clean = next;
    marred = nextMarred;
    met |= (clean | marred) & ends;
  }
  return met;
}
