import { z } from 'zod';
import { textSchema } from '../common/text.ts';
import { exerciseLevels, fields, handlingAreas, keysOf, matterTypes, otherWays, powerLevels } from './code-lists.ts';
import { conditionSchema, idSchema } from './condition.ts';
import { phoneSchema } from './contacts.ts';
import { endsSchema } from './ends.ts';
import { materialSchema } from './material.ts';
import { feeSchema, limitSchema, resultSchema, stepSchema, visitsSchema } from './procedure.ts';

const optionSchema = z.strictObject({
  id: idSchema,
  label: textSchema,
  default: z
    .literal(true)
    .optional()
    .describe('On exactly one option of a question: what is shown before anybody answers'),
});

const questionSchema = z.strictObject({
  id: idSchema,
  ask: textSchema,
  when: conditionSchema.optional().describe('Asked only when this holds for earlier answers'),
  options: z.array(optionSchema).min(2).max(4),
});

const codeSchema = z.string().regex(/^[0-9A-Z]{4,60}$/, 'a code has digits and capital letters');
const topicsSchema = z.array(z.string().min(1)).default([]);

/**
 * One matter (事项) and its guide. Elements follow the national exchange set of service guides;
 * what real data often lacks is optional and the screens read well without it.
 */
export const matterSchema = z.strictObject({
  id: idSchema.describe('Given once and never again: printed QR codes and addresses depend on it'),
  name: textSchema.describe('The official name'),
  aliases: z.array(z.string().min(1)).default([]).describe('Everyday words people type or say for it'),
  sample: z.boolean().describe('True for text that no authority wrote; shown as 示例'),
  type: z.enum(keysOf(matterTypes)),
  level: z.enum(keysOf(powerLevels)).describe('Where the power comes from'),
  exerciseLevel: z.enum(keysOf(exerciseLevels)).optional(),
  field: z.enum(keysOf(fields)).describe('Field of life: where it stands in the menus'),
  lifeEvents: z.array(idSchema).default([]),
  department: textSchema.describe('The responsible body'),
  delegatedBody: textSchema.optional().describe('Who handles it for the responsible body'),
  summary: textSchema.describe('What it is, in one or two sentences a 75-year-old understands'),
  who: textSchema.describe('Who may apply'),
  conditions: z.array(textSchema).default([]).describe('Acceptance conditions, one each'),
  audience: z.array(z.enum(['person', 'company'])).min(1),
  topics: z.strictObject({ person: topicsSchema, company: topicsSchema }).optional(),
  basicCode: codeSchema.optional().describe('Basic code, 12 digits: province 2, type 2, item 5, sub-item 3'),
  implementationCode: codeSchema.optional().describe('31 characters: body 18, level 1, basic code 12'),
  handlingItemCode: codeSchema.optional().describe('Implementation code and 2 more'),
  version: z.int().min(1).optional(),
  changed: z
    .strictObject({ on: z.iso.date(), what: textSchema })
    .optional()
    .describe('The last change a citizen notices, from which day on and in one sentence'),
  effectiveFrom: z.iso.date().optional().describe('Hidden before this day'),
  cancelledFrom: z.iso.date().optional().describe('Hidden from this day on'),
  reviewBy: z.iso.date().optional().describe('By when somebody must read it again'),
  questions: z.array(questionSchema).max(3).default([]),
  materials: z.array(materialSchema).default([]),
  limits: z.array(limitSchema).min(1),
  fees: z.array(feeSchema).min(1),
  visits: visitsSchema,
  area: z.enum(keysOf(handlingAreas)),
  ends: endsSchema,
  otherWays: z.array(z.enum(keysOf(otherWays))).default([]),
  express: z
    .strictObject({ papers: z.boolean().default(false), result: z.boolean().default(false) })
    .optional()
    .describe('Express delivery: of the papers to the office, of the result to the citizen'),
  steps: z.array(stepSchema).default([]),
  result: resultSchema.optional(),
  legalBasis: z.array(textSchema).default([]),
  faq: z.array(z.strictObject({ question: textSchema, answer: textSchema })).default([]),
  phones: z.strictObject({ consult: phoneSchema, complaint: phoneSchema }),
  popular: z.int().min(1).optional().describe('1, 2, 3 …: its place among the most used on the home screen'),
});

export type Matter = z.output<typeof matterSchema>;
export type Question = Matter['questions'][number];
export type { Condition } from './condition.ts';
export type { Material } from './material.ts';
