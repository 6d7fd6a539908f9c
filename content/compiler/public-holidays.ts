import chineseDays from 'chinese-days';
import type { Calendar } from '../model/calendar.ts';
import type { Sources } from './read-sources.ts';

const firstYearLooked = 2025;
/** The last years that are known: by then they are this one and, once the State Council has announced it, the next. */
const yearsShipped = 2;

/**
 * The calendars a terminal needs: of the last years the library knows, with what the city wrote over them. Depends on
 * the sources and the library only, never on today, so that the same sources give the same bytes.
 */
export function calendarsOf(sources: Sources): Calendar[] {
  const years = new Map(libraryCalendars().map(calendar => [calendar.year, calendar]));
  for (const own of sources.calendars.flatMap(source => source.value)) {
    const known = years.get(own.year);
    years.set(own.year, {
      year: own.year,
      days: { ...known?.days, ...own.days },
      names: { ...known?.names, ...own.names },
    });
  }
  return [...years.values()].sort((a, b) => a.year - b.year).slice(-yearsShipped);
}

function libraryCalendars(): Calendar[] {
  const calendars: Calendar[] = [];
  for (let year = firstYearLooked; ; year++) {
    const calendar = libraryCalendar(year);
    if (Object.keys(calendar.days).length === 0) return calendars;
    calendars.push(calendar);
  }
}

/** The days that the library lists; it names those “National Day,国庆节,3” and all others by their weekday. */
function libraryCalendar(year: number): Calendar {
  const calendar: Calendar = { year, days: {}, names: {} };
  for (let at = Date.UTC(year, 0, 1); new Date(at).getUTCFullYear() === year; at += 24 * 60 * 60_000) {
    const date = new Date(at).toISOString().slice(0, 10);
    const { work, name } = chineseDays.getDayDetail(date);
    const [en, zh] = name.split(',');
    if (en === undefined || zh === undefined) continue;
    const day = date.slice(5);
    calendar.days[day] = work ? 'workday' : 'holiday';
    if (!work) calendar.names[day] = { zh, en };
  }
  return calendar;
}
