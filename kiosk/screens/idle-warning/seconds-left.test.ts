import { expect, it } from 'vitest';
import { secondsLeft, spokenSeconds } from './seconds-left.ts';

it('counts whole seconds down to the end and not beyond', () => {
  expect([20_000, 19_001, 1000, 1, 0, -500].map(left => secondsLeft(50_000 + left, 50_000))).toEqual([
    20, 20, 1, 1, 0, 0,
  ]);
});

it('says aloud when ten, five and three seconds are left', () => {
  expect([20, 11, 10, 6, 5, 4, 3, 1, 0].map(spokenSeconds)).toEqual([null, null, 10, 10, 5, 5, 3, 3, null]);
});
