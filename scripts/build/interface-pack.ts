import { readFile, stat } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { parse } from 'yaml';
import { z } from 'zod';
import { readingsSchema } from '../../content/compiler/read-sources.ts';
import { chineseNumber } from '../../content/model/speech/chinese-numbers.ts';
import { soundKey } from '../../content/model/speech/choose-clips.ts';
import { englishNumber } from '../../content/model/speech/english-text.ts';
import { encodePack, type Syllables } from '../../content/model/speech/pack.ts';
import { phrasesOf } from '../../content/speech/phrases.ts';
import { readableCharacters, syllablePhrase, syllablesIn, syllableTable } from '../../content/speech/syllable-table.ts';
import { parseTonedReadings, pinyinForVoice, type TonedReadings } from '../../content/speech/toned-reading.ts';
import { type Phrase, voiceOf } from '../../content/speech/voice.ts';
import { defaultPaths } from '../paths.ts';
import { screenTexts } from './screen-texts.ts';

const dictionarySchema = z.record(z.string(), z.tuple([z.string(), z.number()]));
/** Share of all words; rarer ones are read character by character. */
const leastFrequent = 1e-10;

/**
 * The sounds that come with the kiosk: its own words whole, and syllables, letters, numbers and English words, so that
 * any text can be said before a guide's own sounds are there.
 */
export async function interfacePack(): Promise<{ pack: Uint8Array; clips: number; made: number }> {
  const { phrases, syllables } = await interfacePhrases();
  const { clips, made } = await voiceOf(phrases, defaultPaths.speechCache);
  return { pack: encodePack({ clips, syllables }), clips: clips.size, made };
}

/** What is in it, before it has a voice. */
export async function interfacePhrases(): Promise<{ phrases: Phrase[]; syllables: Syllables }> {
  const readings = await cityReadings();
  const syllables = syllableTable(readableCharacters(), await dictionary(), readings);
  const phrases = new Map<string, Phrase>();
  const add = (phrase: Phrase): void => {
    if (!phrases.has(phrase.key)) phrases.set(phrase.key, phrase);
  };
  for (const phrase of phrasesOf(await screenTexts(), readings)) add(phrase);
  for (const phrase of numbers(readings)) add(phrase);
  for (const word of await englishWords()) add({ key: word, language: 'en', spoken: word });
  for (const letter of 'abcdefghijklmnopqrstuvwxyz')
    add({ key: soundKey(letter), language: 'en', spoken: letter.toUpperCase() });
  for (const syllable of syllablesIn(syllables)) add(syllablePhrase(syllable, soundKey(syllable)));
  return { phrases: [...phrases.values()], syllables };
}

/** What the dictionary misreads in this district. A checkout without content has none. */
async function cityReadings(): Promise<TonedReadings> {
  const file = join(defaultPaths.contentSource, 'city/readings.yaml');
  const isThere = await stat(file).then(
    () => true,
    () => false,
  );
  return isThere ? parseTonedReadings(readingsSchema.parse(parse(await readFile(file, 'utf8')))) : new Map();
}

function numbers(readings: TonedReadings): Phrase[] {
  const chinese = Array.from({ length: 90 }, (_, at) => chineseNumber(at + 11));
  const clock = Array.from({ length: 25 }, (_, at) => (at === 2 ? '两点' : `${chineseNumber(at)}点`));
  const counted = ['个', '件', '份', '样', '页', '次', '种', '秒', '元', '处', '张'].flatMap(measure =>
    Array.from({ length: 10 }, (_, at) => `${at === 1 ? '两' : chineseNumber(at + 1)}${measure}`),
  );
  const calendar = [
    ...Array.from({ length: 12 }, (_, at) => `${chineseNumber(at + 1)}月`),
    ...Array.from({ length: 31 }, (_, at) => `${chineseNumber(at + 1)}日`),
    ...Array.from('日一二三四五六', day => `星期${day}`),
  ];
  const english = Array.from({ length: 80 }, (_, at) => englishNumber(at + 21));
  return [
    ...[...chinese, ...clock, ...clock.map(each => `${each}半`), ...counted, ...calendar].map(key => ({
      ...{ key, language: 'zh' as const, spoken: pinyinForVoice(key, readings) },
    })),
    ...english.map(key => ({ key, language: 'en' as const, spoken: key })),
  ];
}

async function englishWords(): Promise<string[]> {
  const text = await readFile(join(defaultPaths.contentSource, 'speech/english-words.txt'), 'utf8');
  return text.split('\n').filter(word => word !== '');
}

/** Words and their readings in everyday language, from the data package of the pinyin library. */
async function dictionary(): Promise<[string, string[]][]> {
  const file = createRequire(import.meta.url).resolve('@pinyin-pro/data/modern.json');
  const words = Object.entries(dictionarySchema.parse(JSON.parse(await readFile(file, 'utf8'))))
    .filter(([, [, frequency]]) => frequency > leastFrequent)
    .map(([word, [reading]]) => [word, reading] as const);
  return [...parseTonedReadings(Object.fromEntries(words))];
}
