import { expect, test } from 'vitest';
import { chineseNumber } from './chinese-numbers.ts';
import { chooseClips, voiceboxOf } from './choose-clips.ts';
import { clausesOf } from './clauses.ts';
import { englishNumber } from './english-text.ts';
import { decodePack, encodePack } from './pack.ts';
import { withSandhi } from './sandhi.ts';

const said = (text: string, language: 'zh' | 'en' = 'zh'): string =>
  clausesOf(text, language)
    .map(clause => clause.text)
    .join('|');

test('whole numbers are said as people say them', () => {
  expect([0, 2, 10, 15, 20, 105, 110, 1005, 10_000, 12_000, 100_500, 20_000_000].map(chineseNumber)).toEqual([
    ...[
      '零',
      '二',
      '十',
      '十五',
      '二十',
      '一百零五',
      '一百一十',
      '一千零五',
      '一万',
      '一万二千',
      '十万零五百',
      '二千万',
    ],
  ]);
  expect([0, 13, 40, 105, 2300, 1_000_001].map(englishNumber)).toEqual([
    ...['zero', 'thirteen', 'forty', 'one hundred five', 'two thousand three hundred', 'one million one'],
  ]);
});

test.each([
  ['满 60 岁可以办。看景点、坐公交', '满六十岁可以办|看景点|坐公交'],
  ['要带 2 样，免带 1 样', '要带两样|免带一样'],
  ['周一至周五 8:30–11:30', '周一至周五八点半到十一点半'],
  ['下午 2:05', '下午两点零五分'],
  ['0576-80000331', '零五七六|八零零零零三三幺'],
  ['拨打 12345', '拨打一二三四五'],
  ['已打印 1 / 2 页', '已打印一|共两页'],
  ['2026-11-23', '二零二六年十一月二十三日'],
  ['王*明，您好', '王某明|您好'],
  ['331003********0018', '三三一零零三|零零一八'],
  ['10000 元', '一万元'],
  ['2.5 元/份', '二点五元每份'],
  ['50%', '百分之五十'],
  ['手机“浙里办”随时可办', '手机浙里办随时可办'],
  ['编号 SX-2026-000123', '编号 S X|二零二六|零零零一二三'],
  ['浙里办 App', '浙里办 App'],
])('%s is said as %s', (text, expected) => {
  expect(said(text)).toBe(expected);
});

test.each([
  ['Call 12345', 'call one two three four five'],
  ['8:30–11:30', 'eight thirty to eleven thirty'],
  ['The person’s ID card', "the person's id card"],
  ['Printed 1 / 2 pages', 'printed one of two pages'],
  ['10,000 yuan, 50%', 'ten thousand yuan|fifty percent'],
])('%s is said as %s', (text, expected) => {
  expect(said(text, 'en')).toBe(expected);
});

test('a Chinese text is Chinese on an English screen, too', () => {
  expect(clausesOf('乐清 2 号', 'en')[0]).toMatchObject({ text: '乐清二号', language: 'zh' });
});

const clips = new Set(['要带', '身份证', '=san1', '=yang4', '=yin2', '=hang2', '=xing2', '=ni2', '=hao3', '=a', 'app']);
const voice = voiceboxOf(key => clips.has(key), {
  characters: { san1: '三', yang4: '样', yin2: '银', xing2: '行', ni3: '你', hao3: '好' },
  words: { 银行: 'yin2 hang2' },
});
const chosen = (text: string): string[] => clausesOf(text, 'zh').flatMap(clause => chooseClips(clause, voice));

test('a text is said by the longest phrases there are, then words, then syllables, then letters', () => {
  expect(chosen('要带三样')).toEqual(['要带', '=san1', '=yang4']);
  expect(chosen('要带 3 样身份证')).toEqual(['要带', '=san1', '=yang4', '身份证']);
  expect(chosen('银行')).toEqual(['=yin2', '=hang2']);
  expect(chosen('行')).toEqual(['=xing2']);
  expect(chosen('App A')).toEqual(['app', '=a']);
});

test('loose syllables change their tones beside each other', () => {
  expect(chosen('你好')).toEqual(['=ni2', '=hao3']);
  expect(withSandhi(['bu4', 'shi4'])).toEqual(['bu2', 'shi4']);
});

test('a pack gives back what was put in, and says when it was cut', () => {
  const pack = encodePack({
    clips: new Map([
      ['还款', Uint8Array.of(1, 2, 3)],
      ['a', Uint8Array.of()],
    ]),
    syllables: { characters: { hai2: '还' }, words: {} },
  });
  const read = decodePack(pack);
  expect([...read.clips].map(([key, bytes]) => [key, [...bytes]])).toEqual([
    ['a', []],
    ['还款', [1, 2, 3]],
  ]);
  expect(read.syllables?.characters).toEqual({ hai2: '还' });
  expect(() => decodePack(pack.subarray(0, pack.length - 1))).toThrow('cut short');
  expect(() => decodePack(Uint8Array.of(1, 2, 3, 4, 5, 6, 7, 8))).toThrow('no pack');
});
