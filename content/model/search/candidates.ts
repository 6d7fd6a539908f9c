import type { Query } from './query.ts';
import type { Found } from './scan.ts';
import type { SearchIndex } from './search-index.ts';
import { topPlaces } from './top.ts';

const longest = 63;
const together = 320;

/**
 * Matters whose entries together hold every word of the query, those first whose best entry lies best and is shortest;
 * at most `most` of them.
 */
export function candidatesIn(
  { textMatterStart, textMatters, textLength }: SearchIndex,
  { ends }: Query,
  found: Found,
  hidden: ReadonlySet<number>,
  most: number,
): number[] {
  const { words, matterWords, matterKeys } = found;
  matterWords.fill(0);
  matterKeys.fill(0);
  for (let text = 0; text < words.length; text++) {
    const here = words[text] ?? 0;
    if (here === 0) continue;
    const length = Math.min(longest, textLength[text] ?? 0);
    const key = here === ends ? together + (found.grade[text] ?? 0) * (longest + 1) + longest - length : 1;
    const stop = textMatterStart[text + 1] ?? 0;
    for (let at = textMatterStart[text] ?? 0; at < stop; at++) {
      const matter = textMatters[at] ?? 0;
      matterWords[matter] = (matterWords[matter] ?? 0) | here;
      if (key > (matterKeys[matter] ?? 0)) matterKeys[matter] = key;
    }
  }
  for (let matter = 0; matter < matterKeys.length; matter++)
    if (matterWords[matter] !== ends || hidden.has(matter)) matterKeys[matter] = 0;
  return topPlaces(matterKeys, most);
}
