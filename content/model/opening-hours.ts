import { type ChinaTime, chinaOffsetMs, chinaTime } from '../common/local-date.ts';
import type { Text } from '../common/text.ts';
import type { Language } from '../common/words.ts';
import type { Calendar, DayKind } from './calendar.ts';
import type { Place } from './place.ts';

const weekdays = ['sun', 'mon', 'tue', 'wed', 'thu', 'fri', 'sat'] as const;
const weekdayWords: Record<Language, readonly string[]> = {
  zh: ['周日', '周一', '周二', '周三', '周四', '周五', '周六'],
  en: ['Sun', 'Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat'],
};
const monthWords = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];
const minuteMs = 60_000;
const dayMs = 24 * 60 * minuteMs;
/** No row of public holidays is longer. */
const daysAheadLooked = 31;
/** Further ahead a weekday alone may be the wrong one: over a long holiday the date is said. */
const daysAheadByWeekday = 3;

/** What opening depends on, of a place or of a window of its own. */
export type OpeningTimes = Pick<Place, 'hours' | 'holidays' | 'noRestDay'>;

export type WindowsNow =
  /** until: like 17:00 */
  | { open: true; until: string }
  /** next: the next opening, milliseconds since 1970; null when none is known. */
  | { open: false; next: number | null };

/** A span's end belongs to the closed time: at 17:00 sharp the window has closed. */
export function windowsNow(times: OpeningTimes, calendars: readonly Calendar[], now: number): WindowsNow {
  const { minutes } = chinaTime(now);
  const span = spansOn(times, calendars, now).find(({ from, to }) => from <= minutes && minutes < to);
  return span === undefined
    ? { open: false, next: nextOpening(times, calendars, now) }
    : { open: true, until: clockWords(span.to) };
}

function nextOpening(times: OpeningTimes, calendars: readonly Calendar[], now: number): number | null {
  const { minutes } = chinaTime(now);
  const midnight = Math.floor((now + chinaOffsetMs) / dayMs) * dayMs - chinaOffsetMs;
  for (let ahead = 0; ahead <= daysAheadLooked; ahead++) {
    const day = midnight + ahead * dayMs;
    const next = spansOn(times, calendars, day).find(({ from }) => ahead > 0 || from > minutes);
    if (next !== undefined) return day + next.from * minuteMs;
  }
  return null;
}

/** A moment for a screen, seen from `now`: “今天 13:30”, “明早 8:30”, “周一 8:30”, “10月8日 8:30”. */
export function momentWords(moment: number, now: number, language: Language): string {
  const at = chinaTime(moment);
  const daysAhead = Math.floor((moment + chinaOffsetMs) / dayMs) - Math.floor((now + chinaOffsetMs) / dayMs);
  return `${dayWords(daysAhead, at, language)} ${clockWords(at.minutes)}`;
}

/** Today's spans for a screen: “8:30–12:00，13:30–17:00”; null when the windows are closed all day. */
export function todayWords(
  times: OpeningTimes,
  calendars: readonly Calendar[],
  now: number,
  language: Language,
): string | null {
  const spans = spansOn(times, calendars, now);
  if (spans.length === 0) return null;
  return spans.map(({ from, to }) => `${clockWords(from)}–${clockWords(to)}`).join(language === 'zh' ? '，' : ', ');
}

/** What the public holiday is called that today is; null on any other day. */
export function holidayName(calendars: readonly Calendar[], now: number): Text | null {
  const { calendar, day } = calendarAt(calendars, now);
  return calendar?.days[day] === 'holiday' ? (calendar.names[day] ?? null) : null;
}

/** Whether the public holidays of this year are known: without them the screen must not promise. */
export function holidaysKnown(calendars: readonly Calendar[], now: number): boolean {
  return calendarAt(calendars, now).calendar !== undefined;
}

/** 510 -> 8:30 */
export function clockWords(minutes: number): string {
  return `${Math.floor(minutes / 60)}:${String(minutes % 60).padStart(2, '0')}`;
}

function dayWords(daysAhead: number, at: ChinaTime, language: Language): string {
  const zh = language === 'zh';
  if (daysAhead === 0) return zh ? '今天' : 'today';
  if (daysAhead === 1 && zh) return at.minutes < 12 * 60 ? '明早' : '明天';
  if (daysAhead === 1) return 'tomorrow';
  if (daysAhead <= daysAheadByWeekday) return weekdayWords[language][at.weekday] ?? '';
  return zh ? `${at.month}月${at.day}日` : `${at.day} ${monthWords[at.month - 1] ?? ''}`;
}

interface Span {
  /** Minutes since midnight. */
  from: number;
  to: number;
}

/** Of the day of `moment`, in order, whatever order the author wrote. */
function spansOn(times: OpeningTimes, calendars: readonly Calendar[], moment: number): Span[] {
  return written(times, calendars, moment)
    .map(span => ({ from: minutesOf(span.slice(0, 5)), to: minutesOf(span.slice(6)) }))
    .sort((a, b) => a.from - b.from);
}

function written(
  { hours, holidays, noRestDay }: OpeningTimes,
  calendars: readonly Calendar[],
  moment: number,
): readonly string[] {
  const weekday = weekdays[chinaTime(moment).weekday] ?? 'sun';
  const kind = dayKind(calendars, moment);
  if (kind === 'workday') return hours.mon;
  if (kind === 'holiday') return holidays === 'closed' ? [] : (noRestDay?.hours ?? hours[weekday]);
  const isWeekend = weekday === 'sat' || weekday === 'sun';
  return hours[weekday].length === 0 && isWeekend ? (noRestDay?.hours ?? []) : hours[weekday];
}

function dayKind(calendars: readonly Calendar[], moment: number): DayKind | undefined {
  const { calendar, day } = calendarAt(calendars, moment);
  return calendar?.days[day];
}

function calendarAt(calendars: readonly Calendar[], moment: number): { calendar: Calendar | undefined; day: string } {
  const date = new Date(moment + chinaOffsetMs).toISOString();
  return { calendar: calendars.find(({ year }) => year === Number(date.slice(0, 4))), day: date.slice(5, 10) };
}

function minutesOf(clock: string): number {
  return Number(clock.slice(0, 2)) * 60 + Number(clock.slice(3, 5));
}
