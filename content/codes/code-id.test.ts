import { expect, test } from 'vitest';
import { codeId, codeSequence } from './code-id.ts';

const alphabet = '23456789abcdefghjkmnpqrstuvwxyz';

test('the ids of the first codes never change, for they are on paper', () => {
  expect([1, 2, 3, 10_000].map(codeId)).toMatchInlineSnapshot(`
    [
      "7vy6nx",
      "cqxb95",
      "hjwgvb",
      "x54wpm",
    ]
  `);
});

test('an id leads back to its number, and no two numbers share one', () => {
  const ids = Array.from({ length: 20_000 }, (_, index) => codeId(index + 1));
  expect(new Set(ids).size).toBe(ids.length);
  for (const [index, id] of ids.entries()) expect(codeSequence(id)).toBe(index + 1);
});

test('neighbours differ in at least three characters', () => {
  for (let sequence = 1; sequence < 5000; sequence++) {
    const next = codeId(sequence + 1);
    const same = [...codeId(sequence)].filter((character, place) => character === next.charAt(place));
    expect(same.length).toBeLessThanOrEqual(3);
  }
});

test('a wrong character and two swapped neighbours are found', () => {
  for (const id of [codeId(1), codeId(77), codeId(4321)]) {
    for (let place = 0; place < id.length; place++) {
      for (const character of alphabet)
        if (character !== id.charAt(place))
          expect(codeSequence(id.slice(0, place) + character + id.slice(place + 1))).toBeNull();
      const [a, b] = [id.charAt(place), id.charAt(place + 1)];
      if (b !== '' && a !== b) expect(codeSequence(id.slice(0, place) + b + a + id.slice(place + 2))).toBeNull();
    }
  }
});

test.each(['', 'abc', 'abcdefg', '22222o', 'ABCDEF', '222222'])('%j is no id', text => {
  expect(codeSequence(text)).toBeNull();
});

test('there is no code number 0', () => {
  expect(() => codeId(0)).toThrow(RangeError);
});
