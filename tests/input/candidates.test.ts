import { describe, expect, it } from 'vitest';
import { candidatesFor } from '../../kiosk/input/ime/candidates.ts';
import { dictionaryAt } from './dictionary.ts';

const { dictionary } = await dictionaryAt('331003107');
const offered = (letters: string): string[] => candidatesFor(dictionary, letters).map(({ word }) => word);
const first = (letters: string, count = 1): string[] => offered(letters).slice(0, count);

describe('candidates for letters', () => {
  it.each([
    ['shebao', '社保'],
    ['zhengming', '证明'],
    ['shenfenzheng', '身份证'],
    ['buyao', '不要'],
    ['lvse', '绿色'],
  ])('has %s as %s, typed whole', (letters, word) => {
    expect(first(letters)).toEqual([word]);
  });

  it.each([
    ['sfz', '身份证'],
    ['shebzm', '社保证明'],
    ['hyq', '黄岩区'],
    ['zhengm', '证明'],
    ['shehuibaox', '社会保险'],
  ])('has %s as %s, abbreviated, mixed or unfinished', (letters, word) => {
    expect(first(letters)).toEqual([word]);
  });

  it('makes a sentence of long letters', () => {
    expect(first('zhejiangshengtaizhoushi')).toEqual(['浙江省台州市']);
    expect(first('woyaobanshenfenzheng')).toEqual(['我要办身份证']);
  });

  it('offers words for the beginning too, and leaves the letters after them', () => {
    const candidates = candidatesFor(dictionary, 'zhejiangshengtaizhoushi');
    expect(candidates.find(({ word }) => word === '浙江省')?.used).toBe('zhejiangsheng'.length);
    expect(candidates.find(({ word }) => word === '浙')?.used).toBe('zhe'.length);
  });

  it('reads letters that can be cut in two places both ways', () => {
    expect(offered('xian')).toEqual(expect.arrayContaining(['先', '县', '西安', '西']));
    expect(offered('fangan')).toEqual(expect.arrayContaining(['方案', '反感']));
  });

  it('puts what is typed exactly before what begins so, and common before rare', () => {
    expect(first('yi', 2)).toEqual(['一', '以']);
    expect(offered('yi').indexOf('医')).toBeLessThan(offered('yi').indexOf('英'));
  });

  it.each([
    ['sengfenzen', '身份证'],
    ['zengming', '证明'],
    ['nanse', '蓝色'],
    ['lvyou', '旅游'],
  ])('finds %s as %s though the sounds are mixed up', (letters, word) => {
    expect(offered(letters)).toContain(word);
  });

  it('keeps a fuzzy word behind every word that is spelled so', () => {
    const words = offered('zengjia');
    expect(words.indexOf('增加')).toBe(0);
    expect(first('shang', 8)).not.toContain('三');
  });

  it('reaches every character by any of its readings', () => {
    for (const [letters, character] of [
      ['hai', '还'],
      ['huan', '还'],
      ['chong', '重'],
      ['dan', '单'],
      ['shan', '单'],
      ['lv', '吕'],
    ] as const)
      expect(offered(letters)).toContain(character);
  });

  it('offers nothing for nothing and for what is no pinyin, and each word once', () => {
    expect(offered('')).toEqual([]);
    expect(offered('vvv')).toEqual([]);
    expect(new Set(offered('s')).size).toBe(offered('s').length);
  });
});
