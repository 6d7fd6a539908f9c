import { describe, expect, test } from 'vitest';
import { limitFindings } from './limit-rules.ts';
import { matterWith, said } from './rules.test-support.ts';

const found = (more: object): string[] => said(limitFindings(matterWith(more)));
const days = (workingDays: number, when?: object) => ({
  text: '审查',
  stage: 'examine',
  workingDays,
  ...(when && { when }),
});
const born = {
  questions: [
    {
      id: 'born',
      ask: '哪里出生',
      options: [
        { id: 'here', label: '本地', default: true },
        { id: 'abroad', label: '国外' },
      ],
    },
  ],
};

describe('limits', () => {
  test('are nothing to say when they fit', () => {
    expect(found({})).toEqual([]);
    expect(found({ limits: [{ caseType: 'immediate', promisedWorkingDays: 0 }] })).toEqual([]);
    expect(found({ steps: [days(2), days(3)] })).toEqual([]);
  });

  test('of an immediate case are 0, and only of an immediate case', () => {
    const at = ['immediate-limit limits.0.promisedWorkingDays'];
    expect(found({ limits: [{ caseType: 'immediate', promisedWorkingDays: 1 }] })).toEqual(at);
    expect(found({ limits: [{ caseType: 'promised', promisedWorkingDays: 0 }] })).toEqual(at);
  });

  test('are never longer than the law allows', () => {
    const limits = [{ caseType: 'promised', statutoryWorkingDays: 4, promisedWorkingDays: 5 }];
    expect(found({ limits })).toEqual(['statutory-limit limits.0.statutoryWorkingDays']);
  });

  test('hold the steps of each situation, and only of those the steps belong to', () => {
    expect(found({ steps: [days(3), days(3)] })).toEqual(['step-times limits.0.promisedWorkingDays']);
    const limits = [
      { caseType: 'promised', promisedWorkingDays: 10, when: { born: ['abroad'] } },
      { caseType: 'promised', promisedWorkingDays: 5 },
    ];
    expect(found({ ...born, limits, steps: [days(4), days(5, { born: ['abroad'] })] })).toEqual([]);
    expect(found({ ...born, limits, steps: [days(4), days(5, { born: ['here'] })] })).toEqual([
      'step-times limits.1.promisedWorkingDays',
    ]);
  });
});

describe('visits and fees', () => {
  test('visits have a reason, and no visit has none', () => {
    expect(found({ visits: { count: 1 } })).toEqual(['visits-reason visits']);
    expect(found({ visits: { count: 0, why: '要签字' } })).toEqual(['visits-reason visits.why']);
    expect(found({ visits: { count: 1, why: '要签字' } })).toEqual([]);
  });

  test('what costs nothing is not paid online', () => {
    expect(found({ fees: [{ yuan: 0, payOnline: true }] })).toEqual(['free-payment fees.0.payOnline']);
    expect(found({ fees: [{ yuan: 20, payOnline: true }] })).toEqual([]);
  });
});
