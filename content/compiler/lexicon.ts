import { readingsOf } from './readings.ts';

const words = new Intl.Segmenter('zh', { granularity: 'word' });
const hanWord = /^\p{Script=Han}+$/u;

/**
 * The keyboard's vocabulary: every word and character that occurs in the given texts, by pinyin of its first readings
 * and by its initials. Words that occur more often come first.
 */
export function buildLexicon(texts: readonly string[]): Record<string, string[]> {
  const counts = new Map<string, number>();
  for (const text of texts)
    for (const { segment } of words.segment(text)) {
      if (!hanWord.test(segment)) continue;
      for (const word of new Set([segment, ...Array.from(segment)])) counts.set(word, (counts.get(word) ?? 0) + 1);
    }
  const lexicon = new Map<string, string[]>();
  const byUse = [...counts].sort(([a, m], [b, n]) => n - m || (a < b ? -1 : 1));
  for (const [word] of byUse) {
    for (const key of keysOf(word)) lexicon.set(key, [...(lexicon.get(key) ?? []), word]);
  }
  return Object.fromEntries([...lexicon].sort(([a], [b]) => (a < b ? -1 : 1)));
}

/** A single character is found by each of its readings, a word by its likeliest reading and by its initials. */
function keysOf(word: string): Set<string> {
  const readings = readingsOf(word);
  if (readings.length === 1) return new Set(readings[0]);
  const syllables = readings.map(all => all[0] ?? '');
  return new Set([syllables.join(''), syllables.map(syllable => syllable.charAt(0)).join('')]);
}
