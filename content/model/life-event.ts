import { z } from 'zod';
import { textSchema } from '../common/text.ts';
import { idSchema } from './condition.ts';

/** A life event (一件事): several matters that belong to one turn of life. Matters name it; the order here is the order shown. */
export const lifeEventSchema = z.strictObject({
  id: idSchema,
  name: textSchema,
  summary: textSchema,
  icon: z.string().min(1),
  sample: z.boolean(),
});

export type LifeEvent = z.output<typeof lifeEventSchema>;
