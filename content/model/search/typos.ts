import { isAllLetters, type QueryWord } from './query.ts';
import type { Spellings } from './spellings.ts';

/** Shorter words have no room for a mistake: nearly everything is one letter away from them. */
const shortestMistyped = { characters: 3, letters: 4, initials: 5 } as const;
const vowels = new Set(Array.from('aeiouv', letter => letter.charCodeAt(0)));
/** Spelled words have more. */
const mostVowels = 0.25;

/** Whether one letter of its spellings may be a mistake. */
export function takesTypos(word: QueryWord): boolean {
  return word.points.length >= (isAllLetters(word) ? shortestMistyped.letters : shortestMistyped.characters);
}

/** Whether this point itself may be wrong, missing or one too many: a character, or a first letter among first letters. */
export function mayBeWrong(word: QueryWord, at: number): boolean {
  if (!isAllLetters(word)) return word.points.length >= shortestMistyped.characters && word.isCharacter[at] === true;
  return word.points.length >= shortestMistyped.initials && looksLikeInitials(word);
}

export function looksLikeInitials({ points }: QueryWord): boolean {
  return points.filter(point => vowels.has(point)).length <= mostVowels * points.length;
}

/** How many letters of the query from `from` on are the spelling's first ones. */
export function commonLength(
  { letters, letterStart }: Spellings,
  spelling: number,
  points: readonly number[],
  from: number,
  end: number,
): number {
  const start = letterStart[spelling] ?? 0;
  const most = Math.min((letterStart[spelling + 1] ?? 0) - start, end - from);
  let length = 0;
  while (length < most && letters[start + length] === points[from + length]) length++;
  return length;
}

/**
 * The lengths of the query's pieces, from `from` on, that are the spelling with one mistake: a letter wrong, missing,
 * extra, or two swapped. `common`: commonLength of the same. At most three lengths; bits of the answer.
 */
export function mistypedLengths(
  { letters, letterStart }: Spellings,
  spelling: number,
  points: readonly number[],
  range: { from: number; end: number; common: number },
): number {
  const { from, end, common } = range;
  const start = letterStart[spelling] ?? 0;
  const length = (letterStart[spelling + 1] ?? 0) - start;
  /** The spelling's letters from `at` on stand in the query from `to` on. */
  const rest = (at: number, to: number): boolean => {
    if (to + length - at > end) return false;
    for (let step = 0; at + step < length; step++) if (letters[start + at + step] !== points[to + step]) return false;
    return true;
  };
  if (length < 2) return 0;
  // The whole spelling, then one letter too many.
  if (common === length) return from + length < end ? 1 << (length + 1) : 0;
  let lengths = 0;
  if (rest(common + 1, from + common + 1)) lengths |= 1 << length;
  // Without its last letter it is only not finished.
  if (common < length - 1 && rest(common + 1, from + common)) lengths |= 1 << (length - 1);
  if (rest(common, from + common + 1)) lengths |= 1 << (length + 1);
  const isSwapped =
    common + 1 < length &&
    letters[start + common] === points[from + common + 1] &&
    letters[start + common + 1] === points[from + common] &&
    rest(common + 2, from + common + 2);
  return isSwapped ? lengths | (1 << length) : lengths;
}
