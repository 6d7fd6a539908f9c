import type { FaultName } from '../../../content/common/faults.ts';
import { pause } from '../../pause.ts';
import type { PrinterDelays } from './delays.ts';
import { describeFailure, type IppFailure, type IppResult } from './ipp-failure.ts';
import { type FollowObservation, type FollowState, follow, startFollowing } from './job-follow.ts';
import type { JobRoute } from './job-route.ts';
import type { JobTicket } from './job-ticket.ts';
import { verdictOn } from './send-outcome.ts';
import type { PrintJob, PrintOutcome, PrintProgress } from './types.ts';

export interface JobRunContext {
  route: JobRoute;
  delays: PrinterDelays;
  onProgress(progress: PrintProgress): void;
  /** Looks at the printer: what keeps it from printing, null when nothing, undefined when it could not be asked. */
  faultNow(): Promise<FaultName | null | undefined>;
  /** A question about the job was not answered. */
  onSilence(failure: IppFailure): Promise<void>;
  /** The citizen or the visit wants it no more: cancel at the printer and see what comes of it. */
  abort: AbortSignal;
  /** The driver ends: stop at once, whatever the printer does. */
  closed: AbortSignal;
  log(message: string): void;
}

const uncertain: PrintOutcome = { outcome: 'uncertain', fault: 'print-uncertain' };

/** Sends one job and follows it to its end. */
export async function runJob(job: PrintJob, run: JobRunContext): Promise<PrintOutcome> {
  const { document, ...ticket }: PrintJob & JobTicket = job;
  const { route } = run;
  run.onProgress({ stage: 'sending' });
  // Questions first: a printer that hangs, is gone or would refuse is found out while nothing has been sent.
  const reached = await inTurn(run, { what: 'reach', place: 'printer', ask: () => route.reach() });
  if (!reached.ok) return reached.outcome;
  const asked = await inTurn(run, { what: 'Validate-Job', place: route.place, ask: () => route.validate(ticket) });
  if (!asked.ok && !isOptional(asked.failure)) return asked.outcome;
  const send = () => route.send(ticket, document);
  const sent = await inTurn(run, { what: 'Print-Job', place: route.place, ask: send });
  if (!sent.ok) return sent.outcome;
  const outcome = await followJob(sent.value.jobId, job.copies, run);
  if (outcome.outcome !== 'printed') await route.giveUp(sent.value.jobId);
  return outcome;
}

type TurnResult<T> = { ok: true; value: T } | { ok: false; outcome: PrintOutcome; failure: IppFailure | null };

interface Question<T> {
  what: 'reach' | 'Validate-Job' | 'Print-Job';
  place: 'printer' | 'queue';
  ask: () => Promise<IppResult<T>>;
}

/** Tries until the printer takes the request, refuses it for good, or the wait for a turn is over. */
async function inTurn<T>(run: JobRunContext, { what, place, ask }: Question<T>): Promise<TurnResult<T>> {
  const until = performance.now() + run.delays.turnLimitMs;
  for (;;) {
    if (run.abort.aborted || run.closed.aborted) {
      return { ok: false, outcome: { outcome: 'failed', fault: 'print-refused' }, failure: null };
    }
    const result = await ask();
    if (result.ok) return result;
    const { failure } = result;
    run.log(`${what}: ${describeFailure(failure)}`);
    const verdict = verdictOn(failure, what === 'Print-Job', place);
    if (verdict.verdict === 'uncertain') return { ok: false, outcome: uncertain, failure };
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
    if (run.closed.aborted) return uncertain;
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
  const seen = await run.route.look(jobId);
  switch (seen.type) {
    case 'job':
      return { ...seen, fault: await run.faultNow(), at: performance.now() };
    case 'job-unknown':
      return { ...seen, at: performance.now() };
    case 'query-failed':
      run.log(`job ${jobId}: ${describeFailure(seen.failure)}`);
      await run.onSilence(seen.failure);
      return { type: 'query-failed', at: performance.now() };
  }
}

/** True when asking again is of no use: the printer has taken it, or the job is past cancelling. */
async function cancel(jobId: number, run: JobRunContext): Promise<boolean> {
  const result = await run.route.cancel(jobId);
  if (!result.ok) run.log(`Cancel-Job: ${describeFailure(result.failure)}`);
  return result.ok || result.failure.kind === 'status';
}
