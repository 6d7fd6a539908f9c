import { pause } from '../../../pause.ts';
import { type Attempt, type AttemptEnd, failedAttempt } from '../scanner-backend.ts';
import type { ScannerDelays } from '../scanner-delays.ts';
import { wholeJpeg } from '../whole-jpeg.ts';
import type { EsclClient } from './escl-client.ts';
import { endOfFailure, feederFault, jobEnd, statusFault } from './escl-faults.ts';
import type { HttpAnswer } from './exchange.ts';

export interface EsclJobContext {
  client: EsclClient;
  delays: ScannerDelays;
  attempt: Attempt;
  settings: { xml: string; dpi: number };
}

/** Asks for a scan. The address of the job, or the end of the attempt. */
export async function createJob({ client, delays, attempt, settings }: EsclJobContext): Promise<URL | AttemptEnd> {
  const { signal } = attempt;
  if (attempt.request.source === 'feeder') {
    const status = await client.status(signal);
    const fault = status.ok ? feederFault(status.value.adfState) : null;
    if (fault !== null) return failedAttempt(fault, 'AdfState before the scan');
  }
  // A cancel must not tear this request: a job whose address is not known could not be cancelled.
  const result = await client.createJob(settings.xml, later(signal, delays.cancelMs));
  if (!result.ok) return endOfFailure(result.failure, 'ScanJobs');
  const { status, headers } = result.answer;
  const job = status === 201 ? client.jobUrl(headers.location) : null;
  return job ?? refusedJob(client, status, signal);
}

async function refusedJob(client: EsclClient, httpStatus: number, signal: AbortSignal): Promise<AttemptEnd> {
  const words = `ScanJobs: HTTP ${httpStatus}`;
  if (httpStatus === 503) return failedAttempt('scanner-busy', words, 'busy');
  if (httpStatus === 201) return failedAttempt('scanner-failed', `${words} without an address`);
  if (httpStatus >= 500) return failedAttempt('scanner-failed', words, 'broken');
  if (httpStatus !== 409) return failedAttempt('scanner-refused', words);
  // In conflict with what: its state tells, else the wish itself.
  const status = await client.status(signal);
  const fault = status.ok ? statusFault(status.value) : null;
  return failedAttempt(fault ?? 'scanner-refused', words, fault === 'scanner-busy' ? 'busy' : 'no');
}

/** Fetches page after page until the job says that there is none. */
export async function fetchPages(context: EsclJobContext, job: URL): Promise<AttemptEnd> {
  const { client, delays, attempt } = context;
  const { source } = attempt.request;
  let pages = 0;
  let waitedSince = performance.now();
  for (;;) {
    const page = pages + 1;
    const onBytes = (bytes: number, of: number | null): void =>
      attempt.onProgress({ page, done: of === null || of === 0 ? null : Math.min(1, bytes / of) });
    attempt.onProgress({ page, done: null });
    const result = await client.nextDocument(job, onBytes, attempt.signal);
    if (!result.ok) return endOfFailure(result.failure, 'NextDocument');
    if (result.answer.status === 200) {
      const end = takePage(result.answer, context);
      // Some scan the glass anew for a second request.
      if (end !== null || source === 'flatbed') return end ?? { end: 'done' };
      pages += 1;
      waitedSince = performance.now();
      continue;
    }
    const end = await noPage(context, job, result.answer.status, pages);
    if (end !== 'not-yet') return end;
    if (performance.now() - waitedSince > delays.silentMs) return failedAttempt('scanner-silent', 'no page in time');
    await pause(delays.busyRetryMs, attempt.signal);
    if (attempt.signal.aborted) return failedAttempt('scanner-silent', 'cancelled');
  }
}

function takePage({ body }: HttpAnswer, { attempt, settings }: EsclJobContext): AttemptEnd | null {
  const page = wholeJpeg(body);
  if (page === null) return failedAttempt('scanner-failed', 'the answer is not a whole JPEG', 'broken');
  attempt.onPage({ jpeg: page.jpeg, dpi: settings.dpi });
  return null;
}

/** 404: no further page. 503: not yet. Anything else ends the job; the scanner's status knows why. */
async function noPage(
  { client, attempt }: EsclJobContext,
  job: URL,
  httpStatus: number,
  pages: number,
): Promise<AttemptEnd | 'not-yet'> {
  const { source } = attempt.request;
  const words = `NextDocument: HTTP ${httpStatus}`;
  const status = await client.status(attempt.signal);
  const end = status.ok ? jobEnd(status.value, job.pathname, source) : null;
  if (end?.job === 'failed') return failedAttempt(end.fault, words);
  // A few answer 404, not 503, until the first page is ready.
  if (httpStatus === 503 || (httpStatus === 404 && pages === 0 && end?.job === 'running')) return 'not-yet';
  if (httpStatus === 404 && end !== null) return { end: 'done' };
  return failedAttempt('scanner-failed', words, httpStatus >= 500 ? 'broken' : 'no');
}

/** Aborts `ms` after `signal`. */
function later(signal: AbortSignal, ms: number): AbortSignal {
  const late = new AbortController();
  const arm = (): void => void setTimeout(() => late.abort(), ms).unref();
  if (signal.aborted) arm();
  else signal.addEventListener('abort', arm, { once: true });
  return late.signal;
}
