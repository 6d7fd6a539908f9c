import { z } from 'zod';
import { textSchema } from '../common/text.ts';

const daySchema = z.string().regex(/^(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/, 'a day is written like 10-01');

/** The days of one year that are not what their weekday says: public holidays and make-up work days (调休). */
export const calendarSchema = z.strictObject({
  year: z.int().min(2000).max(2100),
  days: z.record(daySchema, z.enum(['holiday', 'workday'])),
  names: z.record(daySchema, textSchema).default({}).describe('What the holiday is called'),
});

export type Calendar = z.output<typeof calendarSchema>;
export type DayKind = Calendar['days'][string];
