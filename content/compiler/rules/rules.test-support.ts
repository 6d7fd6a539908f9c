import { type Matter, matterSchema } from '../../model/matter.ts';
import type { SourceFile } from '../source-file.ts';
import type { Finding } from './finding.ts';

const text = '示例';

/** A matter that breaks no rule, with what a test changes. */
export function matterWith(more: object = {}): Matter {
  return matterSchema.parse({
    id: 'a-matter',
    name: text,
    sample: true,
    type: 'public-service',
    level: 'delegated-authority',
    field: 'household',
    department: text,
    summary: text,
    who: text,
    audience: ['person'],
    limits: [{ caseType: 'promised', promisedWorkingDays: 5 }],
    fees: [{ yuan: 0 }],
    visits: { count: 0 },
    area: 'district',
    ends: { web: { depth: 'IV', name: text }, window: { name: text } },
    phones: { consult: '0576-80000321', complaint: '12345' },
    reviewBy: '2027-06-30',
    ...more,
  });
}

export function sourceOf<T>(value: T, file = 'district/matters/household/a-matter.yaml'): SourceFile<T> {
  return { file, value, lineOf: () => 1 };
}

/** Rule and place of each finding, like `statutory-limit limits.0`; every finding must say what to do. */
export function said(findings: readonly Finding[]): string[] {
  for (const { message, mend } of findings)
    if (message === '' || mend === '') throw new Error('a finding without words');
  return findings.map(({ rule, path }) => [rule, path.map(String).join('.')].join(' ').trim());
}
