import { expect, test } from 'vitest';
import { readSources } from '../../content/compiler/read-sources.ts';
import { chooseClips, voiceboxOf } from '../../content/model/speech/choose-clips.ts';
import { clausesOf } from '../../content/model/speech/clauses.ts';
import { phrasesOf, textsIn } from '../../content/speech/phrases.ts';
import { readableCharacters, syllablesIn, syllableTable } from '../../content/speech/syllable-table.ts';
import { defaultPaths } from '../paths.ts';
import { interfacePhrases } from './interface-pack.ts';
import { screenTexts } from './screen-texts.ts';

test('every phrase of the screens has a sound of its own', async () => {
  const { phrases } = await interfacePhrases();
  const keys = new Set(phrases.map(({ key }) => key));
  const missing = phrasesOf(await screenTexts(), new Map()).filter(({ key }) => !keys.has(key));
  expect(missing).toEqual([]);
  expect(phrases.length).toBeGreaterThan(3500);
  expect(new Set(phrases.map(({ key }) => key)).size).toBe(phrases.length);
});

test('every character of the content and of the screens can be said, whatever packs are missing', async () => {
  const { phrases, syllables } = await interfacePhrases();
  const keys = new Set(phrases.map(({ key }) => key));
  const voice = voiceboxOf(key => keys.has(key), syllables);
  const texts = [...textsIn(await readSources(defaultPaths.contentSource)), ...(await screenTexts())];
  const characters = new Set(texts.flatMap(({ text }) => text.match(/\p{Script=Han}/gu) ?? []));
  const mute = [...characters].filter(
    each => chooseClips({ text: each, language: 'zh', pauseMs: 0 }, voice).length === 0,
  );
  expect(mute).toEqual([]);
});

test('polyphones are read as in their words', async () => {
  const { phrases, syllables } = await interfacePhrases();
  const keys = new Set(phrases.map(({ key }) => key).filter(key => key.startsWith('=')));
  const voice = voiceboxOf(key => keys.has(key), syllables);
  const read = (text: string): string[] => clausesOf(text, 'zh').flatMap(clause => chooseClips(clause, voice));
  expect(read('银行')).toEqual(['=yin2', '=hang2']);
  expect(read('还款')).toEqual(['=huan2', '=kuan3']);
  expect(read('上垟乡')).toEqual(['=shang4', '=yang2', '=xiang1']);
});

test('the table of syllables covers the characters of names, too and asks for no syllable that has no sound', () => {
  const table = syllableTable(readableCharacters(), [], new Map());
  const readable = Object.values(table.characters).join('').length;
  expect(readable).toBeGreaterThan(20_000);
  expect(syllablesIn(table).every(each => /^[a-zü]+[1-5]$/.test(each))).toBe(true);
});
