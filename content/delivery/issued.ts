import { z } from 'zod';

/** Field of a signed timestamp.json: when it was signed. TUF itself says only when a document expires. */
export const issuedField = 'x-issued';

const issuedSchema = z.object({ signed: z.object({ [issuedField]: z.iso.datetime() }) });

/** Milliseconds since 1970 at which the timestamp (parsed) was signed; null when it does not say. */
export function issuedAt(timestamp: unknown): number | null {
  const parsed = issuedSchema.safeParse(timestamp);
  return parsed.success ? Date.parse(parsed.data.signed[issuedField]) : null;
}
