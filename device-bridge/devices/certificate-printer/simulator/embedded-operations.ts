import { gunzipSync, inflateSync } from 'node:zlib';
import type { IppGroup, IppMessage } from '@sealsystems/ipp';
import { z } from 'zod';
import {
  compressions,
  describePrinter,
  documentFormats,
  isTemplateAttribute,
  mediaColDatabase,
  type operations,
  type PrinterSituation,
} from './embedded-description.ts';
import { describeJob, jobReceipt, pickJobAttributes } from './embedded-job-attributes.ts';
import type { EmbeddedJob, JobBench } from './embedded-jobs.ts';

/** What an operation answers; the operation attributes come with every answer. */
export interface Answer {
  statusCode: string;
  message?: string;
  jobs?: IppGroup[];
  printer?: IppGroup;
}

const names = z.preprocess(value => (typeof value === 'string' ? [value] : value), z.array(z.string()).optional());

/** The operation and Job Template attributes of a request that this printer heeds. */
export const requestSchema = z.object({
  'printer-uri': z.string().optional(),
  'job-uri': z.string().optional(),
  'job-id': z.number().optional(),
  'job-name': z.string().optional(),
  'document-name': z.string().optional(),
  'requesting-user-name': z.string().default('anonymous'),
  'document-format': z.string().optional(),
  compression: z.string().default('none'),
  'last-document': z.boolean().optional(),
  'requested-attributes': names,
  'which-jobs': z.enum(['completed', 'not-completed']).default('not-completed'),
  'my-jobs': z.boolean().default(false),
  limit: z.number().int().positive().default(1_000),
  copies: z.number().int().min(1).max(99).default(1),
  sides: z.enum(['one-sided', 'two-sided-long-edge']).default('one-sided'),
});
export type EmbeddedRequest = z.output<typeof requestSchema>;

export interface PrinterContext {
  bench: JobBench;
  situation(): PrinterSituation;
}

type Operation = (typeof operations)[number];
type Handler = (request: EmbeddedRequest, data: Buffer, context: PrinterContext) => Answer;
const done: Answer = { statusCode: 'successful-ok' };

/** RFC 8011 section 4 and PWG 5100.11, as far as a printer of certificates needs them. */
export const handlers: Record<Operation, Handler> = {
  'Get-Printer-Attributes': (request, _data, context) => ({
    ...done,
    printer: pickPrinterAttributes(describePrinter(context.situation()), request['requested-attributes'] ?? ['all']),
  }),
  'Validate-Job': request => documentProblem(request) ?? done,
  'Print-Job': (request, data, context) => {
    const document = readDocument(request, data);
    if (!Buffer.isBuffer(document)) return document;
    return withNewJob(request, context, job => context.bench.print(job, document));
  },
  'Create-Job': (request, _data, context) => withNewJob(request, context, () => {}),
  'Send-Document': (request, data, context) =>
    withJob(request, context, job => {
      if (job.endedAt !== null) return { statusCode: 'client-error-not-possible' };
      if (job.hasDocument) return { statusCode: 'server-error-multiple-document-jobs-not-supported' };
      if (request['last-document'] === undefined) return { statusCode: 'client-error-bad-request' };
      const document = readDocument(request, data);
      if (!Buffer.isBuffer(document)) return document;
      context.bench.print(job, document);
      return { ...done, jobs: [jobReceipt(job, context.situation())] };
    }),
  'Close-Job': (request, _data, context) => withJob(request, context, () => done),
  'Cancel-Job': (request, _data, context) =>
    withJob(request, context, job =>
      context.bench.cancel(job) ? done : { statusCode: 'client-error-not-possible', message: 'The job has ended.' },
    ),
  'Cancel-My-Jobs': (request, _data, context) => {
    for (const job of context.bench.jobs) if (job.user === request['requesting-user-name']) context.bench.cancel(job);
    return done;
  },
  'Get-Job-Attributes': (request, _data, context) =>
    withJob(request, context, job => ({
      ...done,
      jobs: [pickJobAttributes(describeJob(job, context.situation()), request['requested-attributes'] ?? ['all'])],
    })),
  'Get-Jobs': (request, _data, context) => {
    const ended = request['which-jobs'] === 'completed';
    const listed = context.bench.jobs
      .filter(job => (job.endedAt !== null) === ended)
      .filter(job => !request['my-jobs'] || job.user === request['requesting-user-name']);
    // Completed jobs newest first, waiting jobs in the order they print (RFC 8011 section 4.2.6.2).
    const wanted = request['requested-attributes'] ?? ['job-id', 'job-uri'];
    const ordered = (ended ? listed.toReversed() : listed).slice(0, request.limit);
    return { ...done, jobs: ordered.map(job => pickJobAttributes(describeJob(job, context.situation()), wanted)) };
  },
  'Identify-Printer': () => done,
};

