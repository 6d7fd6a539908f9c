import { z } from 'zod';
import { textSchema } from '../common/text.ts';
import { fields, handlingAreas, keysOf, materialNeeds, powerLevels } from './code-lists.ts';

export const idSchema = z
  .string()
  .regex(/^[a-z][a-z0-9]*(-[a-z0-9]+)*$/, 'an id is lower-case words joined by hyphens, like newborn-registration');

/** Holds when every named question has one of the listed answers. An absent condition always holds. */
export const conditionSchema = z.record(idSchema, z.array(idSchema).min(1));

const optionSchema = z.strictObject({
  id: idSchema,
  label: textSchema,
  /** Exactly one option of a question is the default: it is what is shown before anybody answers. */
  default: z.literal(true).optional(),
});

const questionSchema = z.strictObject({
  id: idSchema,
  ask: textSchema,
  /** Asked only when this holds for earlier answers. */
  when: conditionSchema.optional(),
  options: z.array(optionSchema).min(2).max(4),
});

const materialSchema = z.strictObject({
  id: idSchema,
  name: textSchema,
  note: textSchema.optional(),
  need: z.enum(keysOf(materialNeeds)).default('must'),
  /** paper, electronic or either (element "material form"). */
  form: z.enum(['paper', 'electronic', 'either']).default('either'),
  source: z.enum(['applicant', 'government', 'other']).default('applicant'),
  copies: z.int().min(1).max(10).default(1),
  /** Present when shared data gives this material, so that the citizen need not bring it: who gives it. */
  sharedBy: textSchema.optional(),
  when: conditionSchema.optional(),
});

const limitSchema = z
  .strictObject({
    /** immediate (即办件) or promised (承诺件). */
    caseType: z.enum(['immediate', 'promised']),
    statutoryWorkingDays: z.int().min(0).max(365).optional(),
    promisedWorkingDays: z.int().min(0).max(365),
    when: conditionSchema.optional(),
  })
  .refine(limit => (limit.caseType === 'immediate') === (limit.promisedWorkingDays === 0), {
    message: 'an immediate case promises 0 working days, a promised case at least 1',
    path: ['promisedWorkingDays'],
  });

const feeSchema = z.strictObject({
  yuan: z.number().min(0).max(100000),
  per: textSchema.optional(),
  basis: textSchema.optional(),
  when: conditionSchema.optional(),
});

const visitsSchema = z
  .strictObject({ count: z.int().min(0).max(5), why: textSchema.optional() })
  .refine(visits => visits.count > 0 === (visits.why !== undefined), {
    message: 'visits above 0 need a reason (why), 0 visits must have none',
    path: ['why'],
  });

const depthSchema = z.enum(['I', 'II', 'III', 'IV']);

const endsSchema = z.strictObject({
  web: z
    .strictObject({ depth: depthSchema, name: textSchema, url: z.url({ protocol: /^https$/ }).optional() })
    .optional(),
  phone: z.strictObject({ depth: depthSchema, name: textSchema }).optional(),
  window: z.strictObject({ name: textSchema }).optional(),
  terminal: z
    .strictObject({
      /** The service this terminal starts for the matter. */
      service: z.enum(['certificate', 'guide-only']),
      /** Kind of certificate at the platform; needed when service is certificate. */
      certificate: idSchema.optional(),
    })
    .refine(terminal => (terminal.service === 'certificate') === (terminal.certificate !== undefined), {
      message: 'service: certificate needs the kind of certificate, and only it',
      path: ['certificate'],
    })
    .optional(),
});

const phoneNumberSchema = z
  .string()
  .regex(
    /^(0576-\d{7,8}|12345|12333|12329|12393|95598)$/,
    'a phone number has the area code (0576-…) or is a short line',
  );

/**
 * One matter (事项) and its guide. Elements follow the national exchange set of service guides;
 * what real data often lacks is optional and the screens read well without it.
 */
export const matterSchema = z.strictObject({
  id: idSchema,
  name: textSchema,
  /** Everyday words people type or say for it. */
  aliases: z.array(z.string().min(1)).default([]),
  /** True for text written by this project and not by an authority; shown as 示例. */
  sample: z.boolean(),
  level: z.enum(keysOf(powerLevels)),
  field: z.enum(keysOf(fields)),
  lifeEvents: z.array(idSchema).default([]),
  department: textSchema,
  /** What it is, in one or two sentences a 75-year-old understands. */
  summary: textSchema,
  /** Who may apply. */
  who: textSchema,
  audience: z.array(z.enum(['person', 'company'])).min(1),
  basicCode: z
    .string()
    .regex(/^\d{12}$/, 'the basic code has 12 digits')
    .optional(),
  questions: z.array(questionSchema).max(3).default([]),
  materials: z.array(materialSchema).default([]),
  /** The first whose condition holds is the one that counts. */
  limits: z.array(limitSchema).min(1),
  fees: z.array(feeSchema).min(1),
  visits: visitsSchema,
  area: z.enum(keysOf(handlingAreas)),
  ends: endsSchema,
  steps: z.array(textSchema).default([]),
  result: textSchema.optional(),
  legalBasis: z.array(textSchema).default([]),
  faq: z.array(z.strictObject({ question: textSchema, answer: textSchema })).default([]),
  phones: z.strictObject({ consult: phoneNumberSchema, complaint: phoneNumberSchema }),
  /** Most used in the district's townships: shown on the home screen in this order. */
  popular: z.int().min(1).optional(),
  reviewBy: z.iso.date().optional(),
});

export type Matter = z.output<typeof matterSchema>;
export type Question = Matter['questions'][number];
export type Material = Matter['materials'][number];
export type Condition = z.output<typeof conditionSchema>;
