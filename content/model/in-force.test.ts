import { expect, test } from 'vitest';
import { isInForce } from './in-force.ts';

test('a matter counts from its first day up to the day before it is cancelled', () => {
  const dated = { effectiveFrom: '2026-03-01', cancelledFrom: '2026-12-01' };
  const days = ['2026-02-28', '2026-03-01', '2026-11-30', '2026-12-01'];
  expect(days.map(day => isInForce(dated, day))).toEqual([false, true, true, false]);
});

test('a matter without dates always counts', () => {
  expect(isInForce({}, '1999-01-01')).toBe(true);
});
