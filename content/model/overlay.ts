import { z } from 'zod';
import { textSchema } from '../common/text.ts';
import { idSchema } from './condition.ts';
import { phoneSchema } from './contacts.ts';
import { placeCodeSchema } from './place.ts';
import { searchEntrySchema } from './search-entry.ts';

/** Something to know now: shown on the home screen from the first day to the last, both included. */
export const noticeSchema = z
  .strictObject({ text: textSchema, from: z.iso.date(), until: z.iso.date() })
  .refine(notice => notice.from <= notice.until, { message: 'a notice ends after it begins', path: ['until'] });

/** What a level may say of a matter that is not its own. */
const matterOverlaySchema = z.strictObject({
  aliases: z.array(z.string().min(1)).default([]).describe('Words people say for it here'),
  available: z.literal(false).optional().describe('The windows here do not handle it'),
  why: textSchema.optional().describe('Needed with available: false, and only then'),
  elsewhere: z.array(placeCodeSchema).default([]).describe('Places whose windows do; with available: false'),
  window: z.strictObject({ name: textSchema, where: textSchema.optional() }).optional(),
  consult: phoneSchema.optional().describe('Consultation phone here'),
  popular: z.int().min(1).optional().describe('Its place among the most used here'),
});

/** What a district or a township lays over the content of the levels above it (overlay.yaml). */
export const overlaySchema = z.strictObject({
  notices: z.array(noticeSchema).default([]),
  matters: z.record(idSchema, matterOverlaySchema).default({}),
});

/** The record `overlay/<place code or district>`: with the local aliases made ready for the search. */
export const overlayRecordSchema = z.strictObject({ overlay: overlaySchema, search: z.array(searchEntrySchema) });

export type Notice = z.output<typeof noticeSchema>;
export type Overlay = z.output<typeof overlaySchema>;
export type MatterOverlay = z.output<typeof matterOverlaySchema>;
export type OverlayRecord = z.output<typeof overlayRecordSchema>;
