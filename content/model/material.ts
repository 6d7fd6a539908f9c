import { z } from 'zod';
import { textSchema } from '../common/text.ts';
import { keysOf, materialForms, materialNeeds, materialSources, materialTypes } from './code-lists.ts';
import { conditionSchema, idSchema } from './condition.ts';
import { addressSchema } from './contacts.ts';
import { materialPictures } from './material-pictures.ts';

/** One paper or record that a matter asks for (申请材料). */
export const materialSchema = z.strictObject({
  id: idSchema,
  name: textSchema,
  note: textSchema.optional().describe('What the citizen should know of it, like: the original'),
  type: z.enum(keysOf(materialTypes)).optional(),
  need: z.enum(keysOf(materialNeeds)).default('must'),
  form: z.enum(keysOf(materialForms)).default('either'),
  source: z.enum(keysOf(materialSources)).default('applicant').describe('Who issues it'),
  copies: z.int().min(1).max(10).default(1),
  blankForm: addressSchema.optional().describe('Where the blank form is'),
  filledExample: addressSchema.optional().describe('Where a filled example is'),
  howToFill: textSchema.optional(),
  picture: z
    .enum(keysOf(materialPictures))
    .optional()
    .describe('Drawing beside it; only where the id does not already say which'),
  sharedBy: textSchema
    .optional()
    .describe('Given by shared data, so the citizen need not bring it: which authority gives it'),
  sharedLicence: textSchema.optional().describe('The electronic licence that stands for it, like 结婚证'),
  when: conditionSchema.optional(),
});

export type Material = z.output<typeof materialSchema>;
