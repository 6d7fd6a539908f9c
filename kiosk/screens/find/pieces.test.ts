import { expect, it } from 'vitest';
import { pieces } from './pieces.ts';

const cut = (text: string, ranges: [number, number][]) =>
  pieces(text, ranges).map(({ words, matched }) => (matched ? `[${words}]` : words));

it('cuts a text along what matched', () => {
  expect(
    cut('社会保险参保证明', [
      [0, 1],
      [2, 3],
      [4, 8],
    ]),
  ).toEqual(['[社]', '会', '[保]', '险', '[参保证明]']);
  expect(cut('社保', [[0, 2]])).toEqual(['[社保]']);
  expect(cut('社保', [])).toEqual(['社保']);
});

it('counts rare characters as one', () => {
  expect(cut('𠮷田证明', [[1, 2]])).toEqual(['𠮷', '[田]', '证明']);
});
