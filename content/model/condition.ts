import { z } from 'zod';

export const idSchema = z
  .string()
  .regex(/^[a-z][a-z0-9]*(-[a-z0-9]+)*$/, 'an id is lower-case words joined by hyphens, like newborn-registration');

/** Holds when every named question has one of the listed answers. An absent condition always holds. */
export const conditionSchema = z
  .record(idSchema, z.array(idSchema).min(1))
  .describe('Only in situations where each named question has one of these answers');

export type Condition = z.output<typeof conditionSchema>;
