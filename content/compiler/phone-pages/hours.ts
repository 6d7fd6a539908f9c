import type { Hours } from '../../model/hours.ts';

const days = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'] as const;
const words: Record<(typeof days)[number], { zh: string; en: string }> = {
  mon: { zh: '周一', en: 'Mon' },
  tue: { zh: '周二', en: 'Tue' },
  wed: { zh: '周三', en: 'Wed' },
  thu: { zh: '周四', en: 'Thu' },
  fri: { zh: '周五', en: 'Fri' },
  sat: { zh: '周六', en: 'Sat' },
  sun: { zh: '周日', en: 'Sun' },
};

export interface HoursLine {
  zh: string;
  en: string;
}

/** Weekly hours, neighbouring days with the same hours in one line: 周一至周五 8:30–11:30，14:00–17:00. */
export function hoursLines(hours: Hours): HoursLine[] {
  const runs: { first: (typeof days)[number]; last: (typeof days)[number]; spans: string }[] = [];
  for (const day of days) {
    const spans = spansText(hours[day]);
    const run = runs.at(-1);
    if (run?.spans === spans) run.last = day;
    else runs.push({ first: day, last: day, spans });
  }
  return runs.map(({ first, last, spans }) => {
    const [from, to] = [words[first], words[last]];
    return {
      zh: `${first === last ? from.zh : `${from.zh}至${to.zh}`} ${spans || '不开放'}`,
      en: `${first === last ? from.en : `${from.en}–${to.en}`} ${spans.replaceAll('，', ', ') || 'closed'}`,
    };
  });
}

/** 8:30–12:00，14:00–17:00 */
export function spansText(spans: readonly string[]): string {
  const inOrder = [...spans].sort();
  return inOrder.map(span => span.replaceAll(/\b0(?=\d:)/g, '').replace('-', '–')).join('，');
}
