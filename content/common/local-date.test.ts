import { expect, test } from 'vitest';
import { chinaTime, localDate } from './local-date.ts';

test('the day changes at midnight in China, whatever the zone of the machine', () => {
  expect(localDate(new Date('2026-11-22T15:59:59.999Z'))).toBe('2026-11-22');
  expect(localDate(new Date('2026-11-22T16:00:00Z'))).toBe('2026-11-23');
  expect(localDate(new Date('2026-12-31T16:00:00Z'))).toBe('2027-01-01');
});

test('the time is that of China', () => {
  const time = { year: 2026, month: 11, day: 23, weekday: 1, minutes: 5 };
  expect(chinaTime(Date.parse('2026-11-22T16:05:00Z'))).toEqual(time);
});
