import type { Matter } from '../../model/matter.ts';
import { allAnswers, situationOf } from '../../model/situation.ts';
import type { Finding } from './finding.ts';

/** Promised and statutory times, the times of the steps, visits, and what costs nothing. */
export function limitFindings(matter: Matter): Finding[] {
  return [
    ...matter.limits.flatMap((limit, index) => limitFinding(limit, ['limits', index])),
    ...stepTimeFindings(matter),
    ...visitFindings(matter),
    ...matter.fees.flatMap((fee, index): Finding[] =>
      fee.yuan === 0 && fee.payOnline === true
        ? [
            {
              path: ['fees', index, 'payOnline'],
              rule: 'free-payment',
              message: 'it costs nothing, but can be paid online',
              mend: 'Delete payOnline, or write the fee.',
            },
          ]
        : [],
    ),
  ];
}

function limitFinding(limit: Matter['limits'][number], path: Finding['path']): Finding[] {
  const { caseType, promisedWorkingDays: promised, statutoryWorkingDays: statutory } = limit;
  const findings: Finding[] = [];
  if ((caseType === 'immediate') !== (promised === 0))
    findings.push({
      path: [...path, 'promisedWorkingDays'],
      rule: 'immediate-limit',
      message: `${caseType} case with ${promised} working days: an immediate case promises 0, a promised case at least 1`,
      mend: 'Set caseType: promised, or promisedWorkingDays: 0.',
    });
  if (statutory !== undefined && statutory < promised)
    findings.push({
      path: [...path, 'statutoryWorkingDays'],
      rule: 'statutory-limit',
      message: `the promise (${promised} working days) is longer than the law allows (${statutory})`,
      mend: 'Promise at most the statutory limit.',
    });
  return findings;
}

/** In each situation the steps together take no longer than what is promised there. */
function stepTimeFindings(matter: Matter): Finding[] {
  const late = new Map<number, { days: number; key: string }>();
  for (const answers of allAnswers(matter)) {
    const { steps, limit, key } = situationOf(matter, answers);
    const days = steps.reduce((sum, step) => sum + (step.workingDays ?? 0), 0);
    const index = matter.limits.indexOf(limit);
    if (days > limit.promisedWorkingDays && !late.has(index)) late.set(index, { days, key });
  }
  return [...late].map(([index, { days, key }]) => ({
    path: ['limits', index, 'promisedWorkingDays'],
    rule: 'step-times',
    message: `in the situation ${key} the steps take ${days} working days, more than promised`,
    mend: 'Shorten workingDays of the steps, give them a when, or promise more.',
  }));
}

function visitFindings({ visits }: Matter): Finding[] {
  if (visits.count > 0 === (visits.why !== undefined)) return [];
  const missing = visits.count > 0;
  return [
    {
      path: missing ? ['visits'] : ['visits', 'why'],
      rule: 'visits-reason',
      message: missing ? 'citizens must come, and it does not say why' : '0 visits, but a reason to come',
      mend: missing ? 'Add visits.why: what cannot be done without coming.' : 'Delete visits.why.',
    },
  ];
}
