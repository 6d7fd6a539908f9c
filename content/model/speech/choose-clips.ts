import { type Clause, runsOf } from './clauses.ts';
import type { Syllables } from './pack.ts';
import { withSandhi } from './sandhi.ts';

/** No phrase that is looked for within another is longer. */
const longestChinese = 24;
const longestEnglish = 8;

/** Key of the sound of one toned syllable, `=huan2`, or of one letter, `=a`. */
export function soundKey(syllable: string): string {
  return `=${syllable}`;
}

export interface Voicebox {
  has(key: string): boolean;
  /** Toned syllable of a character that stands alone; undefined for one that nobody can read. */
  syllableOf(character: string): string | undefined;
  /** Toned syllables of a word that is not read as its characters are. */
  wordReading(word: string): string | undefined;
}

export function voiceboxOf(has: (key: string) => boolean, syllables: Syllables | null): Voicebox {
  const byCharacter = new Map(
    Object.entries(syllables?.characters ?? {}).flatMap(([syllable, all]) =>
      Array.from(all, character => [character, syllable] as const),
    ),
  );
  const words = new Map(Object.entries(syllables?.words ?? {}));
  return { has, syllableOf: each => byCharacter.get(each), wordReading: word => words.get(word) };
}

/**
 * Keys of the sounds that say a clause, in order: the clause itself where there is such a sound, else the longest known
 * phrases in it, and syllables or letters for what is left. What has no sound at all is left out.
 */
export function chooseClips({ text, language }: Clause, voice: Voicebox): string[] {
  if (voice.has(text)) return [text];
  if (language === 'en') return english(text.split(' '), voice);
  return runsOf(text).flatMap(run =>
    /^[A-Za-z']/.test(run) ? english([run.toLowerCase()], voice) : chinese(run, voice),
  );
}

function chinese(run: string, voice: Voicebox): string[] {
  if (voice.has(run)) return [run];
  const characters = Array.from(run);
  const keys: string[] = [];
  let loose: string[] = [];
  const settle = (): void => {
    keys.push(...withSandhi(loose).map(soundKey).filter(voice.has));
    loose = [];
  };
  let at = 0;
  while (at < characters.length) {
    const phrase = longestAt(characters, at, longestChinese, '', voice.has);
    if (phrase !== null) {
      settle();
      keys.push(phrase.key);
      at += phrase.length;
      continue;
    }
    const word = longestAt(characters, at, 4, '', each => voice.wordReading(each) !== undefined);
    if (word !== null) loose.push(...(voice.wordReading(word.key) ?? '').split(' '));
    else loose.push(voice.syllableOf(characters[at] ?? '') ?? '');
    at += word?.length ?? 1;
  }
  settle();
  return keys;
}

function english(words: readonly string[], voice: Voicebox): string[] {
  const keys: string[] = [];
  let at = 0;
  while (at < words.length) {
    const phrase = longestAt(words, at, longestEnglish, ' ', voice.has, 1);
    if (phrase !== null) keys.push(phrase.key);
    else keys.push(...Array.from(words[at] ?? '', soundKey).filter(voice.has));
    at += phrase?.length ?? 1;
  }
  return keys;
}

function longestAt(
  parts: readonly string[],
  at: number,
  longest: number,
  joint: string,
  known: (key: string) => boolean,
  shortest = 2,
): { key: string; length: number } | null {
  for (let length = Math.min(longest, parts.length - at); length >= shortest; length -= 1) {
    const key = parts.slice(at, at + length).join(joint);
    if (known(key)) return { key, length };
  }
  return null;
}
