import { hostname } from 'node:os';
import { type FaultName, Refusal } from '../../../content/common/faults.ts';
import { pause } from '../../pause.ts';
import { type PrinterDelays, printerDelays } from './delays.ts';
import { createIppClient, type IppClient } from './ipp-client.ts';
import { straightRoute } from './job-route.ts';
import { runJob } from './job-run.ts';
import { mostCopies } from './job-ticket.ts';
import { createLeftovers } from './leftovers.ts';
import { pinnedKey } from './printer-connection.ts';
import { createPrinterContact } from './printer-contact.ts';
import { queueRoute } from './queue-route.ts';
import type { SheetCounter } from './sheet-counter.ts';
import { nextLookMs } from './status-track.ts';
import type { CertificatePrinter, PrintJob, PrintOutcome, PrintProgress } from './types.ts';

export interface CertificatePrinterOptions {
  /** ipp:// or ipps:// address of the printer. */
  uri: string;
  /** The printer's own certificate, PEM: at an ipps address only this one (or its key) is spoken to. */
  pinnedCertificatePem?: string;
  /** A CUPS queue that jobs go through; what state the printer is in is asked at `uri`. */
  queueUri?: string;
  /** The terminal's own count, for a printer that does not tell its sheets, and how many a full tray holds. */
  sheetCounter?: SheetCounter;
  trayCapacity?: number;
  /** Whose jobs the printer sees. Must differ between terminals that share a printer. */
  userName?: string;
  /** Cancels jobs of this user name that this driver is not following; see leftovers.ts. */
  cancelLeftovers?: boolean;
  delays?: Partial<PrinterDelays>;
  /** For the log of staff: IPP statuses and network errors, nothing personal. */
  log?: (message: string) => void;
}

const usualTrayCapacity = 250;

/**
 * The certificate printer over IPP (RFC 8011).
 * @throws TypeError when an address is no URL, Refusal config-invalid when the pinned certificate is none or has no ipps address
 */
export function createCertificatePrinter(options: CertificatePrinterOptions): CertificatePrinter {
  const delays = { ...printerDelays, ...options.delays };
  const { log = () => {}, sheetCounter, trayCapacity = usualTrayCapacity } = options;
  const closing = new AbortController();
  const clientOf = (uri: string, certificatePem?: string): IppClient =>
    createIppClient({
      uri: new URL(uri).href,
      userName: options.userName ?? `terminal@${hostname()}`,
      queryTimeoutMs: delays.queryTimeoutMs,
      sendTimeoutMs: delays.sendTimeoutMs,
      pinned: certificatePem === undefined ? null : keyFor(uri, certificatePem),
      signal: closing.signal,
    });
  const client = clientOf(options.uri, options.pinnedCertificatePem);
  const queue = options.queueUri === undefined ? null : clientOf(options.queueUri);
  const leftovers = createLeftovers({ printer: client, queue }, log);
  const mayCancelLeftovers = options.cancelLeftovers ?? true;
  const contact = createPrinterContact({ printer: client, queue, sheetCounter, trayCapacity, log });
  const capabilities = () => contact.capabilities;
  const route = queue === null ? straightRoute(client, capabilities) : queueRoute(queue, client, capabilities);
  /** What is being done at the printer: one thing at a time. While it runs, its own looks make the status. */
  let running: Promise<void> | null = null;

  async function watch(): Promise<void> {
    while (!closing.signal.aborted) {
      if (running === null) {
        const look = await contact.look();
        // A job may have begun meanwhile: it has looks of its own, and must not be taken for a left-over.
        if (running === null && !closing.signal.aborted) {
          contact.seen(look);
          const answers = { printer: look.printer.ok, queue: look.queue?.ok ?? false };
          if (mayCancelLeftovers) await occupy(leftovers.cancel(answers));
        }
      }
      await pause(nextLookMs(contact.tracked, delays), closing.signal);
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
    if (mayCancelLeftovers) await leftovers.cancel({ printer: true, queue: true });
    if (contact.capabilities === null) contact.seen(await contact.look());
    const unfit = unfitness(job);
    if (unfit !== null) return { outcome: 'failed', fault: unfit };
    let sheets = 0;
    const outcome = await runJob(job, {
      ...{ route, delays, abort, closed: closing.signal, log },
      faultNow: contact.faultNow,
      onProgress: progress => {
        if (progress.stage !== 'sending') sheets = progress.sheetsDone;
        onProgress(progress);
      },
      onSilence: async failure => {
        // Of a job in a queue either may have been silent.
        if (queue === null) contact.seen({ printer: { ok: false, failure }, queue: null });
        else await contact.faultNow();
      },
    });
    sheetCounter?.add(outcome.outcome === 'printed' ? outcome.sheets : sheets);
    if (outcome.outcome === 'uncertain' || (queue !== null && outcome.outcome === 'failed')) leftovers.suspect();
    return outcome;
  }

  function unfitness(job: PrintJob): FaultName | null {
    if (!contact.suitable) return 'printer-unsuitable';
    const most = contact.capabilities?.copiesMax ?? mostCopies;
    if (job.copies <= most) return null;
    log(`${job.copies} copies wanted, the printer makes ${most}`);
    return 'print-refused';
  }

  const watching = watch();

  return {
    get status() {
      return contact.tracked.status;
    },
    get identity() {
      return contact.identity;
    },
    onStatus: contact.listeners.add,
    async print(job, onProgress, signal) {
      if (!Number.isInteger(job.copies) || job.copies < 1 || job.copies > mostCopies)
        throw new RangeError(`copies: 1 to ${mostCopies}, not ${job.copies}`);
      const until = performance.now() + delays.turnLimitMs;
      while (running !== null) {
        if (!(await whoeverRunsEnds(until, signal))) return { outcome: 'failed', fault: 'printer-busy' };
      }
      return occupy(send(job, onProgress, signal));
    },
    async close() {
      closing.abort();
      contact.listeners.clear();
      await watching;
      await running;
    },
  };
}

function keyFor(uri: string, certificatePem: string) {
  if (new URL(uri).protocol !== 'ipps:')
    throw new Refusal('config-invalid', `a pinned certificate needs an ipps:// address, not ${uri}`);
  try {
    return pinnedKey(certificatePem);
  } catch {
    throw new Refusal('config-invalid', 'the pinned certificate is no certificate in PEM');
  }
}
