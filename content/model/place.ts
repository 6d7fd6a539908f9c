import { z } from 'zod';
import { textSchema } from '../common/text.ts';
import { keysOf, placeClasses } from './code-lists.ts';

const clockTime = String.raw`([01]\d|2[0-3]):[0-5]\d`;
const spanSchema = z
  .string()
  .regex(new RegExp(`^${clockTime}-${clockTime}$`), 'hours are written like 08:30-12:00')
  .refine(span => span.slice(0, 5) < span.slice(6), 'hours must end after they begin');
const daySchema = z.array(spanSchema).default([]);

/** Opening hours of the windows by weekday, local time. Public holidays are not in it yet. */
export const hoursSchema = z.strictObject({
  mon: daySchema,
  tue: daySchema,
  wed: daySchema,
  thu: daySchema,
  fri: daySchema,
  sat: daySchema,
  sun: daySchema,
});

/** A township's or subdistrict's service centre (便民服务中心) with its 24-hour self-service zone. */
export const placeSchema = z.strictObject({
  /** Statistical division code of the unit, 9 digits. */
  code: z.string().regex(/^331003\d{3}$/, 'a place code is 331003 and three digits'),
  /** Of the unit: 上垟乡. */
  unit: textSchema,
  /** Of the centre: 上垟乡便民服务中心. */
  name: textSchema,
  class: z.enum(keysOf(placeClasses)),
  sample: z.boolean(),
  address: textSchema,
  hours: hoursSchema,
  phone: z.string().regex(/^0576-\d{8}$/, 'a phone number has the area code, like 0576-80000000'),
  windows: z.int().min(1),
  staff: z.int().min(1),
  areaM2: z.int().min(1),
  selfServiceZone: z.strictObject({ hours: z.literal('24h'), where: textSchema }),
  villages: z.array(z.strictObject({ code: z.string().regex(/^331003\d{6}$/), name: z.string().min(1) })),
});

export type Place = z.output<typeof placeSchema>;
export type Hours = z.output<typeof hoursSchema>;
