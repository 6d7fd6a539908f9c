import type { Syllables } from '../model/speech/pack.ts';
import { everyTonedReading, isToned, type TonedReadings } from './toned-reading.ts';
import type { Phrase } from './voice.ts';

/** The Unified Ideographs' first block: GB 2312 lacks characters of this district's own villages (垟, 昇, 湗). */
export function readableCharacters(): string[] {
  const [first, last] = [0x4e00, 0x9fff];
  return Array.from({ length: last - first + 1 }, (_, at) => String.fromCodePoint(first + at));
}

/**
 * How each character is read alone, and the words in which it is read otherwise. `words` is a dictionary of words with
 * toned readings; of it only what the characters alone would get wrong is kept.
 */
export function syllableTable(
  characters: Iterable<string>,
  words: Iterable<readonly [word: string, syllables: readonly string[]]>,
  readings: TonedReadings,
): Syllables {
  const alone = new Map<string, string>();
  for (const character of characters) {
    const [reading] = everyTonedReading(character);
    if (reading !== undefined) alone.set(character, reading);
  }
  const odd = new Map<string, string>();
  for (const [word, syllables] of [...words, ...readings]) {
    const each = Array.from(word);
    const fits = each.length === syllables.length && each.length > 1 && each.length <= 4;
    if (!fits || !each.every(character => alone.has(character)) || !syllables.every(isToned)) continue;
    if (each.some((character, at) => alone.get(character) !== syllables[at])) odd.set(word, syllables.join(' '));
  }
  return { characters: charactersBySyllable(alone), words: Object.fromEntries(odd) };
}

/** Every syllable that the table can ask for. */
export function syllablesIn({ characters, words }: Syllables): string[] {
  const all = [...Object.keys(characters), ...Object.values(words).flatMap(reading => reading.split(' '))];
  // What sandhi makes of them.
  const changed = all.filter(each => each.endsWith('3')).map(each => `${each.slice(0, -1)}2`);
  return [...new Set([...all, ...changed, 'bu2'])].sort();
}

export function syllablePhrase(syllable: string, key: string): Phrase {
  return { key, language: 'zh', spoken: syllable };
}

function charactersBySyllable(alone: ReadonlyMap<string, string>): Record<string, string> {
  const table: Record<string, string> = {};
  for (const [character, syllable] of alone) table[syllable] = `${table[syllable] ?? ''}${character}`;
  return table;
}
