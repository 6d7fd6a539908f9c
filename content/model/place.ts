import { z } from 'zod';
import { textSchema } from '../common/text.ts';
import { fields, keysOf, placeClasses } from './code-lists.ts';
import { idSchema } from './condition.ts';
import { phoneSchema } from './contacts.ts';
import { hoursSchema, spanSchema } from './hours.ts';
import { positionSchema } from './position.ts';

export const placeCodeSchema = z.string().regex(/^331003\d{3}$/, 'a place code is 331003 and three digits');
const villageCodeSchema = z.string().regex(/^331003\d{6}$/, 'a village code is 331003 and six digits');

/** Matters by field of life, by id, or both. */
const handlesSchema = z.strictObject({
  fields: z.array(z.enum(keysOf(fields))).default([]),
  matters: z.array(idSchema).default([]),
});

/** A township's or subdistrict's service centre (便民服务中心) with its 24-hour self-service zone. */
export const placeSchema = z.strictObject({
  code: placeCodeSchema.describe('Statistical division code of the unit, 9 digits'),
  unit: textSchema.describe('Of the unit, like 上垟乡'),
  name: textSchema.describe('Of the centre, like 上垟乡便民服务中心'),
  class: z.enum(keysOf(placeClasses)),
  sample: z.boolean(),
  address: textSchema,
  position: positionSchema
    .optional()
    .describe('For distances and the drawn map; absent: not on the map, and last in lists'),
  hours: hoursSchema,
  holidays: z
    .enum(['closed', 'open'])
    .default('closed')
    .describe('On public holidays: closed, or open as on any day of rest (no-rest-day service, else usual hours)'),
  noRestDay: z
    .strictObject({ hours: z.array(spanSchema).min(1) })
    .optional()
    .describe('No-rest-day service (无休日): hours on days of rest on which the windows would be closed'),
  phone: phoneSchema,
  otherPhones: z.array(z.strictObject({ name: textSchema, phone: phoneSchema })).default([]),
  windows: z.int().min(1).describe('How many windows'),
  staff: z.int().min(1),
  areaM2: z.int().min(1),
  counters: z
    .array(z.strictObject({ name: textSchema, where: textSchema.optional(), ...handlesSchema.shape }))
    .default([])
    .describe('Windows by name, and what each handles'),
  handles: handlesSchema.optional().describe('What its windows handle; absent: everything'),
  agents: z
    .array(
      z.strictObject({
        name: textSchema,
        phone: phoneSchema,
        villages: z.array(villageCodeSchema).default([]).describe('Empty: the whole place'),
      }),
    )
    .default([])
    .describe('Whom to ask for agent service (代办)'),
  selfServiceZone: z.strictObject({ hours: z.literal('24h'), where: textSchema }),
  villages: z.array(z.strictObject({ code: villageCodeSchema, name: z.string().min(1) })),
});

export type Place = z.output<typeof placeSchema>;
export type { Hours } from './hours.ts';
