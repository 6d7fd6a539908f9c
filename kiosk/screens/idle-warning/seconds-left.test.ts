import { expect, it } from 'vitest';
import { secondsLeft } from './seconds-left.ts';

it('counts whole seconds down to the end and not beyond', () => {
  expect([20_000, 19_001, 1000, 1, 0, -500].map(left => secondsLeft(50_000 + left, 50_000))).toEqual([
    20, 20, 1, 1, 0, 0,
  ]);
});
