import { z } from 'zod';
import { issuedField } from '../../delivery/issued.ts';

/** Hex of a sha256. */
const digest = z.string().regex(/^[0-9a-f]{64}$/);

const tufKeySchema = z.object({
  keytype: z.literal('ed25519'),
  scheme: z.literal('ed25519'),
  /** The 32 bytes of the public key, hex. */
  keyval: z.object({ public: digest }),
});
export type TufKey = z.output<typeof tufKeySchema>;

/** Who signs: `threshold` of the keys. */
const signersSchema = z.object({ keyids: z.array(digest), threshold: z.int().min(1) });
export type Signers = z.output<typeof signersSchema>;

const common = { spec_version: z.string(), version: z.int().min(1), expires: z.iso.datetime() };

const rootSchema = z.looseObject({
  _type: z.literal('root'),
  ...common,
  consistent_snapshot: z.literal(true),
  keys: z.record(digest, tufKeySchema),
  roles: z.object({ root: signersSchema, targets: signersSchema, snapshot: signersSchema, timestamp: signersSchema }),
});
const metaSchema = z.record(z.string(), z.object({ version: z.int().min(1) }));
const timestampSchema = z.looseObject({
  _type: z.literal('timestamp'),
  ...common,
  meta: metaSchema,
  /** From it terminals know a clock that is behind. */
  [issuedField]: z.iso.datetime().optional(),
});
const snapshotSchema = z.looseObject({ _type: z.literal('snapshot'), ...common, meta: metaSchema });

const targetFileSchema = z.object({
  length: z.int().min(0),
  hashes: z.object({ sha256: digest }),
  custom: z.unknown().optional(),
});
const delegationsSchema = z.object({
  keys: z.record(digest, tufKeySchema),
  roles: z.array(signersSchema.extend({ name: z.string(), paths: z.array(z.string()), terminating: z.literal(true) })),
});
const targetsSchema = z.looseObject({
  _type: z.literal('targets'),
  ...common,
  targets: z.record(z.string(), targetFileSchema),
  delegations: delegationsSchema.optional(),
});

export type Delegations = z.output<typeof delegationsSchema>;
export type TargetFile = z.output<typeof targetFileSchema>;

/** TUF documents, as this publisher writes them: https://theupdateframework.github.io/specification/v1.0.31/ */
const signedSchemas = {
  root: rootSchema,
  timestamp: timestampSchema,
  snapshot: snapshotSchema,
  targets: targetsSchema,
};
export type DocumentKind = keyof typeof signedSchemas;
export type SignedOf<K extends DocumentKind> = z.output<(typeof signedSchemas)[K]>;

export interface Signature {
  keyid: string;
  /** Ed25519 over the canonical JSON of `signed`, hex. */
  sig: string;
}

export interface Document<K extends DocumentKind = DocumentKind> {
  signatures: Signature[];
  signed: SignedOf<K>;
}

const signaturesSchema = z.array(z.object({ keyid: digest, sig: z.string().regex(/^[0-9a-f]{128}$/) }));

/** Null when the text is no whole document of this kind. Says nothing about who signed it. */
export function parseDocument<K extends DocumentKind>(kind: K, text: string): Document<K> | null {
  const schema = z.object({ signatures: signaturesSchema, signed: signedSchemas[kind] });
  const parsed = schema.safeParse(parsedJson(text));
  // The schema of `kind` gave it, which the compiler does not see through the index.
  return parsed.success ? (parsed.data as Document<K>) : null;
}

function parsedJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
