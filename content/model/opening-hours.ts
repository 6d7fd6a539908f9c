import { type ChinaTime, chinaOffsetMs, chinaTime } from '../common/local-date.ts';
import type { Language } from '../common/words.ts';
import type { Hours } from './place.ts';

const weekdays = ['sun', 'mon', 'tue', 'wed', 'thu', 'fri', 'sat'] as const;
const weekdayWords: Record<Language, readonly string[]> = {
  zh: ['周日', '周一', '周二', '周三', '周四', '周五', '周六'],
  en: ['Sun', 'Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat'],
};
const minuteMs = 60_000;
const dayMs = 24 * 60 * minuteMs;

export type WindowsNow =
  /** until: like 17:00 */
  | { open: true; until: string }
  /** next: the next opening, milliseconds since 1970; null when none is known. */
  | { open: false; next: number | null };

/** A span's end belongs to the closed time: at 17:00 sharp the window has closed. */
export function windowsNow(hours: Hours, now: number): WindowsNow {
  const { weekday, minutes } = chinaTime(now);
  const span = spansOf(hours, weekday).find(({ from, to }) => from <= minutes && minutes < to);
  return span === undefined
    ? { open: false, next: nextOpening(hours, now) }
    : { open: true, until: clockWords(span.to) };
}

function nextOpening(hours: Hours, now: number): number | null {
  const { weekday, minutes } = chinaTime(now);
  const midnight = Math.floor((now + chinaOffsetMs) / dayMs) * dayMs - chinaOffsetMs;
  for (let ahead = 0; ahead <= 7; ahead++) {
    const next = spansOf(hours, (weekday + ahead) % 7).find(({ from }) => ahead > 0 || from > minutes);
    if (next !== undefined) return midnight + ahead * dayMs + next.from * minuteMs;
  }
  return null;
}

/** A moment for a screen, seen from `now`: “今天 13:30”, “明早 8:30”, “周一 8:30”. */
export function momentWords(moment: number, now: number, language: Language): string {
  const at = chinaTime(moment);
  const daysAhead = Math.floor((moment + chinaOffsetMs) / dayMs) - Math.floor((now + chinaOffsetMs) / dayMs);
  return `${dayWords(daysAhead, at, language)} ${clockWords(at.minutes)}`;
}

/** Today's spans for a screen: “8:30–12:00，13:30–17:00”; null when the windows are closed all day. */
export function todayWords(hours: Hours, now: number, language: Language): string | null {
  const spans = spansOf(hours, chinaTime(now).weekday);
  if (spans.length === 0) return null;
  return spans.map(({ from, to }) => `${clockWords(from)}–${clockWords(to)}`).join(language === 'zh' ? '，' : ', ');
}

/** 510 -> 8:30 */
export function clockWords(minutes: number): string {
  return `${Math.floor(minutes / 60)}:${String(minutes % 60).padStart(2, '0')}`;
}

function dayWords(daysAhead: number, at: ChinaTime, language: Language): string {
  if (daysAhead === 0) return language === 'zh' ? '今天' : 'today';
  if (daysAhead === 1 && language === 'zh') return at.minutes < 12 * 60 ? '明早' : '明天';
  if (daysAhead === 1) return 'tomorrow';
  return weekdayWords[language][at.weekday] ?? '';
}

/** In order of the day, whatever order the author wrote. */
function spansOf(hours: Hours, weekday: number): { from: number; to: number }[] {
  const day = weekdays[weekday];
  if (day === undefined) return [];
  return hours[day]
    .map(span => ({ from: minutesOf(span.slice(0, 5)), to: minutesOf(span.slice(6)) }))
    .sort((a, b) => a.from - b.from);
}

function minutesOf(clock: string): number {
  return Number(clock.slice(0, 2)) * 60 + Number(clock.slice(3, 5));
}
