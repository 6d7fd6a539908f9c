import { execFile } from 'node:child_process';
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { decodePack } from '../model/speech/pack.ts';
import { speechReferenceSchema } from '../model/speech/speech-reference.ts';
import { phrasesOf, textsIn } from './phrases.ts';
import { speechPacks } from './speech-packs.ts';
import { parseTonedReadings, pinyinForVoice, tonedSyllables } from './toned-reading.ts';
import { voiceOf } from './voice.ts';

const run = promisify(execFile);
const readings = parseTonedReadings({ 还款: 'huán kuǎn', 乐清: 'yue4 qing1', 单县: 'shan xian' });
let folder: string;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'speech-test-'));
});
afterAll(() => rm(folder, { recursive: true }));

test('words are read by the dictionary, and by the list where the dictionary is wrong', () => {
  expect(tonedSyllables('还款', new Map())).toEqual(['hai2', 'kuan3']);
  expect(tonedSyllables('要还款了', readings)).toEqual(['yao4', 'huan2', 'kuan3', 'le5']);
  expect(tonedSyllables('单县到乐清', readings)).toEqual(['shan4', 'xian4', 'dao4', 'yue4', 'qing1']);
  expect(tonedSyllables('一共不用', readings)).toEqual(['yi2', 'gong4', 'bu2', 'yong4']);
  expect(pinyinForVoice('上垟乡', readings)).toMatch(/shang4 ?yang2 ?xiang1/);
});

test('texts are found in plain data with their language, aliases left out', () => {
  const matter = {
    id: 'x',
    name: { zh: '老年证', en: 'Senior card' },
    aliases: ['老人卡'],
    steps: [{ zh: '到 2 号窗口' }],
  };
  expect(phrasesOf(textsIn(matter), readings).map(({ key }) => key)).toEqual(['老年证', 'senior card', '到二号窗口']);
});

/** Samples of a clip at 48 kHz. */
async function samplesOf(bytes: Uint8Array): Promise<Int16Array> {
  await writeFile(join(folder, 'clip.opus'), bytes);
  await run('opusdec', ['--quiet', '--rate', '48000', join(folder, 'clip.opus'), join(folder, 'clip.wav')]);
  const wav = await readFile(join(folder, 'clip.wav'));
  return new Int16Array(Uint8Array.from(wav.subarray(44, wav.length - (wav.length % 2))).buffer);
}

test('a clip is real sound of the length that its words take, and another reading is another sound', async () => {
  const cache = join(folder, 'cache');
  const phrases = [
    { key: 'huan', language: 'zh', spoken: 'huan2 kuan3' },
    { key: 'hai', language: 'zh', spoken: 'hai2 kuan3' },
    { key: 'card', language: 'en', spoken: 'put your card here' },
  ] as const;
  const { clips, made } = await voiceOf(phrases, cache);
  expect(made).toBe(3);
  const sounds = new Map<string, Int16Array>();
  for (const [key, bytes] of clips) sounds.set(key, await samplesOf(bytes));
  for (const [key, samples] of sounds) {
    const seconds = samples.length / 48_000;
    expect(seconds, key).toBeGreaterThan(0.5);
    expect(seconds, key).toBeLessThan(2);
    const loud = samples.filter(sample => Math.abs(sample) > 500).length / samples.length;
    expect(loud, key).toBeGreaterThan(0.3);
  }
  expect(clips.get('huan')).not.toEqual(clips.get('hai'));
  const again = await voiceOf(phrases, cache);
  expect([again.made, again.clips.get('huan')]).toEqual([0, clips.get('huan')]);
});

test('two makers of one cache do not disturb each other', async () => {
  const cache = join(folder, 'shared');
  const phrases = ['ma1', 'ma2', 'ma3', 'ma4', 'ma5'].map(spoken => ({ key: spoken, language: 'zh' as const, spoken }));
  const [one, other] = await Promise.all([voiceOf(phrases, cache), voiceOf(phrases, cache)]);
  expect(one.clips.size).toBe(5);
  expect(other.clips.get('ma3')).toEqual(one.clips.get('ma3'));
  const files = (await readdir(cache, { recursive: true, withFileTypes: true })).filter(entry => entry.isFile());
  expect(files.every(({ name }) => name.endsWith('.opus'))).toBe(true);
});

test('records get a pack for each matter and one for the rest of their role', async () => {
  const records = new Map([
    [
      'district' as const,
      new Map([
        [
          'matter/card',
          JSON.stringify({ matter: { name: { zh: '老年证' }, summary: { zh: '满 60 岁可以办' } }, search: [] }),
        ],
        ['lexicon/district-l', JSON.stringify({ lnz: ['老年证'] })],
      ]),
    ],
  ]);
  const packs = await speechPacks(records, { readings: [] }, join(folder, 'cache'));
  const named = packs.records.get('district') ?? new Map<string, string>();
  expect([...named.keys()].sort()).toEqual(['shared-speech/district', 'speech/card']);
  for (const text of named.values()) {
    const { sha256, bytes } = speechReferenceSchema.parse(JSON.parse(text));
    const file = packs.files.get(`speech/${sha256}.pack`) ?? new Uint8Array();
    expect(file.length).toBe(bytes);
    expect([...decodePack(file).clips.keys()].sort()).toEqual(['满六十岁可以办', '老年证'].sort());
  }
});
