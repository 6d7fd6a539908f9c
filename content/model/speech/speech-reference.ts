import { z } from 'zod';

/** A pack of sounds (`speech/<sha256>.pack` below the origin), named in a signed record: its bytes are held against it. */
export const speechReferenceSchema = z.strictObject({
  sha256: z.string().regex(/^[0-9a-f]{64}$/),
  bytes: z
    .int()
    .min(1)
    .max(32 * 1024 * 1024),
});
export type SpeechReference = z.output<typeof speechReferenceSchema>;

/** The sounds of a generation: of each matter's guide, and of what every screen may show (names, places, life events). */
export const speechIndexSchema = z.strictObject({
  matters: z.record(z.string(), speechReferenceSchema),
  shared: z.array(speechReferenceSchema),
});
export type SpeechIndex = z.output<typeof speechIndexSchema>;
