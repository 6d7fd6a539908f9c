import { expect, test } from 'vitest';
import { maskIdNumber, maskName } from './mask.ts';

test('a mask leaves the first and the last character of a name', () => {
  expect(['王小明', '王明', '欧阳示例', '郑𠮷宁', '王'].map(maskName)).toEqual([
    '王*明',
    '王*',
    '欧**例',
    '郑*宁',
    '*',
  ]);
});

test('a character outside the basic plane counts as one', () => {
  expect(maskName('𠮷小明')).toBe('𠮷*明');
  expect(maskName('王𠮷')).toBe('王*');
});

test('a mask leaves four digits at either end of an ID number', () => {
  expect(maskIdNumber('331003199005120018')).toBe('3310**********0018');
});
