import { keyOf } from './syllables.ts';
import { type Entry, type WordList, wordList } from './word-list.ts';

/**
 * The general dictionary as the kiosk fetches it, text after gunzip: a line for each character (`重Kzhong chong`: the
 * character, its rareness, its readings with the usual one first), an empty line, then a line for each word in the
 * order of keys (`银行Kyin hang`; no readings where each character has its usual one).
 */
export const wordFileFormat = 1;
/** Gzipped as it lies there, and fetched so. */
export const wordFileName = 'input/words.bin';

/** Rareness as one ASCII character: quarters of a bit above 20. */
const firstRareness = 40;
const fewestBits = 20;
/** A reading other than the usual one. */
const otherReadingBits = 6;

export function rareness(bits: number): string {
  const quarters = Math.round((bits - fewestBits) * 4);
  return String.fromCharCode(firstRareness + Math.max(0, Math.min(80, quarters)));
}

export interface GeneralWords {
  characters: WordList;
  words: WordList;
}

export function readWordFile(text: string): GeneralWords {
  const lines = text.split('\n');
  if (lines[0] !== `words ${wordFileFormat}`) throw new Error(`not a word file of format ${wordFileFormat}`);
  const gap = lines.indexOf('', 1);
  const usual = new Map<string, string>();
  const characters: Entry[] = [];
  for (let at = 1; at < gap; at++) {
    const { word, bits, readings } = parse(lines[at] ?? '');
    for (const [index, reading] of readings.entries()) {
      if (index === 0) usual.set(word, keyOf([reading]) ?? '');
      characters.push({ spelled: [reading], word, bits: bits + (index === 0 ? 0 : otherReadingBits) });
    }
  }
  return { characters: wordList(characters), words: readWords(lines, gap + 1, usual) };
}

function readWords(lines: readonly string[], from: number, usual: ReadonlyMap<string, string>): WordList {
  const keys: string[] = [];
  const words: string[] = [];
  const bits = new Float32Array(lines.length - from);
  for (let at = from; at < lines.length; at++) {
    const line = lines[at] ?? '';
    if (line === '') continue;
    const one = parse(line);
    let key = '';
    if (one.readings.length > 0) key = keyOf(one.readings) ?? '';
    else for (const character of one.word) key += usual.get(character) ?? '';
    bits[words.length] = one.bits;
    keys.push(key);
    words.push(one.word);
  }
  return { keys, words, bits };
}

function parse(line: string): { word: string; bits: number; readings: string[] } {
  let at = 0;
  while (line.charCodeAt(at) > 0x7f) at++;
  const readings = line.slice(at + 1);
  return {
    word: line.slice(0, at),
    bits: fewestBits + (line.charCodeAt(at) - firstRareness) / 4,
    readings: readings === '' ? [] : readings.split(' '),
  };
}
