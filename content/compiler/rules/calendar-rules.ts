import type { Problem } from '../problem.ts';
import { calendarsOf } from '../public-holidays.ts';
import type { Sources } from '../read-sources.ts';

/** The State Council announces a year's holidays in November of the year before. */
const nextYearFrom = '11';

/** Years whose public holidays terminals will miss. */
export function calendarProblems(sources: Sources, today: string): Problem[] {
  const year = Number(today.slice(0, 4));
  const known = new Set(calendarsOf(sources).map(calendar => calendar.year));
  const wanted = today.slice(5, 7) >= nextYearFrom ? [year, year + 1] : [year];
  return wanted
    .filter(each => !known.has(each))
    .map(each => ({
      severity: 'warning',
      file: 'city/calendar.yaml',
      line: 0,
      rule: 'calendar-unknown',
      message: `the public holidays of ${each} are not known: terminals go by weekdays alone`,
      mend: 'Update the package chinese-days once they are announced, or write the days into city/calendar.yaml.',
    }));
}
