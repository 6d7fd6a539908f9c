import { pause } from '../../pause.ts';
import type { PrinterDelays } from './delays.ts';
import type { PrinterAttributes } from './ipp-answers.ts';
import type { IppClient, JobTicket } from './ipp-client.ts';
import { describeFailure, type IppFailure, type IppResult } from './ipp-failure.ts';
import { type FollowObservation, type FollowState, follow, startFollowing } from './job-follow.ts';
import { verdictOn } from './send-outcome.ts';
import { statusOf } from './state-reasons.ts';
import type { PrintJob, PrintOutcome, PrintProgress } from './types.ts';

export interface JobRunContext {
  client: IppClient;
  delays: PrinterDelays;
  onProgress(progress: PrintProgress): void;
  /** Every look at the printer during the job, for the status. */
  onPrinter(result: IppResult<PrinterAttributes>): void;
  /** The citizen or the visit wants it no more: cancel at the printer and see what comes of it. */
  abort: AbortSignal;
  /** The driver ends: stop at once, whatever the printer does. */
  closed: AbortSignal;
  log(message: string): void;
}

/** Sends one job and follows it to its end. */
export async function runJob(job: PrintJob, run: JobRunContext): Promise<PrintOutcome> {
  const ticket: JobTicket = { documentName: job.documentName, copies: job.copies };
  run.onProgress({ stage: 'sending' });
  // A question first: a printer that hangs, is gone or would refuse is found out while nothing has been sent.
  const asked = await inTurn(run, () => run.client.validateJob(ticket), false);
  if (!asked.ok && !isOptional(asked.failure)) return asked.outcome;
  const sent = await inTurn(run, () => run.client.printJob(ticket, job.document), true);
  if (!sent.ok) return sent.outcome;
  return followJob(sent.value.jobId, job.copies, run);
}

type TurnResult<T> = { ok: true; value: T } | { ok: false; outcome: PrintOutcome; failure: IppFailure | null };

/** Tries until the printer takes the request, refuses it for good, or the wait for a turn is over. */
async function inTurn<T>(
  run: JobRunContext,
  request: () => Promise<IppResult<T>>,
  documentSent: boolean,
): Promise<TurnResult<T>> {
  const until = performance.now() + run.delays.turnLimitMs;
  for (;;) {
    if (run.abort.aborted || run.closed.aborted) {
      return { ok: false, outcome: { outcome: 'failed', fault: 'print-refused' }, failure: null };
    }
    const result = await request();
    if (result.ok) return result;
    const { failure } = result;
    run.log(`${documentSent ? 'Print-Job' : 'Validate-Job'}: ${describeFailure(failure)}`);
    const verdict = verdictOn(failure, documentSent);
    if (verdict.verdict === 'uncertain') {
      return { ok: false, outcome: { outcome: 'uncertain', fault: 'print-uncertain' }, failure };
    }
    if (verdict.verdict === 'failed' || performance.now() >= until) {
      return { ok: false, outcome: { outcome: 'failed', fault: verdict.fault }, failure };
    }
    run.onProgress({ stage: 'queued', sheetsDone: 0 });
    await pause(run.delays.turnRetryMs, AbortSignal.any([run.abort, run.closed]));
  }
}

/** Validate-Job is required of a printer, yet some old ones lack it: then the document itself is the question. */
function isOptional(failure: IppFailure | null): boolean {
  return failure?.kind === 'status' && failure.status === 'server-error-operation-not-supported';
}

async function followJob(jobId: number, copies: number, run: JobRunContext): Promise<PrintOutcome> {
  let state: FollowState = startFollowing(performance.now(), copies);
  let cancelTaken = false;
  run.onProgress(state.progress);
  for (;;) {
    if (run.closed.aborted) return { outcome: 'uncertain', fault: 'print-uncertain' };
    if (run.abort.aborted) state = follow(state, { type: 'abort', at: performance.now() }, run.delays);
    if (state.cancel !== null && !cancelTaken) cancelTaken = await cancel(jobId, run);
    const seen = await look(jobId, run);
    const next = follow(state, seen, run.delays);
    if (next.outcome !== null) {
      if (next.outcome.outcome !== 'printed')
        run.log(`job ${jobId} ended ${next.outcome.outcome}: ${JSON.stringify(seen)}`);
      return next.outcome;
    }
    if (JSON.stringify(next.progress) !== JSON.stringify(state.progress)) run.onProgress(next.progress);
    state = next;
    // Once the abort has been acted on it must not cut every pause short.
    const wake = state.cancel === null ? AbortSignal.any([run.abort, run.closed]) : run.closed;
    await pause(run.delays.jobPollMs, wake);
  }
}

async function look(jobId: number, run: JobRunContext): Promise<FollowObservation> {
  const job = await run.client.getJobAttributes(jobId);
  if (!job.ok) {
    run.log(`Get-Job-Attributes: ${describeFailure(job.failure)}`);
    const { failure } = job;
    const gone = failure.kind === 'status' && /^client-error-(not-found|gone)$/.test(failure.status);
    if (!gone) run.onPrinter(job);
    return { type: gone ? 'job-unknown' : 'query-failed', at: performance.now() };
  }
  const printer = await run.client.getPrinterAttributes();
  run.onPrinter(printer);
  const status = printer.ok ? statusOf(printer.value) : null;
  const fault = status === null ? undefined : status.state === 'ready' ? null : status.fault;
  return { type: 'job', at: performance.now(), job: job.value, fault };
}

/** True when asking again is of no use: the printer has taken it, or the job is past cancelling. */
async function cancel(jobId: number, run: JobRunContext): Promise<boolean> {
  const result = await run.client.cancelJob(jobId);
  if (!result.ok) run.log(`Cancel-Job: ${describeFailure(result.failure)}`);
  return result.ok || result.failure.kind === 'status';
}
