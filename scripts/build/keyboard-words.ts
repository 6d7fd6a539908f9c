import { pinyin } from 'pinyin-pro';
import { keyOf } from '../../kiosk/input/ime/syllables.ts';
import { rareness, wordFileFormat } from '../../kiosk/input/ime/word-file.ts';
import { type CountedWords, countedWords, gb2312Characters, inputCharacters } from './input-characters.ts';
import { moreWords } from './more-words.ts';

const toneMarks = /[\u0300\u0301\u0304\u030c]/g;
const hanOnly = /^\p{Script=Han}+$/u;
/** A character that no list counts. */
const rareCharacterBits = 39;
const moreWordBits = 30;
/** A rarer form of a character in people's names is looked for beside the usual one, though no text counts it. */
const formsInNames: Readonly<Record<string, string>> = { 𠮷: '吉', 昇: '升', 喆: '哲', 堃: '坤', 煊: '宣', 翀: '冲' };

interface Character {
  bits: number;
  /** The usual one first. */
  readings: string[];
}

/** The text of the keyboard's general dictionary (kiosk/input/ime/word-file.ts says what is in it). */
export function keyboardWords(): string {
  const counted = countedWords();
  const shares = sharesInWords(counted.words);
  const common = new Set(gb2312Characters());
  const characters = new Map<string, Character>();
  for (const one of inputCharacters(counted.inUse)) {
    const known = characterOf(one, counted.characters[one], shares.get(one));
    // The lists give old and traditional forms the share of their relatives.
    characters.set(one, common.has(one) ? known : { ...known, bits: rareCharacterBits });
  }
  for (const [form, usual] of Object.entries(formsInNames)) {
    const [known, beside] = [characters.get(form), characters.get(usual)];
    if (known === undefined || beside === undefined) continue;
    known.bits = Math.min(known.bits, beside.bits - 2);
    if (known.readings.length === 0) known.readings = beside.readings;
  }
  const lines = [...characters].flatMap(([one, { bits, readings }]) =>
    readings.length === 0 ? [] : [`${one}${rareness(bits)}${readings.join(' ')}`],
  );
  return [`words ${wordFileFormat}`, ...lines, '', ...wordLines(counted.words, characters)].join('\n');
}

function characterOf(one: string, counted: CountedWords[string] | undefined, shareInWords = 0): Character {
  const first = counted === undefined ? [] : syllablesOf(counted[0]);
  const all = pinyin(one, { type: 'array', multiple: true }).flatMap(syllablesOf);
  const readings = [...new Set([...first, ...all])].filter(reading => keyOf([reading]) !== null);
  const share = counted?.[1] ?? shareInWords;
  return { bits: share === 0 ? rareCharacterBits : -Math.log2(share), readings };
}

/** How common a character is by the words it stands in: the lists count some (不) in words only. */
function sharesInWords(counted: CountedWords): Map<string, number> {
  const shares = new Map<string, number>();
  for (const [word, [, share]] of Object.entries(counted))
    for (const one of word) shares.set(one, (shares.get(one) ?? 0) + share);
  return shares;
}

function wordLines(counted: CountedWords, characters: ReadonlyMap<string, Character>): string[] {
  const more = moreWords
    .filter(word => counted[word] === undefined)
    .map(word => [word, pinyin(word), moreWordBits] as const);
  const listed = Object.entries(counted).map(([word, [reading, share]]) => [word, reading, -Math.log2(share)] as const);
  const lines: { key: string; bits: number; line: string }[] = [];
  for (const [word, reading, bits] of [...listed, ...more]) {
    const written = Array.from(word);
    const spelled = syllablesOf(reading);
    const key = keyOf(spelled);
    if (written.length < 2 || !hanOnly.test(word) || key === null || spelled.length !== written.length) continue;
    const usual = written.every((one, at) => characters.get(one)?.readings[0] === spelled[at]);
    lines.push({ key, bits, line: `${word}${rareness(bits)}${usual ? '' : spelled.join(' ')}` });
  }
  return lines.sort((a, b) => (a.key < b.key ? -1 : a.key > b.key ? 1 : a.bits - b.bits)).map(({ line }) => line);
}

/** Without tones, ü as v. */
function syllablesOf(reading: string): string[] {
  const plain = reading.normalize('NFD').replace(toneMarks, '').normalize('NFC').replaceAll('ü', 'v');
  return plain.split(' ').filter(syllable => syllable !== '');
}
