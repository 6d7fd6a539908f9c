import { describe, expect, it } from 'vitest';
import type { Matter } from '../../content/model/matter.ts';
import { generationOf, matter } from './catalog.test-support.ts';
import {
  certificateKinds,
  certificateMatters,
  chipWords,
  everydayName,
  mattersOf,
  mostUsed,
  quickPicks,
} from './selection.ts';

const ids = (matters: Matter[]): string => matters.map(({ id }) => id).join(' ');

describe('the selection of matters', () => {
  const generation = generationOf(
    matter('a'),
    matter('b', { popular: 2, field: 'housing' }),
    matter('c', {
      popular: 1,
      lifeEvents: ['birth'],
      ends: { terminal: { service: 'certificate', certificate: 'k' } },
    }),
    matter('d', { popular: 3, ends: { terminal: { service: 'certificate', certificate: 'k' } } }),
  );

  it('puts the most used first and keeps the order of the rest', () => {
    expect(ids(mostUsed(generation))).toBe('c b d a');
  });

  it('offers as chips first what the list has no room for', () => {
    expect(ids(quickPicks(generation, 2))).toBe('d c b');
  });

  it('puts on chips first what people say and the official name does not', () => {
    const named = (id: string, zh: string, alias: string, popular: number): Matter =>
      matter(id, { name: { zh }, aliases: [alias], popular });
    const chips = chipWords(
      generationOf(
        named('pension', '养老金领取资格认证', '退休以后每年要做的那个认证', 1),
        named('fund', '住房公积金提取', '公积金提取', 2),
        named('medical', '居民医疗保险参保登记', '医保', 3),
        named('birth', '新生儿落户', '上户口', 4),
        named('insurance', '社会保险参保证明', '社保证明', 5),
      ),
      0,
    );
    expect(chips.map(({ words }) => words)).toEqual(['上户口', '社保证明', '公积金提取', '医保']);
  });

  it('groups by field, level, life event and department', () => {
    expect(ids(mattersOf(generation, { by: 'field', id: 'housing' }))).toBe('b');
    expect(ids(mattersOf(generation, { by: 'level', id: 'township-own' }))).toBe('c b d a');
    expect(ids(mattersOf(generation, { by: 'life-event', id: 'birth' }))).toBe('c');
    expect(ids(mattersOf(generation, { by: 'department', id: '部门' }))).toBe('c b d a');
    expect(ids(mattersOf(generation, { by: 'department', id: '别的部门' }))).toBe('');
  });

  it('counts each kind of certificate once', () => {
    expect(certificateKinds(generation)).toBe(1);
    expect(certificateKinds(null)).toBe(0);
    expect(ids(certificateMatters(generation))).toBe('c');
  });

  it('calls a matter what people call it', () => {
    expect(everydayName(matter('x', { aliases: ['社保证明', '社保清单'] }))).toBe('社保证明');
    expect(everydayName(matter('x'))).toBe('事项 x');
  });
});
