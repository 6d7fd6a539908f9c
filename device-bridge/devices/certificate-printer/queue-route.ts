import type { IppClient } from './ipp-client.ts';
import type { IppResult } from './ipp-failure.ts';
import { type JobLook, type JobRoute, lookAt } from './job-route.ts';
import type { Capabilities } from './printer-description.ts';

/**
 * A job through a CUPS queue. The queue is asked whether it still has the job, the printer what came of it: CUPS calls
 * a job completed that the printer aborted or forgot in a restart, and counts the pages it has filtered as sheets.
 */
export function queueRoute(queue: IppClient, printer: IppClient, capabilities: () => Capabilities | null): JobRoute {
  /** Jobs of this user that the printer had before ours came. */
  let before: ReadonlySet<number> = new Set();
  let ownId: number | null = null;

  async function idsAtPrinter(): Promise<IppResult<number[]>> {
    const active = await printer.getJobs('mine');
    if (!active.ok) return active;
    const ended = await printer.getJobs('mine', 'completed');
    return ended.ok ? { ok: true, value: [...active.value, ...ended.value] } : ended;
  }

  /** The job as the printer itself has it; null while it never had it. */
  async function ownLook(): Promise<JobLook | null> {
    if (ownId === null) {
      const ids = await idsAtPrinter();
      if (!ids.ok) return { type: 'query-failed', failure: ids.failure };
      ownId = ids.value.find(id => !before.has(id)) ?? null;
    }
    return ownId === null ? null : lookAt(printer, ownId);
  }

  return {
    place: 'queue',
    async reach() {
      const ids = await idsAtPrinter();
      if (ids.ok) before = new Set(ids.value);
      ownId = null;
      return ids;
    },
    validate: ticket => queue.validateJob(ticket, capabilities()),
    send: (ticket, document) => queue.printJob(ticket, document, capabilities()),
    async look(jobId) {
      // The queue first: by the time it calls a job ended the printer has had it.
      const atQueue = await lookAt(queue, jobId);
      return jobThroughQueue(atQueue, await ownLook());
    },
    cancel: jobId => queue.cancelJob(jobId),
    async giveUp(jobId) {
      await queue.cancelJob(jobId);
    },
  };
}

/** What both have to say of one job. own: null when the printer never had it. Pure. */
export function jobThroughQueue(atQueue: JobLook, own: JobLook | null): JobLook {
  if (own !== null) return own;
  if (atQueue.type !== 'job') return atQueue;
  const { job } = atQueue;
  switch (job.state) {
    case 'completed':
      return { type: 'job-unknown' };
    case 'canceled':
    case 'aborted':
      return { type: 'job', job: { ...job, uuid: null, sheetsDone: 0 } };
    case 'pending':
    case 'pending-held':
    case 'processing':
    case 'processing-stopped':
      return { type: 'job', job: { ...job, uuid: null, sheetsDone: 0, state: 'pending' } };
  }
}
