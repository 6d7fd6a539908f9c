import { z } from 'zod';
import { textSchema } from '../common/text.ts';
import { idSchema } from './condition.ts';
import { addressSchema } from './contacts.ts';
import { hoursSchema } from './hours.ts';

/** Online depth: I information, II forms, III handled online with a visit, IV wholly online. */
const depthSchema = z.enum(['I', 'II', 'III', 'IV']);

const terminalSchema = z
  .strictObject({
    service: z
      .enum(['certificate', 'application', 'guide-only'])
      .describe('What a terminal starts for the matter; guide-only: guide, QR code and checklist'),
    certificate: idSchema.optional().describe('Kind of certificate at the platform; with service certificate only'),
  })
  .refine(terminal => (terminal.service === 'certificate') === (terminal.certificate !== undefined), {
    message: 'service: certificate needs the kind of certificate, and only it',
    path: ['certificate'],
  });

/** The four ends (四端) that serve a matter; one that is absent does not. */
export const endsSchema = z.strictObject({
  web: z.strictObject({ depth: depthSchema, name: textSchema, url: addressSchema.optional() }).optional(),
  phone: z.strictObject({ depth: depthSchema, name: textSchema }).optional(),
  window: z
    .strictObject({
      name: textSchema,
      where: textSchema.optional().describe('Down to the window or room, like 2 楼 5 号窗口'),
      address: textSchema.optional().describe('Only when it is not at the service centre itself'),
      hours: hoursSchema.optional().describe('Only when they are not those of the service centre'),
    })
    .optional(),
  terminal: terminalSchema.optional(),
});
