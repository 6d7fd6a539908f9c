import type { Matter } from '../../model/matter.ts';
import type { Finding } from './finding.ts';

/** What a provincial checker applies to channels, visits and phones. */
export function channelFindings(matter: Matter): Finding[] {
  const findings: Finding[] = [];
  const { ends, visits, phones } = matter;
  if (phones.consult === phones.complaint)
    findings.push({
      path: ['phones', 'complaint'],
      rule: 'same-phone',
      message: 'consultation and complaint phone are the same',
      mend: 'Complaints go to another number, 12345 for example.',
    });
  if (visits.count > 0 && (ends.web?.depth === 'IV' || ends.phone?.depth === 'IV'))
    findings.push({
      path: ['visits'],
      rule: 'depth-visits',
      message: 'depth IV means that nobody needs to come',
      mend: 'Set visits.count to 0, or lower the depth to III.',
    });
  if (visits.count === 0 && !ends.web && !ends.phone && ends.terminal?.service !== 'certificate')
    findings.push({
      path: ['visits'],
      rule: 'depth-visits',
      message: '0 visits, but it can be handled neither online nor at a terminal',
      mend: 'Name the online end, or say how many visits and why.',
    });
  if (!ends.web && !ends.phone && !ends.window && !ends.terminal)
    findings.push({
      path: ['ends'],
      rule: 'no-end',
      message: 'it can be handled nowhere',
      mend: 'Name at least one of web, phone, window, terminal.',
    });
  if (matter.reviewBy === undefined)
    findings.push({
      path: [],
      severity: 'warning',
      rule: 'no-review-date',
      message: 'nobody is asked to look at this guide again',
      mend: 'Add reviewBy: a date within a year.',
    });
  return findings;
}
