import type { Matter } from '../../model/matter.ts';
import type { Overlay } from '../../model/overlay.ts';
import type { Finding } from './finding.ts';

/** How long before something changes by itself its author is told. */
const noticeDays = 30;

/** What happens to a guide by itself, soon or already, seen from `today` (ISO). */
export function dateFindings(matter: Matter, today: string): Finding[] {
  const { effectiveFrom, cancelledFrom, reviewBy } = matter;
  const soon = daysLater(today, noticeDays);
  const findings: Finding[] = [];
  if (effectiveFrom !== undefined && cancelledFrom !== undefined && cancelledFrom <= effectiveFrom)
    findings.push({
      path: ['cancelledFrom'],
      rule: 'never-in-force',
      message: `cancelled from ${cancelledFrom}, before it counts from ${effectiveFrom}`,
      mend: 'Mend one of the two days.',
    });
  if (effectiveFrom !== undefined && today < effectiveFrom && effectiveFrom <= soon)
    findings.push(warning('effectiveFrom', 'soon-in-force', `appears by itself on ${effectiveFrom}`, 'Read it again.'));
  if (cancelledFrom !== undefined && today < cancelledFrom && cancelledFrom <= soon)
    findings.push(
      warning('cancelledFrom', 'soon-cancelled', `disappears by itself on ${cancelledFrom}`, 'Write what replaces it.'),
    );
  if (cancelledFrom !== undefined && cancelledFrom <= today)
    findings.push(
      warning(
        'cancelledFrom',
        'cancelled',
        `hidden since ${cancelledFrom}`,
        'Delete the file when nobody asks for it.',
      ),
    );
  if (reviewBy === undefined)
    findings.push({
      ...warning('', 'no-review-date', 'nobody is asked to look at this guide again', reviewMend),
      path: [],
    });
  else if (reviewBy < today)
    findings.push(warning('reviewBy', 'review-due', `should have been read again by ${reviewBy}`, reviewMend));
  else if (reviewBy <= soon)
    findings.push(warning('reviewBy', 'review-soon', `is to be read again by ${reviewBy}`, reviewMend));
  return findings;
}

const reviewMend = 'Read it again, then set reviewBy to a date within a year.';

/** Notices that nobody sees any more. */
export function noticeFindings(overlay: Overlay, today: string): Finding[] {
  return overlay.notices.flatMap(({ until }, index) =>
    until < today
      ? [{ ...warning('', 'notice-over', `nobody sees it since ${until}`, 'Delete it.'), path: ['notices', index] }]
      : [],
  );
}

function warning(key: string, rule: string, message: string, mend: string): Finding {
  return { path: [key], severity: 'warning', rule, message, mend };
}

function daysLater(date: string, days: number): string {
  return new Date(Date.parse(date) + days * 24 * 60 * 60_000).toISOString().slice(0, 10);
}
