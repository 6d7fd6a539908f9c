import { isCompletePhone } from '../../model/contacts.ts';
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
  for (const key of ['consult', 'complaint'] as const)
    if (!isCompletePhone(phones[key])) findings.push(incompletePhone(['phones', key]));
  if (visits.count > 0 && (ends.web?.depth === 'IV' || ends.phone?.depth === 'IV'))
    findings.push({
      path: ['visits'],
      rule: 'depth-visits',
      message: 'depth IV means that nobody needs to come',
      mend: 'Set visits.count to 0, or lower the depth to III.',
    });
  const online = [ends.web?.depth, ends.phone?.depth].some(depth => depth === 'III' || depth === 'IV');
  const withoutComing = online || ends.terminal?.service === 'certificate' || matter.otherWays.includes('home');
  if (visits.count === 0 && !withoutComing && !matter.express)
    findings.push({
      path: ['visits'],
      rule: 'express-needed',
      message: '0 visits, but it can be handled neither online nor at a terminal, and nothing is sent',
      mend: 'Name the online end with depth III or IV, add express, or say how many visits and why.',
    });
  if (!ends.web && !ends.phone && !ends.window && !ends.terminal)
    findings.push({
      path: ['ends'],
      rule: 'no-end',
      message: 'it can be handled nowhere',
      mend: 'Name at least one of web, phone, window, terminal.',
    });
  if (ends.terminal?.service === 'application')
    findings.push({
      path: ['ends', 'terminal', 'service'],
      severity: 'warning',
      rule: 'service-to-come',
      message: 'terminals of this release show the guide of it, they do not take applications yet',
      mend: 'Nothing to do; write guide-only to be rid of this line.',
    });
  return findings;
}

/** What must be there for a kind of matter: questions for a permit, a sample for a result. */
export function completenessFindings(matter: Matter): Finding[] {
  const findings: Finding[] = [];
  if (matter.type === 'permit' && matter.faq.length === 0)
    findings.push({
      path: ['type'],
      rule: 'permit-faq',
      message: 'a permit without a question and its answer',
      mend: 'Add at least one entry of faq: what people ask most.',
    });
  if (matter.result !== undefined && matter.result.sample === undefined)
    findings.push({
      path: ['result'],
      rule: 'result-sample',
      message: 'the result has no sample',
      mend: 'Add result.sample with looks: what the citizen will hold in the hand.',
    });
  return findings;
}

export function incompletePhone(path: Finding['path']): Finding {
  return {
    path,
    rule: 'phone-area-code',
    message: 'a phone number without area code',
    mend: 'Write it like 0576-80000000, or use a short line like 12345.',
  };
}
