import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { readSources } from './read-sources.ts';
import { parseReadings, type Readings, readingsOf, sourceReadings } from './readings.ts';

let known: Readings;
beforeAll(async () => {
  known = sourceReadings(await readSources(join(import.meta.dirname, '..')));
});

const first = (text: string): string =>
  readingsOf(text, known)
    .map(all => all[0])
    .join(' ');

describe('readings', () => {
  test('keep every reading of a polyphonic character, the one in context first', () => {
    expect(readingsOf('还款')[0]).toEqual(expect.arrayContaining(['huan', 'hai']));
    expect(readingsOf('单')[0]).toEqual(expect.arrayContaining(['dan', 'shan']));
    expect(readingsOf('仇')[0]).toEqual(expect.arrayContaining(['chou', 'qiu']));
    expect(readingsOf('解')[0]).toEqual(expect.arrayContaining(['jie', 'xie']));
    expect(readingsOf('上垟乡').map(all => all[0])).toEqual(['shang', 'yang', 'xiang']);
    expect(readingsOf('女儿')[0]).toContain('nv');
    expect(readingsOf('A4纸')).toEqual([['a'], ['4'], ['zhi']]);
  });

  test('follow the list of names that the dictionary gets wrong, wherever the name stands', () => {
    expect(readingsOf('乐清').map(all => all[0])).toEqual(['le', 'qing']);
    expect(first('乐清')).toBe('yue qing');
    expect(first('去乐清看病')).toBe('qu yue qing kan bing');
    expect(first('快乐')).toBe('kuai le');
    expect(first('信用卡还款')).toBe('xin yong ka huan kuan');
    expect(first('单县')).toBe('shan xian');
    expect(first('廿四都村')).toBe('nian si du cun');
    expect(readingsOf('乐清', known)[0]).toEqual(expect.arrayContaining(['yue', 'le']));
  });

  test('may be written with tones, with digits or plain', () => {
    const written = { 乐清: 'yuè qīng', 绿源: 'lǜ yuan', 单县: 'shan4 xian4', 仇家: 'Qiú jiā' };
    expect([...parseReadings(written).values()].map(syllables => syllables.join(' '))).toEqual([
      'yue qing',
      'lv yuan',
      'shan xian',
      'qiu jia',
    ]);
  });
});
