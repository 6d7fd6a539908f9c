import { z } from 'zod';

/** Field of a signed root whose keys are those of a trial start: a real terminal refuses it. */
export const demoRootField = 'x-demo';

const markedSchema = z.object({ signed: z.object({ [demoRootField]: z.literal(true) }) });

/** Whether a root.json (parsed) is a trial's. The mark is signed: it cannot be taken off without the root's keys. */
export function isDemoRoot(root: unknown): boolean {
  return markedSchema.safeParse(root).success;
}
