import { z } from 'zod';
import { textSchema } from '../common/text.ts';
import { caseTypes, keysOf, resultKinds, stepStages } from './code-lists.ts';
import { conditionSchema } from './condition.ts';
import { addressSchema } from './contacts.ts';

/** How long it takes; the first whose condition holds is the one that counts. */
export const limitSchema = z.strictObject({
  caseType: z.enum(keysOf(caseTypes)),
  statutoryWorkingDays: z.int().min(0).max(365).optional(),
  promisedWorkingDays: z.int().min(0).max(365),
  when: conditionSchema.optional(),
});

/** What it costs; the first whose condition holds is the one that counts. */
export const feeSchema = z.strictObject({
  yuan: z.number().min(0).max(100000),
  per: textSchema.optional(),
  basis: textSchema.optional().describe('The rule that sets the fee'),
  payOnline: z.boolean().optional().describe('Whether it can be paid online; never for what costs nothing'),
  when: conditionSchema.optional(),
});

export const visitsSchema = z.strictObject({
  count: z.int().min(0).max(5),
  why: textSchema.optional().describe('Needed above 0 visits, and only then'),
});

const stepObject = z.strictObject({
  text: textSchema,
  stage: z.enum(keysOf(stepStages)).optional().describe('Absent: something the citizen does before'),
  workingDays: z.number().min(0).max(365).optional().describe('Part of the promised limit that this step takes'),
  when: conditionSchema.optional(),
});

/** A step may be written as plain words, or with its stage, its time and the situations it belongs to. */
export const stepSchema = z.union([
  stepObject,
  textSchema.transform((text): z.output<typeof stepObject> => ({ text })),
]);

const resultObject = z.strictObject({
  name: textSchema,
  kind: z.enum(keysOf(resultKinds)).optional(),
  sample: z
    .strictObject({
      looks: textSchema.describe('What the citizen will hold in the hand, in words'),
      url: addressSchema.optional().describe('Where a picture of it is'),
    })
    .optional(),
});

/** A result may be written as plain words: its name. */
export const resultSchema = z.union([
  resultObject,
  textSchema.transform((name): z.output<typeof resultObject> => ({ name })),
]);

export type Step = z.output<typeof stepSchema>;
