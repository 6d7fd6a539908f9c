import { z } from 'zod';

const clockTime = String.raw`([01]\d|2[0-3]):[0-5]\d`;
export const spanSchema = z
  .string()
  .regex(new RegExp(`^${clockTime}-${clockTime}$`), 'hours are written like 08:30-12:00')
  .refine(span => span.slice(0, 5) < span.slice(6), 'hours must end after they begin');
const daySchema = z.array(spanSchema).default([]);

/** Opening hours of windows by weekday, local time. A make-up work day (调休上班) has Monday's hours. */
export const hoursSchema = z.strictObject({
  mon: daySchema,
  tue: daySchema,
  wed: daySchema,
  thu: daySchema,
  fri: daySchema,
  sat: daySchema,
  sun: daySchema,
});

export type Hours = z.output<typeof hoursSchema>;
