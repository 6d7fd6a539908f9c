import { z } from 'zod';
import { textSchema } from '../common/text.ts';
import { calendarSchema } from './calendar.ts';
import { lifeEventSchema } from './life-event.ts';
import { matterSchema } from './matter.ts';
import { noticeSchema } from './overlay.ts';
import { placeSchema } from './place.ts';
import { searchEntrySchema } from './search-entry.ts';

/** A matter as one terminal shows it: with what the levels above and the own township laid over it. */
const shownMatterSchema = matterSchema.extend({
  /** The windows of this place do not handle it: why not, and the codes of places whose windows do. */
  unavailable: z.strictObject({ why: textSchema, elsewhere: z.array(z.string()) }).optional(),
});

/** Everything a terminal shows, compiled and whole. Named by the digest of its bytes. */
export const generationSchema = z.strictObject({
  formatVersion: z.literal(2),
  matters: z.array(shownMatterSchema),
  places: z.array(placeSchema),
  lifeEvents: z.array(lifeEventSchema),
  /** Of the district first, then of the own township; each says when it counts. */
  notices: z.array(noticeSchema),
  /** In the order of years. A year that is not known yet is not there. */
  calendars: z.array(calendarSchema),
  /** Id of a matter -> key of each of its situations -> id of the guide's QR code. */
  codes: z.record(z.string(), z.record(z.string(), z.string())),
  search: z.array(searchEntrySchema),
  /** Words for the on-screen keyboard: pinyin without tones -> words, the likeliest first. */
  lexicon: z.record(z.string(), z.array(z.string())),
});

export type ShownMatter = z.output<typeof shownMatterSchema>;
export type Generation = z.output<typeof generationSchema>;
export type { SearchEntry } from './search-entry.ts';
