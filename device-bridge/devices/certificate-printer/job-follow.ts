import type { FaultName } from '../../../content/common/faults.ts';
import { lostAfterFailures, type PrinterDelays } from './delays.ts';
import type { JobAttributes } from './ipp-answers.ts';
import type { PrintOutcome, PrintProgress } from './types.ts';

/** What is known of a job that the printer has taken. Times are milliseconds of one monotonic clock. */
export interface FollowState {
  progress: PrintProgress;
  /** Set once: the job's end. */
  outcome: PrintOutcome | null;
  /** Set when the job is to be cancelled at the printer; it is followed on until the printer says what came of it. */
  cancel: { why: 'asked' | 'no-progress'; since: number } | null;
  /** The job's identity at the printer: after a restart the same number may be someone else's job. */
  uuid: string | null;
  /** Last fault the printer named; kept while the printer itself cannot be asked. */
  fault: FaultName | null;
  /** What has to change for the job to have moved on. */
  mark: string;
  movedAt: number;
  failedQueries: number;
  copies: number;
}

export type FollowObservation =
  /** fault: what keeps the printer from printing, null when nothing, undefined when it could not be asked. */
  | { type: 'job'; at: number; job: JobAttributes; fault: FaultName | null | undefined }
  | { type: 'query-failed'; at: number }
  /** The printer answers but does not know the job: it was restarted or has forgotten. */
  | { type: 'job-unknown'; at: number }
  | { type: 'abort'; at: number };

export type FollowLimits = Pick<PrinterDelays, 'noProgressMs' | 'cancelGraceMs'>;

const uncertain: PrintOutcome = { outcome: 'uncertain', fault: 'print-uncertain' };

export function startFollowing(at: number, copies: number): FollowState {
  return {
    progress: { stage: 'queued', sheetsDone: 0 },
    outcome: null,
    cancel: null,
    uuid: null,
    fault: null,
    mark: '',
    movedAt: at,
    failedQueries: 0,
    copies,
  };
}

/** The whole of what a look at a job means. Pure: the caller asks, cancels when `cancel` is set, stops at `outcome`. */
export function follow(state: FollowState, seen: FollowObservation, limits: FollowLimits): FollowState {
  if (state.outcome !== null) return state;
  switch (seen.type) {
    case 'abort':
      return state.cancel === null ? { ...state, cancel: { why: 'asked', since: seen.at } } : state;
    case 'job-unknown':
      return { ...state, outcome: uncertain };
    case 'query-failed': {
      const failedQueries = state.failedQueries + 1;
      return { ...state, failedQueries, outcome: failedQueries >= lostAfterFailures ? uncertain : null };
    }
    case 'job':
      return seenJob(state, seen, limits);
  }
}

type JobSeen = Extract<FollowObservation, { type: 'job' }>;

function seenJob(before: FollowState, seen: JobSeen, limits: FollowLimits): FollowState {
  const { job, at } = seen;
  if (before.uuid !== null && job.uuid !== null && job.uuid !== before.uuid) return { ...before, outcome: uncertain };
  const fault = seen.fault === undefined ? before.fault : seen.fault;
  const mark = `${job.state} ${job.sheetsDone} ${job.jobsBefore}`;
  // A fault that the printer names may last: someone has to fetch paper. Only unexplained silence runs out.
  const moved = mark !== before.mark || fault !== null;
  const sheetsDone = Math.max(before.progress.stage === 'sending' ? 0 : before.progress.sheetsDone, job.sheetsDone);
  const state: FollowState = {
    ...before,
    uuid: before.uuid ?? job.uuid,
    fault,
    mark,
    movedAt: moved ? at : before.movedAt,
    failedQueries: 0,
    progress: progressOf(job, fault, sheetsDone),
  };
  const outcome = endOf(state, job, sheetsDone);
  if (outcome !== null) return { ...state, outcome };
  if (state.cancel !== null) {
    const overdue = at - state.cancel.since >= limits.cancelGraceMs;
    return overdue ? { ...state, outcome: { outcome: 'uncertain', fault: overdueFault(state.cancel.why) } } : state;
  }
  return at - state.movedAt >= limits.noProgressMs ? { ...state, cancel: { why: 'no-progress', since: at } } : state;
}

function progressOf(job: JobAttributes, fault: FaultName | null, sheetsDone: number): PrintProgress {
  if (fault !== null) return { stage: 'held', fault, sheetsDone };
  const waits = job.state === 'pending' || job.state === 'pending-held';
  return { stage: waits ? 'queued' : 'printing', sheetsDone };
}

/** The end as the printer tells it; null while the job runs. */
function endOf(state: FollowState, job: JobAttributes, sheetsDone: number): PrintOutcome | null {
  switch (job.state) {
    case 'completed':
      // RFC 8011 section 5.3.8: completed with errors means that part of it may be missing.
      if (job.reasons.includes('job-completed-with-errors')) return uncertain;
      // A completed job has put out at least one sheet a copy, also where the printer does not count.
      return { outcome: 'printed', sheets: Math.max(sheetsDone, state.copies) };
    case 'canceled':
    case 'aborted':
      return {
        outcome: 'failed',
        fault: state.cancel?.why === 'no-progress' ? 'print-no-progress' : 'print-refused',
      };
    case 'pending':
    case 'pending-held':
    case 'processing':
    case 'processing-stopped':
      return null;
  }
}

function overdueFault(why: 'asked' | 'no-progress'): FaultName {
  return why === 'no-progress' ? 'print-no-progress' : 'print-uncertain';
}
