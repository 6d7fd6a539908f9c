import { describe, expect, test } from 'vitest';
import { askFontconfig, characterSet } from '../font-glyphs.ts';
import { parseReadings } from '../readings.ts';
import { glyphFindings } from './glyph-rules.ts';
import { readingFindings, readingsFileFindings } from './reading-rules.ts';
import { matterWith, said } from './rules.test-support.ts';
import { wordsFindings } from './words-rules.ts';

describe('words for citizens', () => {
  const found = (more: object): string[] => said(wordsFindings(matterWith(more)));

  test('stand in sentences of at most 40 characters', () => {
    const forty = '一二三四五六七八九十'.repeat(4);
    expect(found({ summary: `${forty}。${forty}。` })).toEqual([]);
    expect(found({ summary: `${forty}一。` })).toEqual(['long-sentence summary.zh']);
  });

  test('are not those of an office, and the plain word is named', () => {
    expect(found({ steps: ['请携带身份证'] })).toEqual(['jargon steps.0.text.zh']);
    expect(wordsFindings(matterWith({ who: '须本人前往' })).map(({ mend }) => mend)).toEqual([
      'Say it as people do: 到、去.',
      'Say it as people do: 要.',
    ]);
    expect(found({ who: '必须本人来' })).toEqual([]);
  });

  test('of laws, bodies and papers stay as they are', () => {
    expect(
      found({ legalBasis: ['《户籍登记须知》'], department: '户籍科', materials: [{ id: 'm', name: '受理单' }] }),
    ).toEqual([]);
  });
});

describe('characters', () => {
  test('that the font lacks are named with their code', () => {
    const has = characterSet('20-7e 4e00-9fff\n');
    const [finding, ...others] = glyphFindings({ name: { zh: '好𰻝好' } }, has);
    expect(finding).toMatchObject({ rule: 'missing-glyph', path: ['name', 'zh'] });
    expect(finding?.message).toContain('U+30EDD');
    expect(others).toEqual([]);
  });

  test('are known from the very font of the terminal', async () => {
    const glyphs = await askFontconfig('Noto Sans CJK SC');
    expect(glyphs).toMatchObject({ known: true });
    if (!glyphs.known) return;
    expect(Array.from('垟屿瑭岙埭办A「').filter(character => !glyphs.has(character))).toEqual([]);
    expect(glyphs.has('😀')).toBe(false);
  });

  test('of a font that is not there are not guessed', async () => {
    expect(await askFontconfig('No Such Font')).toMatchObject({ known: false });
  });
});

describe('pinyin', () => {
  test('is there for every character of a name, or the check says so', () => {
    expect(readingFindings([{ path: ['name'], name: '上垟乡' }], new Map())).toEqual([]);
    const rare = [{ path: ['name'], name: '㐂木' }];
    expect(said(readingFindings(rare, new Map()))).toEqual(['no-reading name']);
    expect(readingFindings(rare, parseReadings({ 㐂木: 'xǐ mù' }))).toEqual([]);
  });

  test('written by hand has one syllable for each character', () => {
    expect(said(readingsFileFindings({ 乐清: 'yuè qīng', 锦都: 'jindu', 单县: 'shan4 xian4' }))).toEqual([
      'reading-form 锦都',
    ]);
  });
});
