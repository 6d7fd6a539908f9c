import { z } from 'zod';
import { lifeEventSchema } from './life-event.ts';
import { matterSchema } from './matter.ts';
import { placeSchema } from './place.ts';

/** One string a matter can be found by: its characters and, for each, every pinyin reading without tones. */
export const searchEntrySchema = z.strictObject({
  matterId: z.string(),
  text: z.string(),
  /** As long as `text`: readings[i] are the readings of text[i]; a letter or digit reads as itself. */
  readings: z.array(z.array(z.string())),
  kind: z.enum(['name', 'alias']),
});

/** Everything a terminal shows, compiled and whole. Named by the digest of its bytes. */
export const generationSchema = z.strictObject({
  formatVersion: z.literal(1),
  matters: z.array(matterSchema),
  places: z.array(placeSchema),
  lifeEvents: z.array(lifeEventSchema),
  search: z.array(searchEntrySchema),
  /** Words for the on-screen keyboard: pinyin without tones -> words, the likeliest first. */
  lexicon: z.record(z.string(), z.array(z.string())),
});

export type Generation = z.output<typeof generationSchema>;
export type SearchEntry = z.output<typeof searchEntrySchema>;

/** What the publisher signs: which bundle is current. Digests are sha256 in hex. */
export const manifestSchema = z.strictObject({
  signed: z.strictObject({
    /** Grows by one with every publication; a terminal refuses a smaller one. */
    version: z.int().min(1),
    publishedAt: z.iso.datetime(),
    bundle: z.strictObject({
      path: z.string().regex(/^bundles\/[0-9a-f]{64}\.json$/),
      sha256: z.string().regex(/^[0-9a-f]{64}$/),
      bytes: z
        .int()
        .min(1)
        .max(64 * 1024 * 1024),
    }),
  }),
  /** Ed25519 over the canonical JSON of `signed`, base64. keyId: sha256 of the public key as SubjectPublicKeyInfo (DER), hex. */
  signatures: z.array(z.strictObject({ keyId: z.string().regex(/^[0-9a-f]{64}$/), signature: z.base64() })).min(1),
});

export type Manifest = z.output<typeof manifestSchema>;