function withNewJob(request: EmbeddedRequest, context: PrinterContext, begin: (job: EmbeddedJob) => void): Answer {
  const job = context.bench.create({
    name: request['job-name'] ?? request['document-name'] ?? 'Untitled',
    user: request['requesting-user-name'],
    copies: request.copies,
    sides: request.sides,
  });
  if (job === null) return { statusCode: 'server-error-busy', message: 'Too many jobs wait.' };
  begin(job);
  return { ...done, jobs: [jobReceipt(job, context.situation())] };
}

function withJob(request: EmbeddedRequest, context: PrinterContext, use: (job: EmbeddedJob) => Answer): Answer {
  const id = request['job-id'] ?? Number(/\/(\d+)$/.exec(request['job-uri'] ?? '')?.[1]);
  const job = context.bench.jobs.find(each => each.id === id);
  return job === undefined ? { statusCode: 'client-error-not-found', message: 'No such job.' } : use(job);
}

function documentProblem(request: EmbeddedRequest): Answer | null {
  if (!documentFormats.includes(request['document-format'] ?? 'application/pdf')) {
    return { statusCode: 'client-error-document-format-not-supported' };
  }
  if (!compressions.includes(request.compression)) return { statusCode: 'client-error-compression-not-supported' };
  return null;
}

function readDocument(request: EmbeddedRequest, data: Buffer): Buffer | Answer {
  const problem = documentProblem(request);
  if (problem !== null) return problem;
  let document: Buffer;
  try {
    if (request.compression === 'gzip') document = gunzipSync(data);
    else if (request.compression === 'deflate') document = inflateSync(data);
    else document = data;
  } catch {
    return { statusCode: 'client-error-compression-error' };
  }
  return document.subarray(0, 1024).includes('%PDF-')
    ? document
    : { statusCode: 'client-error-document-format-error', message: 'Not a PDF.' };
}

function pickPrinterAttributes(all: IppGroup, wanted: string[]): IppGroup {
  const database = wanted.includes('media-col-database') ? mediaColDatabase : {};
  const picked = Object.entries(all).filter(
    ([name]) =>
      wanted.includes('all') ||
      wanted.includes(name) ||
      wanted.includes(isTemplateAttribute(name) ? 'job-template' : 'printer-description'),
  );
  return { ...Object.fromEntries(picked), ...database };
}

/** The answer as the library writes it. */
export function toMessage(answer: Answer, version: string): IppMessage {
  const message: IppMessage = {
    version,
    statusCode: answer.statusCode,
    'operation-attributes-tag': {
      'attributes-charset': 'utf-8',
      'attributes-natural-language': 'en',
      'status-message': answer.message ?? answer.statusCode,
    },
  };
  if (answer.jobs !== undefined && answer.jobs.length > 0) message['job-attributes-tag'] = answer.jobs;
  if (answer.printer !== undefined) message['printer-attributes-tag'] = answer.printer;
  return message;
}
