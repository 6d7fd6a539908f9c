import type { KeyObject } from 'node:crypto';
import ipp, { type IppGroup, type IppMessage } from '@sealsystems/ipp';
import { z } from 'zod';
import {
  type JobAttributes,
  jobAttributesSchema,
  type PrinterAttributes,
  printerAttributesSchema,
  requestedJobAttributes,
  requestedPrinterAttributes,
} from './ipp-answers.ts';
import type { IppResult } from './ipp-failure.ts';
import { type IppAnswer, readAnswer } from './ipp-reading.ts';
import { postIpp } from './ipp-transport.ts';
import { type JobTicket, ticketOperation, ticketTemplate } from './job-ticket.ts';
import {
  type Capabilities,
  type PrinterDescription,
  printerDescriptionSchema,
  requestedDescription,
} from './printer-description.ts';

export interface IppClientOptions {
  uri: string;
  /** requesting-user-name: whose jobs these are. Each terminal and each tool has its own. */
  userName: string;
  queryTimeoutMs: number;
  sendTimeoutMs: number;
  /** The only key accepted at an ipps address; left out: what the usual authorities vouch for. */
  pinned?: KeyObject | null;
  /** Ends every request under way: the driver closes. */
  signal: AbortSignal;
}

/** IPP 2.0 operations the terminal uses (RFC 8011 section 4). Nothing here throws for what a printer can do. */
export interface IppClient {
  getPrinterAttributes(): Promise<IppResult<PrinterAttributes>>;
  /** Who the printer is and what it can do: what does not change while it is there. */
  getDescription(): Promise<IppResult<PrinterDescription>>;
  /** Asks whether such a job would be taken; no byte of the document goes out. */
  validateJob(ticket: JobTicket, capabilities?: Capabilities | null): Promise<IppResult<null>>;
  printJob(
    ticket: JobTicket,
    document: Uint8Array,
    capabilities?: Capabilities | null,
  ): Promise<IppResult<{ jobId: number }>>;
  getJobAttributes(jobId: number): Promise<IppResult<JobAttributes>>;
  /** Ids of jobs, of this user or of all; those that have not ended unless asked for the others. */
  getJobs(whose: 'mine' | 'all', which?: 'not-completed' | 'completed'): Promise<IppResult<number[]>>;
  cancelJob(jobId: number): Promise<IppResult<null>>;
}

export function createIppClient(options: IppClientOptions): IppClient {
  let lastRequestId = 0;

  async function ask<T>(
    operation: string,
    attributes: IppGroup,
    read: (answer: IppAnswer) => z.ZodSafeParseResult<T>,
    document?: { template: IppGroup; data?: Uint8Array },
  ): Promise<IppResult<T>> {
    lastRequestId = (lastRequestId % 0x7fffffff) + 1;
    const message: IppMessage = {
      version: '2.0',
      operation,
      id: lastRequestId,
      // RFC 8011 section 4.1.4 fixes the order of the first three.
      'operation-attributes-tag': {
        'attributes-charset': 'utf-8',
        'attributes-natural-language': 'en',
        'printer-uri': options.uri,
        'requesting-user-name': options.userName,
        ...attributes,
      },
    };
    if (document && Object.keys(document.template).length > 0) message['job-attributes-tag'] = document.template;
    if (document?.data) message.data = Buffer.from(document.data);
    const answer = await postIpp(options.uri, ipp.serialize(message), {
      timeoutMs: document?.data ? options.sendTimeoutMs : options.queryTimeoutMs,
      pinned: options.pinned ?? null,
      signal: options.signal,
    });
    return answer.ok ? readAnswer(answer.value, read) : answer;
  }

  return {
    getPrinterAttributes: () =>
      ask('Get-Printer-Attributes', { 'requested-attributes': requestedPrinterAttributes }, readers.printer),
    getDescription: () =>
      ask('Get-Printer-Attributes', { 'requested-attributes': requestedDescription }, readers.description),
    validateJob: (ticket, capabilities = null) =>
      ask('Validate-Job', ticketOperation(ticket), readers.nothing, { template: ticketTemplate(ticket, capabilities) }),
    printJob: (ticket, data, capabilities = null) =>
      ask('Print-Job', ticketOperation(ticket), readers.receipt, {
        template: ticketTemplate(ticket, capabilities),
        data,
      }),
    getJobAttributes: jobId =>
      ask('Get-Job-Attributes', { 'job-id': jobId, 'requested-attributes': requestedJobAttributes }, readers.job),
    getJobs: (whose, which = 'not-completed') =>
      ask(
        'Get-Jobs',
        { 'which-jobs': which, 'my-jobs': whose === 'mine', 'requested-attributes': ['job-id'] },
        readers.jobs,
      ),
    cancelJob: jobId => ask('Cancel-Job', { 'job-id': jobId }, readers.nothing),
  };
}

const jobIdSchema = z.object({ 'job-id': z.number().int().positive() });
const receiptSchema = jobIdSchema.transform(job => ({ jobId: job['job-id'] }));
const jobIdsSchema = z.array(jobIdSchema).transform(jobs => jobs.map(job => job['job-id']));
const nothingSchema = z.null();

/** Every way in which an answer is read. */
export const readers = {
  printer: (answer: IppAnswer) => printerAttributesSchema.safeParse(answer['printer-attributes-tag'][0]),
  description: (answer: IppAnswer) => printerDescriptionSchema.safeParse(answer['printer-attributes-tag'][0]),
  job: (answer: IppAnswer) => jobAttributesSchema.safeParse(answer['job-attributes-tag'][0]),
  receipt: (answer: IppAnswer) => receiptSchema.safeParse(answer['job-attributes-tag'][0]),
  jobs: (answer: IppAnswer) => jobIdsSchema.safeParse(answer['job-attributes-tag']),
  nothing: (_answer: IppAnswer) => nothingSchema.safeParse(null),
};
