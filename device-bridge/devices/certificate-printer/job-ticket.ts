import type { IppGroup } from '@sealsystems/ipp';
import { a4Media, type Capabilities } from './printer-description.ts';

/** An A4 document for Print-Job or, without its bytes, for Validate-Job. */
export interface JobTicket {
  documentName: string;
  copies: number;
  sides?: 'one-sided' | 'two-sided';
}

/** As many as a citizen may ask for in one go. */
export const mostCopies = 5;

/** Operation attributes of a job: document and job bear the same name, which may be Chinese. */
export function ticketOperation(ticket: JobTicket): IppGroup {
  const name = nameOf(ticket.documentName);
  return { 'job-name': name, 'document-name': name, 'document-format': 'application/pdf' };
}

/**
 * Job Template attributes: those the printer has said it heeds. With others it may refuse the job, or print it and call
 * that an error. Without capabilities (nobody has asked yet) the usual three go out.
 */
export function ticketTemplate(ticket: JobTicket, capabilities: Capabilities | null): IppGroup {
  const accepts = capabilities?.accepts ?? { media: true, oneSided: true, twoSided: true };
  const template: IppGroup = {};
  if (ticket.copies > 1 || capabilities === null || capabilities.copiesMax > 1) template.copies = ticket.copies;
  if (accepts.media) template.media = a4Media;
  if (ticket.sides === 'two-sided' && accepts.twoSided) template.sides = 'two-sided-long-edge';
  else if (accepts.oneSided) template.sides = 'one-sided';
  return template;
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
