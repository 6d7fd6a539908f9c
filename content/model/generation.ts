import { z } from 'zod';
import { textSchema } from '../common/text.ts';
import { calendarSchema } from './calendar.ts';
import { lifeEventSchema } from './life-event.ts';
import { matterSchema } from './matter.ts';
import { noticeSchema } from './overlay.ts';
import { placeSchema } from './place.ts';
import type { SearchEntry } from './search-entry.ts';
import { speechIndexSchema } from './speech/speech-reference.ts';

/** A matter as one terminal shows it: with what the levels above and the own township laid over it. */
const shownMatterSchema = matterSchema.extend({
  /** The windows of this place do not handle it: why not, and the codes of places whose windows do. */
  unavailable: z.strictObject({ why: textSchema, elsewhere: z.array(z.string()) }).optional(),
});

/** Everything a terminal shows, compiled and whole. Named by the digest of its bytes. */
export const generationSchema = z.strictObject({
  formatVersion: z.literal(3),
  matters: z.array(shownMatterSchema),
  places: z.array(placeSchema),
  lifeEvents: z.array(lifeEventSchema),
  /** Of the district first, then of the own township; each says when it counts. */
  notices: z.array(noticeSchema),
  /** In the order of years. A year that is not known yet is not there. */
  calendars: z.array(calendarSchema),
  /** Id of a matter -> key of each of its situations -> id of the guide's QR code. */
  codes: z.record(z.string(), z.record(z.string(), z.string())),
  /** The same for the page where a company begins, of matters that companies may apply for too. */
  companyCodes: z.record(z.string(), z.record(z.string(), z.string())).optional(),
  /** sha256 of the index by which its matters are found (content/model/search), hex. */
  searchDigest: z.string(),
  /** Words for the on-screen keyboard: pinyin without tones -> words, the likeliest first. */
  lexicon: z.record(z.string(), z.array(z.string())),
  /** Where its sounds are; absent when it was published without. */
  speech: speechIndexSchema.optional(),
});

export type ShownMatter = z.output<typeof shownMatterSchema>;
export type Generation = z.output<typeof generationSchema>;
/** A generation before what it is searched by is packed into an index (pack-generation.ts). */
export type Composed = Omit<Generation, 'searchDigest'> & { search: SearchEntry[] };
export type { SearchEntry } from './search-entry.ts';
