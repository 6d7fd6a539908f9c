import type { Text } from '../../content/common/text.ts';
import { type Language, words } from '../../content/common/words.ts';
import { momentWords, type OpeningTimes, windowsNow } from '../../content/model/opening-hours.ts';
import type { Place } from '../../content/model/place.ts';
import type { ShownGuide } from '../content/shown-guide.ts';
import { listWords } from './list-words.ts';
import type { WhereLine } from './tick-list.ts';

/** The windows first, for a paper is taken to one; then what works without a way. */
export function whereToGo(guide: ShownGuide, place: Place | undefined, language: Language, now: number): WhereLine[] {
  const t = listWords[language];
  const say = (text: Text): string => words(text, language);
  const { terminal, phone, web } = guide.matter.ends;
  const online = (depth: string): string => (depth === 'III' || depth === 'IV' ? t.online : t.information);
  return [
    ...windowLines(guide, place, language, now),
    ...(terminal?.service === 'certificate' ? [{ name: t.terminal, lines: [t.printHere] }] : []),
    ...(phone === undefined ? [] : [{ name: t.phone(say(phone.name)), lines: [online(phone.depth)] }]),
    ...(web === undefined ? [] : [{ name: t.web(say(web.name)), lines: [online(web.depth)] }]),
  ];
}

function windowLines(
  { matter, places, calendars }: ShownGuide,
  place: Place | undefined,
  language: Language,
  now: number,
): WhereLine[] {
  const t = listWords[language];
  const say = (text: Text): string => words(text, language);
  const { unavailable } = matter;
  const { window } = matter.ends;
  if (window === undefined || place === undefined) return [];
  if (unavailable !== undefined) {
    const others = places.filter(({ code }) => unavailable.elsewhere.includes(code));
    const lines = others.map(other => `${say(other.name)} ${say(other.address)} ${other.phone}`);
    return [{ name: say(unavailable.why), lines: lines.length === 0 ? [] : [t.elsewhere, ...lines] }];
  }
  const counter = [say(window.name), window.where && say(window.where)].filter(Boolean).join(' ');
  const atCentre = window.address === undefined;
  // A window that is not at the centre may keep hours of its own.
  const times: OpeningTimes = window.hours === undefined ? place : { hours: window.hours, holidays: 'closed' };
  const windows = windowsNow(times, calendars, now);
  return [
    {
      name: atCentre ? t.window(say(place.name), counter) : counter,
      lines: [
        say(window.address ?? place.address),
        weekWords(times, language),
        ...(windows.open ? [t.openUntil(windows.until)] : []),
        ...(windows.open || windows.next === null ? [] : [t.next(momentWords(windows.next, now, language))]),
      ],
    },
  ];
}

const days = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'] as const;

/** Usual hours, days of the same hours together: the paper is read at home, on another day. */
function weekWords({ hours, holidays, noRestDay }: OpeningTimes, language: Language): string {
  const t = listWords[language];
  const runs: { from: number; to: number; spans: string }[] = [];
  for (const [index, day] of days.entries()) {
    const restDay = index >= 5 && hours[day].length === 0;
    const spans = ((restDay && noRestDay?.hours) || hours[day]).map(clock).join(t.comma);
    const last = runs.at(-1);
    if (last?.spans === spans && last.to === index - 1) last.to = index;
    else runs.push({ from: index, to: index, spans });
  }
  const open = runs.filter(({ spans }) => spans !== '');
  const words = open.map(({ from, to, spans }) => `${t.days(from, to)} ${spans}`);
  return [...words, ...(holidays === 'closed' ? [t.holidaysClosed] : [])].join(t.stop);
}

/** 08:30-12:00 -> 8:30–12:00 */
function clock(span: string): string {
  return span.replaceAll(/\b0(?=\d:)/g, '').replace('-', '–');
}
