import type { IppGroup } from '@sealsystems/ipp';
import type { PrinterSituation } from './embedded-description.ts';
import type { EmbeddedJob } from './embedded-jobs.ts';

const templateNames = ['copies', 'media', 'sides'];

/** What a client gets back for a new job (RFC 8011 section 4.2.1.2). */
export function jobReceipt(job: EmbeddedJob, printer: PrinterSituation): IppGroup {
  return pickJobAttributes(describeJob(job, printer), [
    'job-id',
    'job-uri',
    'job-uuid',
    'job-state',
    'job-state-reasons',
    'job-state-message',
  ]);
}

/** Every Job attribute this printer has (RFC 8011 section 5.3). Times count in seconds since the printer started. */
export function describeJob(job: EmbeddedJob, printer: PrinterSituation): IppGroup {
  const seconds = (time: Date) => Math.max(0, Math.floor((time.getTime() - printer.startedAt.getTime()) / 1_000));
  return {
    'job-id': job.id,
    'job-uri': `${printer.uri}/${job.id}`,
    'job-uuid': job.uuid,
    'job-printer-uri': printer.uri,
    'job-name': job.name,
    'job-originating-user-name': job.user,
    'job-state': job.state,
    'job-state-reasons': job.reasons,
    'job-state-message': `Job ${job.state}.`,
    'job-k-octets': Math.ceil(job.documentBytes / 1024),
    'job-impressions': job.sheets,
    'job-impressions-completed': job.sheetsDone,
    'job-media-sheets': job.sheets,
    'job-media-sheets-completed': job.sheetsDone,
    'number-of-intervening-jobs': job.jobsBefore(),
    'job-printer-up-time': seconds(new Date()) + 1,
    'time-at-creation': seconds(job.createdAt),
    'time-at-processing': job.processingAt === null ? null : seconds(job.processingAt),
    'time-at-completed': job.endedAt === null ? null : seconds(job.endedAt),
    copies: job.copies,
    media: 'iso_a4_210x297mm',
    sides: job.sides,
  };
}

export function pickJobAttributes(all: IppGroup, wanted: string[]): IppGroup {
  return Object.fromEntries(
    Object.entries(all).filter(
      ([name]) =>
        wanted.includes('all') ||
        wanted.includes(name) ||
        wanted.includes(templateNames.includes(name) ? 'job-template' : 'job-description'),
    ),
  );
}
