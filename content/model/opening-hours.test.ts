import { describe, expect, it } from 'vitest';
import type { Calendar } from './calendar.ts';
import type { Hours } from './hours.ts';
import {
  holidayName,
  holidaysKnown,
  momentWords,
  type OpeningTimes,
  todayWords,
  windowsNow as windowsNowOf,
} from './opening-hours.ts';

const weekday = ['08:30-12:00', '13:30-17:00'];
const hours: Hours = { mon: weekday, tue: weekday, wed: weekday, thu: weekday, fri: weekday, sat: [], sun: [] };
const never: Hours = { mon: [], tue: [], wed: [], thu: [], fri: [], sat: [], sun: [] };
const closedOnHolidays = (hours: Hours): OpeningTimes => ({ hours, holidays: 'closed' });
const windowsNow = (of: Hours, now: number) => windowsNowOf(closedOnHolidays(of), [], now);
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
    expect(todayWords(closedOnHolidays(never), [], at('2026-11-23T09:00:00'), 'zh')).toBeNull();
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
    expect(todayWords(closedOnHolidays(unsorted), [], at('2026-11-23T09:00:00'), 'zh')).toBe('8:30–12:00，13:30–17:00');
    expect(nextOpening(unsorted, at('2026-11-23T07:00:00'))).toBe(at('2026-11-23T08:30:00'));
  });
});

describe('over public holidays', () => {
  /** National Day 2026: off from Thursday 1 to Wednesday 7 October, made up for on Saturday the 10th. */
  const october: Calendar = {
    year: 2026,
    days: {
      ...Object.fromEntries([1, 2, 3, 4, 5, 6, 7].map(day => [`10-0${day}`, 'holiday'])),
      '10-10': 'workday',
    },
    names: { '10-01': { zh: '国庆节', en: 'National Day' } },
  };
  const times: OpeningTimes = { hours, holidays: 'closed' };
  const opening = (of: OpeningTimes, local: string, language: 'zh' | 'en' = 'zh'): string => {
    const windows = windowsNowOf(of, [october], at(local));
    if (windows.open) return `open until ${windows.until}`;
    return windows.next === null ? 'never' : momentWords(windows.next, at(local), language);
  };

  it('says the date of the first day after a long holiday, and tomorrow when it is tomorrow', () => {
    expect(opening(times, '2026-09-30T18:00:00')).toBe('10月8日 8:30');
    expect(opening(times, '2026-10-02T10:00:00')).toBe('10月8日 8:30');
    expect(opening(times, '2026-10-02T10:00:00', 'en')).toBe('8 Oct 8:30');
    expect(opening(times, '2026-10-07T10:00:00')).toBe('明早 8:30');
  });

  it('is open on a make-up Saturday with the hours of Monday', () => {
    expect(opening(times, '2026-10-10T10:00:00')).toBe('open until 12:00');
    expect(opening(times, '2026-10-17T10:00:00')).toBe('周一 8:30');
  });

  it('has its own hours on days of rest where there is no-rest-day service', () => {
    const served: OpeningTimes = { hours, holidays: 'open', noRestDay: { hours: ['09:00-11:00'] } };
    expect(opening(served, '2026-10-01T10:00:00')).toBe('open until 11:00');
    expect(opening(served, '2026-10-17T10:00:00')).toBe('open until 11:00');
    expect(opening(served, '2026-10-16T10:00:00')).toBe('open until 12:00');
    expect(opening(served, '2026-10-10T11:30:00')).toBe('open until 12:00');
    expect(opening({ ...served, holidays: 'closed' }, '2026-10-01T10:00:00')).toBe('10月8日 8:30');
  });

  it('keeps the hours of the week on holidays when nothing else is said of an open place', () => {
    expect(opening({ hours, holidays: 'open' }, '2026-10-01T10:00:00')).toBe('open until 12:00');
  });

  it('names the holiday, and tells a year that is not known from one without holidays', () => {
    expect(holidayName([october], at('2026-10-01T10:00:00'))).toEqual({ zh: '国庆节', en: 'National Day' });
    expect(holidayName([october], at('2026-10-10T10:00:00'))).toBeNull();
    expect(todayWords(times, [october], at('2026-10-01T10:00:00'), 'zh')).toBeNull();
    expect(holidaysKnown([october], at('2026-12-31T23:59:59'))).toBe(true);
    expect(holidaysKnown([october], at('2027-01-01T00:00:00'))).toBe(false);
  });
});
