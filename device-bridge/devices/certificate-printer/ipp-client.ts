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
import { postIpp } from './ipp-transport.ts';

export interface IppClientOptions {
  uri: string;
  /** requesting-user-name: whose jobs these are. Each terminal and each tool has its own. */
  userName: string;
  queryTimeoutMs: number;
  sendTimeoutMs: number;
  /** Ends every request under way: the driver closes. */
  signal: AbortSignal;
}

/** An A4 document for Print-Job or, without its bytes, for Validate-Job. */
export interface JobTicket {
  documentName: string;
  copies: number;
}

/** IPP 2.0 operations the terminal uses (RFC 8011 section 4). Nothing here throws for what a printer can do. */
export interface IppClient {
  getPrinterAttributes(): Promise<IppResult<PrinterAttributes>>;
  /** Asks whether such a job would be taken; no byte of the document goes out. */
  validateJob(ticket: JobTicket): Promise<IppResult<null>>;
  printJob(ticket: JobTicket, document: Uint8Array): Promise<IppResult<{ jobId: number }>>;
  getJobAttributes(jobId: number): Promise<IppResult<JobAttributes>>;
  /** Ids of the jobs that have not ended, of this user or of all. */
  getJobs(whose: 'mine' | 'all'): Promise<IppResult<number[]>>;
  cancelJob(jobId: number): Promise<IppResult<null>>;
}

const groupSchema = z.record(z.string(), z.unknown());
/** The library gives a group that came once as an object, else as an array of them. */
const groupsSchema = z.preprocess(
  value => (value === undefined ? [] : Array.isArray(value) ? value : [value]),
  z.array(groupSchema),
);
const messageSchema = z.object({
  'operation-attributes-tag': groupSchema.optional(),
  'job-attributes-tag': groupsSchema,
  'printer-attributes-tag': groupsSchema,
});
type Answer = z.output<typeof messageSchema>;

export function createIppClient(options: IppClientOptions): IppClient {
  let lastRequestId = 0;

  async function ask<T>(
    operation: string,
    attributes: IppGroup,
    read: (answer: Answer) => z.ZodSafeParseResult<T>,
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
    if (document) message['job-attributes-tag'] = document.template;
    if (document?.data) message.data = Buffer.from(document.data);
    const answer = await postIpp(
      options.uri,
      ipp.serialize(message),
      document?.data ? options.sendTimeoutMs : options.queryTimeoutMs,
      options.signal,
    );
    return answer.ok ? readAnswer(answer.value, read) : answer;
  }

  return {
    getPrinterAttributes: () =>
      ask('Get-Printer-Attributes', { 'requested-attributes': requestedPrinterAttributes }, answer =>
        printerAttributesSchema.safeParse(answer['printer-attributes-tag'][0]),
      ),
    validateJob: ticket =>
      ask('Validate-Job', ticketOperation(ticket), readNothing, { template: ticketTemplate(ticket) }),
    printJob: (ticket, data) =>
      ask(
        'Print-Job',
        ticketOperation(ticket),
        answer => printAnswerSchema.safeParse(answer['job-attributes-tag'][0]),
        {
          template: ticketTemplate(ticket),
          data,
        },
      ),
    getJobAttributes: jobId =>
      ask('Get-Job-Attributes', { 'job-id': jobId, 'requested-attributes': requestedJobAttributes }, answer =>
        jobAttributesSchema.safeParse(answer['job-attributes-tag'][0]),
      ),
    getJobs: whose =>
      ask(
        'Get-Jobs',
        { 'which-jobs': 'not-completed', 'my-jobs': whose === 'mine', 'requested-attributes': ['job-id'] },
        answer => jobIdsSchema.safeParse(answer['job-attributes-tag']),
      ),
    cancelJob: jobId => ask('Cancel-Job', { 'job-id': jobId }, readNothing),
  };
}

const printAnswerSchema = z
  .object({ 'job-id': z.number().int().positive() })
  .transform(job => ({ jobId: job['job-id'] }));
const jobIdsSchema = z
  .array(z.object({ 'job-id': z.number().int().positive() }))
  .transform(jobs => jobs.map(job => job['job-id']));

function readNothing(): z.ZodSafeParseResult<null> {
  return z.null().safeParse(null);
}

function ticketOperation(ticket: JobTicket): IppGroup {
  const name = nameOf(ticket.documentName);
  return { 'job-name': name, 'document-name': name, 'document-format': 'application/pdf' };
}

function ticketTemplate(ticket: JobTicket): IppGroup {
  return { copies: ticket.copies, media: 'iso_a4_210x297mm', sides: 'one-sided' };
}

/** The syntax `name` holds 255 octets (RFC 8011 section 5.1.3): whole characters up to there. */
function nameOf(text: string): string {
  let name = '';
  for (const character of text) {
    if (Buffer.byteLength(name + character) > 255) break;
    name += character;
  }
  return name;
}

function readAnswer<T>(bytes: Buffer, read: (answer: Answer) => z.ZodSafeParseResult<T>): IppResult<T> {
  let message: unknown;
  try {
    message = ipp.parse(bytes);
  } catch (error) {
    return malformed(error instanceof Error ? error.message : String(error));
  }
  const answer = messageSchema.safeParse(message);
  if (!answer.success) return malformed(z.prettifyError(answer.error));
  // Read here, not by the library, which knows no status newer than its table and mixes statuses with operations.
  const code = bytes.readUInt16BE(2);
  if (code >= 0x0400) {
    const status = ipp.statusCodes.lookup[code] ?? `status-0x${code.toString(16).padStart(4, '0')}`;
    const text = answer.data['operation-attributes-tag']?.['status-message'];
    return { ok: false, failure: { kind: 'status', status, message: typeof text === 'string' ? text : '' } };
  }
  const value = read(answer.data);
  return value.success ? { ok: true, value: value.data } : malformed(z.prettifyError(value.error));
}

function malformed(detail: string): IppResult<never> {
  return { ok: false, failure: { kind: 'malformed', detail } };
}
