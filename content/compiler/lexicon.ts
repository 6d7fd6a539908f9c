import { noReadings, type Readings, readingsOf } from './readings.ts';

const segmenter = new Intl.Segmenter('zh', { granularity: 'word' });
const hanRun = /\p{Script=Han}+/gu;
const longestWord = 4;
/** A row of characters that stands in so many texts is a word people type, though no dictionary lists it (参保). */
const fewestTexts = 2;
/** A name up to this length is offered whole. */
const longestName = 16;
/** What stands behind a village's own name; people type the name without it. */
const behindNames = /(?:社区居委会|村委会|居委会|委会)$/;

/**
 * The keyboard's vocabulary: every character, dictionary word, name and often used row of characters of the given texts,
 * by the syllables of its likeliest reading, a space between them. What occurs in more texts comes first.
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
    const names = runs.flatMap(namesOf);
    const rows = new Set([...runs.flatMap(rowsOf), ...names]);
    for (const row of rows) textsWith.set(row, (textsWith.get(row) ?? 0) + 1);
    for (const name of names) always.add(name);
    for (const { segment } of runs.flatMap(run => [...segmenter.segment(run)])) always.add(segment);
  }
  const pieces = piecesOfWords(textsWith);
  return [...textsWith]
    .filter(([word, count]) => {
      if (always.has(word)) return Array.from(word).length <= longestName;
      const length = Array.from(word).length;
      return length === 1 || (length <= longestWord && count >= fewestTexts && !pieces.has(word));
    })
    .sort(([a, m], [b, n]) => n - m || (a < b ? -1 : 1))
    .map(([word]) => word);
}

/** Rows that stand nowhere but inside one longer row: 社保清, of 社保清单. */
function piecesOfWords(textsWith: ReadonlyMap<string, number>): Set<string> {
  const pieces = new Set<string>();
  for (const [row, count] of textsWith) {
    const characters = Array.from(row);
    for (const piece of [characters.slice(1).join(''), characters.slice(0, -1).join('')])
      if (textsWith.get(piece) === count) pieces.add(piece);
  }
  return pieces;
}

/** Every row of neighbouring characters, up to one more than a word has. */
function rowsOf(run: string): string[] {
  const characters = Array.from(run);
  return characters.flatMap((_, from) =>
    Array.from({ length: longestWord + 1 }, (_, more) => characters.slice(from, from + more + 1).join('')),
  );
}

/** A whole name (下洋山村委会), the village (下洋山村) and what is left of it (下洋山). */
function namesOf(run: string): string[] {
  if (Array.from(run).length > longestName) return [];
  const bare = run.replace(behindNames, '');
  return [...new Set([run, ...(run.endsWith('村委会') ? [`${bare}村`] : []), bare])].filter(name => name.length > 1);
}

/** A single character is found by each of its readings, a word by its likeliest reading. */
function keysOf(word: string, names: Readings): Set<string> {
  const readings = readingsOf(word, names);
  if (readings.length === 1) return new Set(readings[0]);
  return new Set([readings.map(all => all[0] ?? '').join(' ')]);
}
