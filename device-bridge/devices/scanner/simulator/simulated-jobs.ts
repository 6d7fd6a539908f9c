import { randomUUID } from 'node:crypto';
import type { ScannerKnobs } from '../../../api/types.ts';
import type { StatusWords } from './escl-documents.ts';
import { takePicture } from './sample-pages.ts';
import type { ScanWish } from './scan-wish.ts';

interface Job {
  id: string;
  wish: ScanWish;
  state: 'Processing' | 'Completed' | 'Canceled' | 'Aborted';
  reason: string;
  completed: number;
}

/** Sheets of a stack are printed and filled in turn. */
const stackPages = ['form', 'filled'];
const keptJobs = 5;

/**
 * The scanner behind its HTTP face: one job at a time, its pages, and what a hand does to it.
 * @param abandonedMs a client that went away without a word keeps the scanner no longer than this
 */
export function createSimulatedJobs(knobs: ScannerKnobs, root: string, abandonedMs: number) {
  let jobs: Job[] = [];
  let abandoned: NodeJS.Timeout | undefined;

  function active(): Job | undefined {
    return jobs.find(({ state }) => state === 'Processing');
  }

  function touch(): void {
    clearTimeout(abandoned);
    abandoned = setTimeout(() => end(active(), 'Aborted', 'AbortedBySystem'), abandonedMs).unref();
  }

  function end(job: Job | undefined, state: Job['state'], reason: string): void {
    if (job?.state !== 'Processing') return;
    job.state = state;
    job.reason = reason;
  }

  function adfState(): string {
    if (knobs.jam) return 'ScannerAdfJam';
    if (knobs.cover === 'open') return 'ScannerAdfDoorOpen';
    return knobs.feederSheets > 0 ? 'ScannerAdfLoaded' : 'ScannerAdfEmpty';
  }

  return {
    status: (): StatusWords => ({
      state: active() === undefined ? 'Idle' : 'Processing',
      adfState: adfState(),
      jobs: jobs.map(({ id, wish, state, reason, completed }) => {
        const left = state !== 'Processing' ? 0 : wish.source === 'feeder' ? knobs.feederSheets : 1 - completed;
        return { path: `${root}/ScanJobs/${id}`, id, state, reason, completed, left };
      }),
    }),

    /** The new job's path, or the HTTP status of a refusal. */
    create(wish: ScanWish): string | 409 | 503 {
      if (active() !== undefined) return 503;
      if (adfState() === 'ScannerAdfJam' || adfState() === 'ScannerAdfDoorOpen') return 409;
      if (wish.source === 'feeder' && knobs.feederSheets === 0) return 409;
      const job: Job = { id: randomUUID(), wish, state: 'Processing', reason: 'JobScanning', completed: 0 };
      jobs = [job, ...jobs].slice(0, keptJobs);
      touch();
      return `${root}/ScanJobs/${job.id}`;
    },

    /** The next page's picture, or the HTTP status: 404 none is left, 410 the job was cancelled. */
    async nextPage(id: string): Promise<Buffer | 404 | 409 | 410> {
      const job = jobs.find(each => each.id === id);
      if (job === undefined) return 404;
      touch();
      if (job.state !== 'Processing') return job.state === 'Canceled' ? 410 : 404;
      const fromStack = job.wish.source === 'feeder';
      if (fromStack && (knobs.jam || knobs.cover === 'open')) {
        end(job, 'Aborted', 'AbortedBySystem');
        return 409;
      }
      if (fromStack ? knobs.feederSheets === 0 : job.completed === 1) {
        end(job, 'Completed', 'JobCompletedSuccessfully');
        return 404;
      }
      job.completed += 1;
      if (fromStack) knobs.feederSheets -= 1;
      const stackPage = stackPages[(job.completed - 1) % stackPages.length] ?? knobs.pageId;
      const { source: _, ...size } = job.wish;
      const number = fromStack ? job.completed : null;
      return takePicture({ ...size, pageId: fromStack ? stackPage : knobs.pageId, number });
    },

    /** False when there is no such job. */
    cancel(id: string): boolean {
      const job = jobs.find(each => each.id === id);
      end(job, 'Canceled', 'JobCanceledByUser');
      return job !== undefined;
    },

    /** As after a power cut. */
    forget(): void {
      clearTimeout(abandoned);
      jobs = [];
    },
  };
}
