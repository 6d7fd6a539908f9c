import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { cleanText } from '../values.ts';
import { condition } from './condition-kind.ts';
import type { Names } from './kind.ts';
import { idOf, joinList, labelOf, splitList } from './list-kinds.ts';

const names: Names = {
  questions: [
    {
      id: 'registered',
      labels: ['户口所在地', '户口在哪里？'],
      options: [
        { id: 'taizhou', labels: ['在台州'] },
        { id: 'zhejiang', labels: ['在浙江其他地方'] },
      ],
    },
    { id: 'age', labels: ['几岁=？'], options: [{ id: 'old', labels: ['60|70'] }] },
  ],
  ...{ villages: [], lifeEvents: [], matters: [], places: [] },
};

describe('a list in one cell', () => {
  test('comes back as it was, whatever its entries contain', () => {
    const entry = fc
      .string({ unit: 'binary' })
      .map(cleanText)
      .filter(text => text !== '');
    const special = fc.string({ unit: fc.constantFrom('；', '\\', 'n', '\n', 'a', ' ') }).map(cleanText);
    fc.assert(
      fc.property(
        fc.array(
          fc.oneof(
            entry,
            special.filter(text => text !== ''),
          ),
          { minLength: 1 },
        ),
        entries => {
          expect(splitList(cleanText(joinList(entries)))).toEqual(entries.map(cleanText));
        },
      ),
    );
  });
  test('is also read from lines, with blank ones between', () => {
    expect(splitList('上户口\n\n报户口；宝宝上户口；')).toEqual(['上户口', '报户口', '宝宝上户口']);
  });
});

describe('a condition', () => {
  test('is written in the words of questions and answers', () => {
    expect(condition.show({ registered: ['taizhou', 'zhejiang'] }, names)).toBe('户口所在地=在台州|在浙江其他地方');
  });
  test('falls back to ids where the words could be misread', () => {
    expect(condition.show({ age: ['old'] }, names)).toBe('age=old');
  });
  test('is read back from either, with full-width signs, and from earlier words', () => {
    const wanted = { ok: true, value: { registered: ['taizhou', 'zhejiang'] } };
    for (const cell of [
      '户口所在地=在台州|在浙江其他地方',
      'registered = taizhou | zhejiang',
      '户口在哪里？＝在台州｜zhejiang',
    ])
      expect(condition.parse(cell, names), cell).toEqual(wanted);
  });
  test.each([
    '户口所在地',
    '户口所在地=',
    '=在台州',
    '户口=在台州',
    '户口所在地=在台州=1',
    '户口所在地=在台州；registered=zhejiang',
  ])('is refused when it is not exactly one: %s', cell => {
    expect(condition.parse(cell, names).ok).toBe(false);
  });
});

test('a name that two carry names neither, and an id is never hidden by a name', () => {
  const list = [
    { id: 'a', labels: ['同名'] },
    { id: 'b', labels: ['同名'] },
    { id: 'c', labels: ['a'] },
  ];
  expect(idOf(list, '同名')).toBeNull();
  expect(idOf(list, 'a')).toBe('a');
  expect(list.map(({ id }) => idOf(list, labelOf(list, id)))).toEqual(['a', 'b', 'c']);
});
