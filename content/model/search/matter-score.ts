import type { Sought } from './align.ts';
import { rowOf } from './rows.ts';
import type { Found } from './scan.ts';
import { matchWord, type WordMatch } from './score.ts';
import type { SearchIndex } from './search-index.ts';

/** What one entry, or the entries of one matter together, scored. */
export interface Scored {
  matter: number;
  score: number;
  /** The entry that says best why. */
  entry: number;
  marks: WordMatch['marks'];
}

/** An everyday alias counts a little less than the matter's own name. */
export const aliasPenalty = 15;
/** Words found in different entries of one matter say less than words found together. */
const spreadPenalty = 200;

/** The best that the words of a query do in a matter's entries. Null: some word is in none of them. */
export function scoreMatter(index: SearchIndex, matter: number, found: Found, words: readonly Sought[]): Scored | null {
  const perWord: (Scored | null)[] = words.map(() => null);
  let whole: Scored | null = null;
  for (let entry = index.entryStart[matter] ?? 0; entry < (index.entryStart[matter + 1] ?? 0); entry++) {
    const text = index.entryText[entry] ?? 0;
    if (found.words[text] === 0) continue;
    const row = rowOf(index, text);
    const penalty = index.entryIsAlias[entry] === 1 ? aliasPenalty : 0;
    let sum = 0;
    let marks: WordMatch['marks'] | null = [];
    for (const [at, word] of words.entries()) {
      const match = matchWord(index, row, word);
      if (match === null) {
        marks = null;
        continue;
      }
      const score = match.score - penalty;
      if (score > (perWord[at]?.score ?? Number.NEGATIVE_INFINITY))
        perWord[at] = { matter, score, entry, marks: match.marks };
      sum += match.score;
      marks?.push(...match.marks);
    }
    const score = sum / words.length - penalty;
    if (marks !== null && score > (whole?.score ?? Number.NEGATIVE_INFINITY)) whole = { matter, score, entry, marks };
  }
  return whole ?? spread(perWord);
}

function spread(perWord: readonly (Scored | null)[]): Scored | null {
  const found = perWord.filter(match => match !== null);
  const first = found[0];
  if (first === undefined || found.length < perWord.length) return null;
  const score = found.reduce((sum, match) => sum + match.score, 0) / found.length - spreadPenalty;
  const marks = found.filter(({ entry }) => entry === first.entry).flatMap(match => match.marks);
  return { ...first, marks, score };
}
