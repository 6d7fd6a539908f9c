import { noReadings, type Readings, readingsOf } from './readings.ts';

const segmenter = new Intl.Segmenter('zh', { granularity: 'word' });
const hanRun = /\p{Script=Han}+/gu;
const longestWord = 4;
/** A row of characters that stands in so many texts is a word people type, though no dictionary lists it (参保). */
const fewestTexts = 2;

/**
 * The keyboard's vocabulary: every character, dictionary word and often used row of characters of the given texts, by
 * the pinyin of its likeliest readings and by its initials. What occurs in more texts comes first.
 */
export function buildLexicon(texts: readonly string[], names: Readings = noReadings): Record<string, string[]> {
  const lexicon = new Map<string, string[]>();
  for (const word of vocabulary(texts))
    for (const key of keysOf(word, names)) lexicon.set(key, [...(lexicon.get(key) ?? []), word]);
  return Object.fromEntries([...lexicon].sort(([a], [b]) => (a < b ? -1 : 1)));
}

function vocabulary(texts: readonly string[]): string[] {
  const textsWith = new Map<string, number>();
  const always = new Set<string>();
  for (const text of texts) {
    const runs = text.match(hanRun) ?? [];
    for (const word of new Set(runs.flatMap(rowsOf))) textsWith.set(word, (textsWith.get(word) ?? 0) + 1);
    for (const { segment } of runs.flatMap(run => [...segmenter.segment(run)])) always.add(segment);
  }
  return [...textsWith]
    .filter(([word, count]) => count >= fewestTexts || always.has(word) || Array.from(word).length === 1)
    .sort(([a, m], [b, n]) => n - m || (a < b ? -1 : 1))
    .map(([word]) => word);
}

/** Every row of one to four neighbouring characters. */
function rowsOf(run: string): string[] {
  const characters = Array.from(run);
  return characters.flatMap((_, from) =>
    Array.from({ length: longestWord }, (_, more) => characters.slice(from, from + more + 1).join('')),
  );
}

/** A single character is found by each of its readings, a word by its likeliest reading and by its initials. */
function keysOf(word: string, names: Readings): Set<string> {
  const readings = readingsOf(word, names);
  if (readings.length === 1) return new Set(readings[0]);
  const syllables = readings.map(all => all[0] ?? '');
  return new Set([syllables.join(''), syllables.map(syllable => syllable.charAt(0)).join('')]);
}
