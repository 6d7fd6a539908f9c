import { randomUUID } from 'node:crypto';
import { setTimeout as delay } from 'node:timers/promises';
import type { jobStates } from '../ipp-answers.ts';
import { pdfPageCount } from './pdf-page-count.ts';
import { isHeld, type PeerSettings } from './peer-settings.ts';

/** How often a waiting or stopped printer looks whether it may go on. */
const lookMs = 20;
/** More jobs than this at a time are answered with busy. */
const mostJobs = 20;
/** multiple-operation-time-out: a job made with Create-Job whose document never comes is aborted. */
export const documentTimeoutSeconds = 60;

export interface EmbeddedJob {
  readonly id: number;
  readonly uuid: string;
  readonly name: string;
  readonly user: string;
  readonly copies: number;
  readonly sides: 'one-sided' | 'two-sided-long-edge';
  state: (typeof jobStates)[number];
  reasons: string[];
  canceled: boolean;
  hasDocument: boolean;
  documentBytes: number;
  sheets: number;
  sheetsDone: number;
  createdAt: Date;
  processingAt: Date | null;
  endedAt: Date | null;
  /** Jobs that print before this one. */
  jobsBefore(): number;
}

export interface JobBench {
  readonly jobs: EmbeddedJob[];
  /** Jobs that have not ended, in the order they print. */
  readonly active: EmbeddedJob[];
  /** Null when too many wait. */
  create(ticket: Pick<EmbeddedJob, 'name' | 'user' | 'copies' | 'sides'>): EmbeddedJob | null;
  print(job: EmbeddedJob, document: Buffer): void;
  /** False when the job has ended. */
  cancel(job: EmbeddedJob): boolean;
  /** Power off: what was being printed stops in the middle and is never heard of again. */
  drop(): void;
}

/** Puts out one job after the other, one sheet after the other, while nothing holds it; `hung` stops it between two instructions. */
export function createJobBench(settings: () => PeerSettings, onPrinted: (document: Buffer) => Promise<void>): JobBench {
  const jobs: EmbeddedJob[] = [];
  let powered = true;
  let line: Promise<void> = Promise.resolve();
  const active = () => jobs.filter(job => job.endedAt === null);

  function end(job: EmbeddedJob, state: 'completed' | 'canceled' | 'aborted', reason: string): void {
    if (job.endedAt !== null) return;
    Object.assign(job, { state, reasons: [reason], endedAt: new Date() });
  }

  async function whileStopped(job: EmbeddedJob): Promise<void> {
    for (;;) {
      const { power } = settings();
      const held = isHeld(settings()) && !job.canceled;
      if (!powered || (power !== 'hung' && !held)) return;
      if (power === 'on' && job.state === 'processing') {
        Object.assign(job, { state: 'processing-stopped', reasons: ['printer-stopped'] });
      }
      await delay(lookMs);
    }
  }

  async function run(job: EmbeddedJob, document: Buffer): Promise<void> {
    if (!powered || job.endedAt !== null) return;
    Object.assign(job, { state: 'processing', processingAt: new Date(), reasons: ['job-printing'] });
    while (job.sheetsDone < job.sheets) {
      await whileStopped(job);
      if (job.canceled || !powered) break;
      Object.assign(job, { state: 'processing', reasons: ['job-printing'] });
      await delay(settings().sheetMs);
      // A sheet under way when the printer is stopped comes out when it goes on; when it loses power, never.
      if (settings().power === 'hung') await whileStopped(job);
      if (!powered) return;
      job.sheetsDone += 1;
    }
    if (!powered) return;
    if (job.canceled) return end(job, 'canceled', 'job-canceled-by-user');
    await onPrinted(document);
    end(job, 'completed', 'job-completed-successfully');
  }

  return {
    jobs,
    get active() {
      return active();
    },
    create(ticket) {
      if (active().length >= mostJobs) return null;
      const job: EmbeddedJob = {
        id: jobs.length + 1,
        uuid: `urn:uuid:${randomUUID()}`,
        ...ticket,
        state: 'pending',
        reasons: ['job-incoming'],
        canceled: false,
        hasDocument: false,
        documentBytes: 0,
        sheets: 0,
        sheetsDone: 0,
        createdAt: new Date(),
        processingAt: null,
        endedAt: null,
        jobsBefore: () => (job.endedAt === null ? active().filter(other => other.id < job.id).length : 0),
      };
      jobs.push(job);
      setTimeout(() => {
        if (!job.hasDocument) end(job, 'aborted', 'aborted-by-system');
      }, documentTimeoutSeconds * 1_000).unref();
      return job;
    },
    print(job, document) {
      job.hasDocument = true;
      job.documentBytes = document.length;
      job.sheets = Math.ceil(pdfPageCount(document) / (job.sides === 'one-sided' ? 1 : 2)) * job.copies;
      job.reasons = ['job-queued'];
      line = line.then(() => run(job, document));
    },
    cancel(job) {
      if (job.endedAt !== null) return false;
      job.canceled = true;
      if (job.state === 'pending') end(job, 'canceled', 'job-canceled-by-user');
      else job.reasons = ['processing-to-stop-point'];
      return true;
    },
    drop() {
      powered = false;
    },
  };
}
