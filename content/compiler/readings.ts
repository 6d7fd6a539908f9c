import { pinyin } from 'pinyin-pro';
import type { Sources } from './read-sources.ts';

const han = /\p{Script=Han}/u;
const toneMarks = /[\u0300\u0301\u0304\u030c]|[1-5]$/g;

/** How names are read where the dictionary is wrong: the name's characters -> one plain syllable for each. */
export type Readings = ReadonlyMap<string, readonly string[]>;

export const noReadings: Readings = new Map();

/** From what authors write: 乐清 -> `yuè qīng`, `yue4 qing1` or `yue qing`. */
export function parseReadings(written: Readonly<Record<string, string>>): Readings {
  return new Map(Object.entries(written).map(([name, reading]) => [name, reading.trim().split(/\s+/).map(toneless)]));
}

/** Readings of names as the sources have them. */
export function sourceReadings({ readings }: Pick<Sources, 'readings'>): Readings {
  return new Map(readings.flatMap(({ value }) => [...parseReadings(value)]));
}

/**
 * Every reading of each character, without tones: the one that fits the words around it first, then the others of a
 * polyphonic character (还款 is huán, 还有 is hái; a citizen types either). Letters and digits read as themselves.
 */
export function readingsOf(text: string, names: Readings = noReadings): string[][] {
  const characters = Array.from(text);
  const inContext = readInContext(text);
  const asNamed = namedSyllables(characters, names);
  return characters.map((character, index) => {
    if (!han.test(character)) return [character.toLowerCase()];
    const others = everyReading(character);
    const fitting = inContext.length === characters.length ? inContext[index] : undefined;
    const first = asNamed.get(index) ?? fitting;
    return [...new Set([...(first === undefined ? [] : [first]), ...others].map(plain))];
  });
}

const readInContext = askedOnce(text => pinyin(text, { toneType: 'none', type: 'array', nonZh: 'spaced' }));
const everyReading = askedOnce(character => pinyin(character, { toneType: 'none', type: 'array', multiple: true }));

/** The check, the records, the lexicon and the next publication all want the same names read, which takes its time. */
function askedOnce(ask: (text: string) => string[]): (text: string) => readonly string[] {
  const answers = new Map<string, readonly string[]>();
  return text => {
    const answer = answers.get(text) ?? ask(text);
    answers.set(text, answer);
    return answer;
  };
}

/** Whether a character has no reading at all: it could not be found by pinyin. */
export function isUnread(character: string, readings: readonly string[]): boolean {
  return han.test(character) && readings.every(reading => !/^[a-z]+$/.test(reading));
}

function namedSyllables(characters: readonly string[], names: Readings): Map<number, string> {
  const found = new Map<number, string>();
  for (const [name, syllables] of names) {
    const wanted = Array.from(name);
    for (let start = 0; start + wanted.length <= characters.length; start++)
      if (wanted.every((character, at) => characters[start + at] === character))
        for (const [at, syllable] of syllables.entries()) found.set(start + at, syllable);
  }
  return found;
}

function toneless(syllable: string): string {
  return plain(syllable.toLowerCase().normalize('NFD').replace(toneMarks, '').normalize('NFC'));
}

/** ü is typed as v. */
function plain(syllable: string): string {
  return syllable.replaceAll('ü', 'v');
}
