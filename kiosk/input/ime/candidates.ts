import type { Candidate } from '../typing.ts';
import { bestSentence } from './sentence.ts';
import { type Token, tokenize } from './tokens.ts';
import { type Found, type WordList, walkWords } from './word-list.ts';

/** What the keyboard knows. */
export interface Dictionary {
  /** Single characters, each by all its readings. */
  characters: WordList;
  words: WordList;
  /** Of the generation in force: local names and matters. They come before general words. */
  own: WordList;
  /** Characters that the generation's texts are written with. */
  ownCharacters: ReadonlySet<string>;
}

/** A character of the generation's own texts is this much likelier than elsewhere (bits). */
const ownCharacterBits = 4;
const mostWhole = 60;
const mostAhead = 5;
const mostPerLength = 10;

/**
 * Words for the letters, the likeliest first: those that stand for all of them, a sentence when no single word does,
 * own words that go on from here, then words and at last single characters for the beginning of the letters.
 */
export function candidatesFor(dictionary: Dictionary, letters: string): Candidate[] {
  if (letters === '') return [];
  const tokens = tokenize(letters);
  const found = likeliest(wordsFrom(dictionary, tokens, 0, true));
  const whole = found.filter(({ end, ahead }) => end === letters.length && ahead === 0);
  const ahead = found.filter(({ ahead }) => ahead > 0).slice(0, mostAhead);
  const isWord = ({ syllables }: Found): boolean => syllables > 1;
  const sentence = whole.some(({ fuzzy }) => !fuzzy)
    ? null
    : bestSentence(letters.length, at => likeliest(wordsFrom(dictionary, tokens, at, false)), tokens);
  const words = found.filter(one => one.end < letters.length && isWord(one)).sort(longestFirst);
  const characters = found.filter(one => one.end < letters.length && !isWord(one)).sort(longestFirst);
  const wholeWords = whole.filter(isWord).slice(0, mostWhole);
  const wholeCharacters = whole.filter(one => !isWord(one));
  const ordered = [
    ...(sentence === null ? [] : [{ word: sentence, end: letters.length }]),
    ...withAhead([...wholeWords, ...wholeCharacters].sort(byBits), ahead),
    ...fewPerLength(words),
    ...characters,
  ];
  return [...new Map(ordered.map(({ word, end }) => [word, { word, used: end }])).values()];
}

/** What goes on from here stands after what was typed exactly, before what was only begun. */
function withAhead(whole: readonly Found[], ahead: readonly Found[]): Found[] {
  const exact = whole.filter(one => one.exact).slice(0, 4);
  const rest = whole.filter(one => !exact.includes(one));
  return [...exact, ...[...rest, ...ahead].sort(byBits)];
}

function fewPerLength(words: readonly Found[]): Found[] {
  const counts = new Map<number, number>();
  return words.filter(({ end }) => {
    const count = (counts.get(end) ?? 0) + 1;
    counts.set(end, count);
    return count <= mostPerLength;
  });
}

function byBits(a: Found, b: Found): number {
  return a.bits - b.bits;
}

function longestFirst(a: Found, b: Found): number {
  return b.end - a.end || a.bits - b.bits;
}

function wordsFrom(dictionary: Dictionary, tokens: readonly Token[][], start: number, completing: boolean): Found[] {
  const found: Found[] = [];
  const tell = (one: Found): void => void found.push(one);
  walkWords({ list: dictionary.own, tokens, completing, tell }, start);
  walkWords({ list: dictionary.words, tokens, completing: false, tell }, start);
  const single = (one: Found): void => {
    const bits = dictionary.ownCharacters.has(one.word) ? one.bits - ownCharacterBits : one.bits;
    found.push({ ...one, bits });
  };
  walkWords(
    { list: dictionary.characters, tokens: tokens.map(onlyFirst(start)), completing: false, tell: single },
    start,
  );
  return found;
}

/** A character is one syllable: what comes after is not walked. */
function onlyFirst(start: number): (tokens: Token[], at: number) => Token[] {
  return (tokens, at) => (at === start ? tokens : []);
}

/** Each word once, with the most letters it can stand for and its likeliest reading; the likeliest first. */
function likeliest(found: readonly Found[]): Found[] {
  const best = new Map<string, Found>();
  for (const one of found) {
    const known = best.get(one.word);
    if (known === undefined || one.end > known.end || (one.end === known.end && one.bits < known.bits))
      best.set(one.word, one);
  }
  return [...best.values()].sort(byBits);
}
