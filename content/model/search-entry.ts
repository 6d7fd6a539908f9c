import { z } from 'zod';

/** One string a matter can be found by: its characters and, for each, every pinyin reading without tones. */
export const searchEntrySchema = z.strictObject({
  matterId: z.string(),
  text: z.string(),
  /** As long as `text`: readings[i] are the readings of text[i]; a letter or digit reads as itself. */
  readings: z.array(z.array(z.string())),
  kind: z.enum(['name', 'alias']),
});

export type SearchEntry = z.output<typeof searchEntrySchema>;
