import { describe, expect, test } from 'vitest';
import type { JobAttributes } from './ipp-answers.ts';
import type { JobLook } from './job-route.ts';
import { jobThroughQueue } from './queue-route.ts';

const job = (more: Partial<JobAttributes>): JobLook => ({
  type: 'job',
  job: { id: 4, uuid: 'urn:uuid:queue', state: 'processing', reasons: [], sheetsDone: 2, jobsBefore: 0, ...more },
});
const unknown: JobLook = { type: 'job-unknown' };
const silent: JobLook = { type: 'query-failed', failure: { kind: 'timeout' } };

describe('a job in a queue', () => {
  test('waits, with no sheet done, until the printer has it', () => {
    for (const state of ['pending', 'processing', 'processing-stopped'] as const)
      expect(jobThroughQueue(job({ state }), null)).toMatchObject({
        job: { state: 'pending', sheetsDone: 0, uuid: null },
      });
  });
  test('is what the printer says once it has it', () => {
    const own = job({ id: 9, uuid: 'urn:uuid:own', state: 'processing', sheetsDone: 1 });
    for (const atQueue of [job({ state: 'completed' }), job({ state: 'canceled' }), unknown, silent])
      expect(jobThroughQueue(atQueue, own)).toBe(own);
  });
  test('is not done because the queue says completed', () => {
    expect(jobThroughQueue(job({ state: 'completed' }), null)).toEqual(unknown);
    expect(jobThroughQueue(job({ state: 'completed' }), unknown)).toEqual(unknown);
    expect(jobThroughQueue(job({ state: 'completed' }), job({ state: 'aborted' }))).toMatchObject({
      job: { state: 'aborted' },
    });
  });
  test('was never printed when the queue let go of it before the printer had it', () => {
    expect(jobThroughQueue(job({ state: 'canceled' }), null)).toMatchObject({
      job: { state: 'canceled', sheetsDone: 0 },
    });
  });
  test('is asked for again when either is silent', () => {
    expect(jobThroughQueue(silent, null)).toBe(silent);
    expect(jobThroughQueue(job({}), silent)).toBe(silent);
  });
});
