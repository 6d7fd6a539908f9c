import { z } from 'zod';

/** Words for a screen: Chinese always, English where there is some. Authors may write plain Chinese as a string. */
export const textSchema = z
  .union([z.string().min(1), z.strictObject({ zh: z.string().min(1), en: z.string().min(1).optional() })])
  .transform((value): Text => (typeof value === 'string' ? { zh: value } : pruned(value)));

export interface Text {
  zh: string;
  en?: string;
}

function pruned(value: { zh: string; en?: string | undefined }): Text {
  return value.en === undefined ? { zh: value.zh } : { zh: value.zh, en: value.en };
}
