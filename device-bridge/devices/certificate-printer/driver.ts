import { hostname } from 'node:os';
import { pause } from '../../pause.ts';
import { type PrinterDelays, printerDelays } from './delays.ts';
import type { PrinterAttributes } from './ipp-answers.ts';
import { createIppClient } from './ipp-client.ts';
import { describeFailure, type IppResult } from './ipp-failure.ts';
import { runJob } from './job-run.ts';
import { nextLookMs, type StatusTrack, track, unknownStatus } from './status-track.ts';
import type { CertificatePrinter, CertificatePrinterStatus, PrintJob, PrintOutcome, PrintProgress } from './types.ts';

export interface CertificatePrinterOptions {
  /** ipp:// or ipps:// address of the printer. */
  uri: string;
  /** Whose jobs the printer sees. Must differ between terminals that share a printer. */
  userName?: string;
  /**
   * Cancels jobs of this user name that this driver is not following, on the first contact and after an uncertain end:
   * their certificates are void, and the next citizen must not find them in the tray.
   */
  cancelLeftovers?: boolean;
  delays?: Partial<PrinterDelays>;
  /** For the log of staff: IPP statuses and network errors, nothing personal. */
  log?: (message: string) => void;
}

/** The certificate printer over IPP (RFC 8011). Throws TypeError when the address is no URL. */
export function createCertificatePrinter(options: CertificatePrinterOptions): CertificatePrinter {
  const delays = { ...printerDelays, ...options.delays };
  const log = options.log ?? (() => {});
  const closing = new AbortController();
  const client = createIppClient({
    uri: new URL(options.uri).href,
    userName: options.userName ?? `terminal@${hostname()}`,
    queryTimeoutMs: delays.queryTimeoutMs,
    sendTimeoutMs: delays.sendTimeoutMs,
    signal: closing.signal,
  });
  const listeners = new Set<(status: CertificatePrinterStatus) => void>();
  let tracked: StatusTrack = unknownStatus;
  let leftoversPossible = options.cancelLeftovers ?? true;
  /** What is being done at the printer: one thing at a time. While it runs, its own looks make the status. */
  let running: Promise<void> | null = null;

  function seen(look: IppResult<PrinterAttributes>): void {
    const before = tracked;
    tracked = track(tracked, look);
    if (!look.ok && before.status.state !== tracked.status.state) log(`status: ${describeFailure(look.failure)}`);
    if (JSON.stringify(before.status) === JSON.stringify(tracked.status)) return;
    for (const listener of listeners) listener(tracked.status);
  }

  async function cancelLeftovers(): Promise<void> {
    if (!leftoversPossible) return;
    const jobs = await client.getJobs('mine');
    if (!jobs.ok) return log(`Get-Jobs: ${describeFailure(jobs.failure)}`);
    for (const jobId of jobs.value) {
      const result = await client.cancelJob(jobId);
      log(`left-over job ${jobId}: ${result.ok ? 'cancelled' : describeFailure(result.failure)}`);
    }
    leftoversPossible = false;
  }

  async function watch(): Promise<void> {
    while (!closing.signal.aborted) {
      if (running === null) {
        const look = await client.getPrinterAttributes();
        // A job may have begun meanwhile: it has looks of its own, and must not be taken for a left-over.
        if (running === null && !closing.signal.aborted) {
          seen(look);
          if (look.ok) await occupy(cancelLeftovers());
        }
      }
      await pause(nextLookMs(tracked, delays), closing.signal);
    }
  }

  function occupy<T>(work: Promise<T>): Promise<T> {
    const done = work.then(
      () => {},
      () => {},
    );
    running = done;
    void done.then(() => {
      running = null;
    });
    return work;
  }

  /** False when whoever runs did not end in time, or nobody waits for this any more. */
  async function whoeverRunsEnds(until: number, signal: AbortSignal): Promise<boolean> {
    const left = until - performance.now();
    if (left <= 0 || signal.aborted || closing.signal.aborted) return false;
    const over = new AbortController();
    await Promise.race([running, pause(left, AbortSignal.any([signal, closing.signal, over.signal]))]);
    over.abort();
    return true;
  }

  async function send(
    job: PrintJob,
    onProgress: (progress: PrintProgress) => void,
    abort: AbortSignal,
  ): Promise<PrintOutcome> {
    await cancelLeftovers();
    const context = { client, delays, onProgress, onPrinter: seen, abort, closed: closing.signal, log };
    const outcome = await runJob(job, context);
    if (outcome.outcome === 'uncertain') leftoversPossible = options.cancelLeftovers ?? true;
    return outcome;
  }

  const watching = watch();

  return {
    get status() {
      return tracked.status;
    },
    onStatus(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    async print(job, onProgress, signal) {
      const until = performance.now() + delays.turnLimitMs;
      while (running !== null) {
        if (!(await whoeverRunsEnds(until, signal))) return { outcome: 'failed', fault: 'printer-busy' };
      }
      return occupy(send(job, onProgress, signal));
    },
    async close() {
      closing.abort();
      listeners.clear();
      await watching;
      await running;
    },
  };
}
