import { expect, test } from 'vitest';
import { checkCharacter, isIdNumber } from './id-number.ts';

test('a number ends in the check character of its first 17 digits, which may be an X', () => {
  expect(checkCharacter('33100319900512001')).toBe('8');
  expect(checkCharacter('33100319480308002')).toBe('X');
  for (const number of ['331003199005120018', '33100319480308002X', '810000199304160014'])
    expect(isIdNumber(number), number).toBe(true);
});

test('another check character, another length or another sign is refused', () => {
  for (const number of [
    '',
    '331003199005120011',
    '33100319480308002x',
    '33100319900512001',
    '3310031990051200188',
    '33100319900512O018',
    ' 331003199005120018',
  ])
    expect(isIdNumber(number), number).toBe(false);
});
