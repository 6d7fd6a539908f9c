import { keyOf } from './syllables.ts';
import type { Token } from './tokens.ts';

/** Words in the order of their keys; the three columns belong together. */
export interface WordList {
  keys: readonly string[];
  words: readonly string[];
  /** How unlikely a word is: -log2 of its share of written text. */
  bits: ArrayLike<number>;
}

export interface Entry {
  spelled: readonly string[];
  word: string;
  bits: number;
}

/** Entries with a syllable that does not exist are left out: nobody could type them. */
export function wordList(entries: Iterable<Entry>): WordList {
  const known: { key: string; word: string; bits: number }[] = [];
  for (const { spelled, word, bits } of entries) {
    const key = keyOf(spelled);
    if (key !== null) known.push({ key, word, bits });
  }
  known.sort((a, b) => (a.key < b.key ? -1 : a.key > b.key ? 1 : a.bits - b.bits));
  return {
    keys: known.map(({ key }) => key),
    words: known.map(({ word }) => word),
    bits: known.map(({ bits }) => bits),
  };
}

export interface Found {
  word: string;
  /** Where the letters it stands for end. */
  end: number;
  bits: number;
  syllables: number;
  /** Nothing abbreviated, nothing fuzzy. */
  exact: boolean;
  /** Another syllable than the typed one is meant. */
  fuzzy: boolean;
  /** Syllables of the word that were not typed yet. */
  ahead: number;
}

interface Walk {
  list: WordList;
  tokens: readonly (readonly Token[])[];
  /** Words with more syllables than typed are told too. */
  completing: boolean;
  tell(found: Found): void;
}

/** Every word of the list that the tokens from `start` on may stand for. */
export function walkWords(walk: Walk, start: number): void {
  descend(walk, { low: 0, high: walk.list.keys.length, depth: 0, at: start, bits: 0, exact: true, fuzzy: false });
}

interface Place {
  low: number;
  high: number;
  depth: number;
  at: number;
  bits: number;
  exact: boolean;
  fuzzy: boolean;
}

/** What a word costs for each syllable that is not typed yet. */
const aheadBits = 3;

function descend(walk: Walk, place: Place): void {
  const { list, tokens } = walk;
  const { depth, at, bits, exact, fuzzy, high } = place;
  const tell = (index: number, ahead: number): void => {
    const more = ahead === 0 ? 0 : 6 + ahead * aheadBits;
    walk.tell({
      ...{ word: list.words[index] ?? '', end: at, bits: bits + (list.bits[index] ?? 0) + more },
      ...{ syllables: depth + ahead, exact, fuzzy, ahead },
    });
  };
  let low = place.low;
  // In the order of keys, the words that end here come before those that go on.
  for (; low < high && list.keys[low]?.length === depth; low++) if (depth > 0) tell(low, 0);
  if (walk.completing && depth > 0 && at === tokens.length)
    for (let index = low; index < high; index++) tell(index, (list.keys[index]?.length ?? depth) - depth);
  for (const token of tokens[at] ?? [])
    for (const { ids, bits: more } of token.meant) {
      let from = firstAt(list.keys, low, high, depth, ids.from + 1);
      while (from < high) {
        const code = list.keys[from]?.charCodeAt(depth) ?? 0;
        if (code > ids.to) break;
        const to = firstAt(list.keys, from, high, depth, code + 1);
        const next = { low: from, high: to, depth: depth + 1, at: token.end, bits: bits + more };
        descend(walk, {
          ...next,
          exact: exact && token.whole && more === 0,
          fuzzy: fuzzy || (token.whole && more > 0),
        });
        from = to;
      }
    }
}

/** The first of the keys between `low` and `high`, all longer than `depth`, whose syllable there is `code` or later. */
function firstAt(keys: readonly string[], low: number, high: number, depth: number, code: number): number {
  let from = low;
  let to = high;
  while (from < to) {
    const middle = (from + to) >> 1;
    if ((keys[middle]?.charCodeAt(depth) ?? 0) < code) from = middle + 1;
    else to = middle;
  }
  return from;
}
