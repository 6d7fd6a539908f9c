import { describe, expect, it } from 'vitest';
import { momentWords, todayWords, windowsNow } from './opening-hours.ts';
import type { Hours } from './place.ts';

const weekday = ['08:30-12:00', '13:30-17:00'];
const hours: Hours = { mon: weekday, tue: weekday, wed: weekday, thu: weekday, fri: weekday, sat: [], sun: [] };
const never: Hours = { mon: [], tue: [], wed: [], thu: [], fri: [], sat: [], sun: [] };
const nextOpening = (of: Hours, now: number): number | null => {
  const windows = windowsNow(of, now);
  return windows.open ? null : windows.next;
};
const at = (local: string): number => Date.parse(`${local}+08:00`);

describe('opening hours', () => {
  it('is open from the first minute and closed from the last', () => {
    expect(windowsNow(hours, at('2026-11-23T08:29:59')).open).toBe(false);
    expect(windowsNow(hours, at('2026-11-23T08:30:00')).open).toBe(true);
    expect(windowsNow(hours, at('2026-11-23T11:59:59')).open).toBe(true);
    expect(windowsNow(hours, at('2026-11-23T12:00:00')).open).toBe(false);
    expect(windowsNow(hours, at('2026-11-23T14:00:00'))).toEqual({ open: true, until: '17:00' });
  });

  it('opens again after lunch, tomorrow morning, or after the weekend', () => {
    const opening = (local: string): string => {
      const next = nextOpening(hours, at(local));
      return next === null ? 'never' : momentWords(next, at(local), 'zh');
    };
    expect(opening('2026-11-23T07:00:00')).toBe('今天 8:30');
    expect(opening('2026-11-23T12:10:00')).toBe('今天 13:30');
    expect(opening('2026-11-23T22:47:00')).toBe('明早 8:30');
    expect(opening('2026-11-27T18:00:00')).toBe('周一 8:30');
  });

  it('finds the opening a whole week ahead when only one day is open', () => {
    const mondays: Hours = { ...never, mon: ['08:30-12:00'] };
    expect(nextOpening(mondays, at('2026-11-23T12:00:00'))).toBe(at('2026-11-30T08:30:00'));
  });

  it('knows of places that never open', () => {
    expect(nextOpening(never, at('2026-11-23T09:00:00'))).toBeNull();
    expect(todayWords(never, at('2026-11-23T09:00:00'), 'zh')).toBeNull();
  });

  it('speaks English and says an afternoon opening of tomorrow as such', () => {
    const tuesdayAfternoon: Hours = { ...never, tue: ['13:30-17:00'] };
    const now = at('2026-11-23T20:00:00');
    const next = nextOpening(tuesdayAfternoon, now) ?? 0;
    expect(momentWords(next, now, 'zh')).toBe('明天 13:30');
    expect(momentWords(next, now, 'en')).toBe('tomorrow 13:30');
    expect(momentWords(at('2026-11-26T08:30:00'), now, 'en')).toBe('Thu 8:30');
  });

  it('sorts the spans of a day', () => {
    const unsorted: Hours = { ...never, mon: ['13:30-17:00', '08:30-12:00'] };
    expect(todayWords(unsorted, at('2026-11-23T09:00:00'), 'zh')).toBe('8:30–12:00，13:30–17:00');
    expect(nextOpening(unsorted, at('2026-11-23T07:00:00'))).toBe(at('2026-11-23T08:30:00'));
  });
});
