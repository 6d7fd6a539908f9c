import type { JobAttributes } from './ipp-answers.ts';
import type { IppClient } from './ipp-client.ts';
import type { IppFailure, IppResult } from './ipp-failure.ts';
import type { JobTicket } from './job-ticket.ts';
import type { Capabilities } from './printer-description.ts';

export type JobLook =
  | { type: 'job'; job: JobAttributes }
  /** Whoever has the job answers but does not know it: restarted, or forgotten. */
  | { type: 'job-unknown' }
  | { type: 'query-failed'; failure: IppFailure };

/** The way of a document to the printer: straight, or through a CUPS queue. */
export interface JobRoute {
  /** Who takes the job. */
  readonly place: 'printer' | 'queue';
  /** Whether the printer itself is there; before anything is sent. */
  reach(): Promise<IppResult<unknown>>;
  validate(ticket: JobTicket): Promise<IppResult<null>>;
  send(ticket: JobTicket, document: Uint8Array): Promise<IppResult<{ jobId: number }>>;
  look(jobId: number): Promise<JobLook>;
  cancel(jobId: number): Promise<IppResult<null>>;
  /** The job did not come to a good end: nobody on the way may keep it and print it later. */
  giveUp(jobId: number): Promise<void>;
}

export function straightRoute(printer: IppClient, capabilities: () => Capabilities | null): JobRoute {
  return {
    place: 'printer',
    // The question whether it takes the job finds that out, too.
    reach: async () => ({ ok: true, value: null }),
    validate: ticket => printer.validateJob(ticket, capabilities()),
    send: (ticket, document) => printer.printJob(ticket, document, capabilities()),
    look: jobId => lookAt(printer, jobId),
    cancel: jobId => printer.cancelJob(jobId),
    // What the printer keeps is cancelled as a left-over when it answers again.
    giveUp: async () => {},
  };
}

export async function lookAt(client: IppClient, jobId: number): Promise<JobLook> {
  const job = await client.getJobAttributes(jobId);
  if (job.ok) return { type: 'job', job: job.value };
  const { failure } = job;
  const gone = failure.kind === 'status' && /^client-error-(not-found|gone)$/.test(failure.status);
  return gone ? { type: 'job-unknown' } : { type: 'query-failed', failure };
}
