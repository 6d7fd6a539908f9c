import { describe, expect, test } from 'vitest';
import type { JobAttributes } from './ipp-answers.ts';
import { type FollowObservation, type FollowState, follow, startFollowing } from './job-follow.ts';

const limits = { noProgressMs: 120_000, cancelGraceMs: 30_000 };
const job = (more: Partial<JobAttributes>): JobAttributes => ({
  id: 1,
  uuid: 'urn:uuid:1',
  state: 'processing',
  reasons: [],
  sheetsDone: 0,
  jobsBefore: 0,
  ...more,
});
const look = (at: number, more: Partial<JobAttributes> = {}, fault: Looked['fault'] = null): Looked => ({
  type: 'job',
  at,
  job: job(more),
  fault,
});
type Looked = Extract<FollowObservation, { type: 'job' }>;
const lost = (at: number): FollowObservation => ({ type: 'query-failed', at });
function having(...seen: FollowObservation[]): FollowState {
  return seen.reduce((state, each) => follow(state, each, limits), startFollowing(0, 1));
}

describe('a job that runs', () => {
  test('is queued, prints, counts its sheets and is printed', () => {
    expect(having(look(0, { state: 'pending' })).progress).toEqual({ stage: 'queued', sheetsDone: 0 });
    expect(having(look(0, { sheetsDone: 1 })).progress).toEqual({ stage: 'printing', sheetsDone: 1 });
    const end = having(look(0, { sheetsDone: 1 }), look(500, { state: 'completed', sheetsDone: 2 }));
    expect(end.outcome).toEqual({ outcome: 'printed', sheets: 2 });
  });
  test('counts one sheet a copy when the printer does not count', () => {
    const state = follow(startFollowing(0, 3), look(0, { state: 'completed' }), limits);
    expect(state.outcome).toEqual({ outcome: 'printed', sheets: 3 });
  });
  test('is printed although the paper ran out with its last sheet', () => {
    expect(having(look(0, { state: 'completed' }, 'printer-out-of-paper')).outcome?.outcome).toBe('printed');
  });
  test('is uncertain when it completed with errors', () => {
    const end = having(look(0, { state: 'completed', reasons: ['job-completed-with-errors'] }));
    expect(end.outcome).toEqual({ outcome: 'uncertain', fault: 'print-uncertain' });
  });
  test.each(['canceled', 'aborted'] as const)('has failed when the printer has %s it', state => {
    expect(having(look(0, { state })).outcome).toEqual({ outcome: 'failed', fault: 'print-refused' });
  });
  test('never takes back a sheet', () => {
    expect(having(look(0, { sheetsDone: 2 }), look(500, { sheetsDone: 0 })).progress).toMatchObject({ sheetsDone: 2 });
  });
  test('heeds nothing after its end', () => {
    const end = having(look(0, { state: 'completed' }));
    expect(follow(end, look(1, { state: 'aborted' }), limits)).toBe(end);
  });
});

describe('a held job', () => {
  test('waits for as long as the printer names a fault', () => {
    const hours = Array.from({ length: 600 }, (_, minute) => look(minute * 60_000, {}, 'printer-out-of-paper'));
    const state = having(...hours);
    expect(state.progress).toEqual({ stage: 'held', fault: 'printer-out-of-paper', sheetsDone: 0 });
    expect(state).toMatchObject({ cancel: null, outcome: null });
  });
  test('has two minutes from when the fault was mended', () => {
    const held = [look(0), look(119_000, {}, 'printer-jammed')];
    expect(having(...held, look(238_000)).cancel).toBeNull();
    expect(having(...held, look(239_000)).cancel).toEqual({ why: 'no-progress', since: 239_000 });
  });
  test('stays held while only the printer itself cannot be asked', () => {
    const state = having(look(0, {}, 'printer-jammed'), { ...look(500), fault: undefined });
    expect(state.progress).toMatchObject({ stage: 'held', fault: 'printer-jammed' });
  });
});

describe('a job that stands still without a fault', () => {
  test('is cancelled after two minutes and then failed for that', () => {
    const stuck = [look(0), look(119_999), look(120_000)];
    expect(having(look(0), look(119_999)).cancel).toBeNull();
    expect(having(...stuck).cancel).toEqual({ why: 'no-progress', since: 120_000 });
    expect(having(...stuck, look(120_500, { state: 'canceled' })).outcome).toEqual({
      outcome: 'failed',
      fault: 'print-no-progress',
    });
  });
  test('is uncertain when the printer does not end it either', () => {
    expect(having(look(0), look(120_000), look(150_000)).outcome).toEqual({
      outcome: 'uncertain',
      fault: 'print-no-progress',
    });
  });
  test.each([
    ['a sheet', { sheetsDone: 1 }],
    ['another state', { state: 'processing-stopped' as const }],
    ['a shorter queue', { jobsBefore: 1 }],
  ])('%s is progress', (_what, change) => {
    expect(having(look(0, { jobsBefore: 2 }), look(119_000, change), look(230_000, change)).cancel).toBeNull();
  });
});

describe('a printer that does not answer', () => {
  test('is asked three times before the job is uncertain', () => {
    expect(having(look(0), lost(1), lost(2)).outcome).toBeNull();
    expect(having(look(0), lost(1), lost(2), lost(3)).outcome).toEqual({
      outcome: 'uncertain',
      fault: 'print-uncertain',
    });
  });
  test('gets three new chances with each answer', () => {
    expect(having(lost(0), lost(1), look(2), lost(3), lost(4)).outcome).toBeNull();
  });
  test('has lost the job when it came back without it', () => {
    expect(having(look(0), { type: 'job-unknown', at: 1 }).outcome?.outcome).toBe('uncertain');
    expect(having(look(0), look(1, { uuid: 'urn:uuid:2', state: 'completed' })).outcome?.outcome).toBe('uncertain');
  });
});

describe('an aborted job', () => {
  const abort: FollowObservation = { type: 'abort', at: 10 };
  test('is to be cancelled, once, and fails when the printer has done so', () => {
    const state = having(look(0), abort, { type: 'abort', at: 20 });
    expect(state.cancel).toEqual({ why: 'asked', since: 10 });
    expect(having(look(0), abort, look(500, { state: 'canceled' })).outcome).toEqual({
      outcome: 'failed',
      fault: 'print-refused',
    });
  });
  test('is printed when the sheet was faster', () => {
    expect(having(look(0), abort, look(500, { state: 'completed' })).outcome?.outcome).toBe('printed');
  });
  test('is uncertain when the printer does not let go of it in time', () => {
    expect(having(look(0), abort, look(30_010, {}, 'printer-out-of-paper')).outcome).toEqual({
      outcome: 'uncertain',
      fault: 'print-uncertain',
    });
  });
});
