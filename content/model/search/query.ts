import { plain } from './units.ts';

/** One word of a query: characters to be met as they are, and letters that spell characters or words. */
export interface QueryWord {
  /** UTF-16 for letters, code points for characters. */
  points: readonly number[];
  isCharacter: readonly boolean[];
  /** First bit of the word in the masks of a scan; the bit after its last says that it was found. */
  offset: number;
  /** How many of its points the masks hold; the rest is looked at in what the scan found. */
  scanned: number;
}

export interface Query {
  words: readonly QueryWord[];
  /** The first bit of each word. */
  starts: number;
  /** The bit behind each word: all set means all found. */
  ends: number;
}

const maskBits = 31;
const mostWords = 6;
const longestWord = 64;
const han = /^\p{Script=Han}$/u;
/** They say nothing about what is sought, unless they are all there is. */
const englishFillers = new Set(
  'a an the of for to in on at by with and or my i me is are how do does can get need want where what please'.split(
    ' ',
  ),
);

/** Lower case, full-width letters made plain, ü as v, split at blanks and punctuation. */
export function queryWords(query: string): string[] {
  return plain(query)
    .split(/[^\p{Letter}\p{Number}]+/u)
    .filter(word => word !== '');
}

/** Null when there is nothing to look for. */
export function parseQuery(text: string): Query | null {
  const all = queryWords(text);
  const telling = all.filter(word => !englishFillers.has(word));
  const chosen = (telling.length > 0 ? telling : all).toSorted((a, b) => b.length - a.length).slice(0, mostWords);
  // In the order typed: what ties is decided by the first word.
  const kept = [...new Set(all.filter(word => chosen.includes(word)))];
  if (kept.length === 0) return null;
  const points = kept.map(word => Array.from(word).slice(0, longestWord));
  const room = maskBits - points.length;
  const total = points.reduce((sum, { length }) => sum + length, 0);
  const share = total <= room ? longestWord : Math.floor(room / points.length);
  let offset = 0;
  const words = points.map((characters): QueryWord => {
    const scanned = Math.min(characters.length, share);
    const word = {
      points: characters.map(character => character.codePointAt(0) ?? 0),
      isCharacter: characters.map(character => han.test(character)),
      ...{ offset, scanned },
    };
    offset += scanned + 1;
    return word;
  });
  return {
    words,
    starts: words.reduce((mask, word) => mask | (1 << word.offset), 0),
    ends: words.reduce((mask, word) => mask | (1 << (word.offset + word.scanned)), 0),
  };
}

export function isAllCharacters({ isCharacter }: QueryWord): boolean {
  return isCharacter.every(each => each);
}

export function isAllLetters({ isCharacter }: QueryWord): boolean {
  return !isCharacter.some(each => each);
}

/** Letters from `at` on up to the next character or the end: so far a spelling may reach. */
export function runEnd({ isCharacter }: QueryWord, at: number): number {
  let end = at;
  while (end < isCharacter.length && !isCharacter[end]) end++;
  return end;
}
