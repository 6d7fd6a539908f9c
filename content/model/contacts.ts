import { z } from 'zod';

/** Form only; that it has the area code or is a short line is a rule of the content check. */
export const phoneSchema = z
  .string()
  .regex(/^\d[\d-]{1,18}\d$/, 'a phone number has digits and hyphens, like 0576-80000000 or 12345');

/** Text that a record carries about itself on the web. */
export const addressSchema = z.url({ protocol: /^https$/ });

/** Taizhou's area code with the number, or a short service line (12345, 95598, 110). */
export function isCompletePhone(phone: string): boolean {
  return /^(0576-\d{7,8}|1\d{2}|1\d{4}|9\d{4,5})$/.test(phone);
}
