import { z } from 'zod';
import { type Role, roleSchema } from '../../delivery/roles.ts';
import type { Delegations, Signers } from '../documents/document.ts';
import { lifetimeDaysSchema } from '../documents/lifetime.ts';
import { type PublicKeys, tufKey } from '../documents/signing.ts';

/**
 * Who holds keys. `root` says whose word counts; `snapshot` and `timestamp` say what is current; `deltas` signs deltas
 * from older versions (content/delivery/repository-layout.ts); the rest publish content.
 */
export const keyRoleSchema = z.enum(['root', 'snapshot', 'timestamp', 'deltas']).or(roleSchema);
export type KeyRole = z.output<typeof keyRoleSchema>;

const keyIdSchema = z.string().regex(/^[0-9a-f]{64}$/);

/** roles.json in the folder of keys: who is meant to sign what. No secret. Publishing makes it so, signed. */
export const trustPlanSchema = z.strictObject({
  /** Keys of a trial start, which real terminals refuse. */
  demo: z.boolean(),
  lifetimeDays: lifetimeDaysSchema,
  /** Key id -> whose key: the private half is in NAME.pem, here or with its holder. */
  keys: z.record(keyIdSchema, z.strictObject({ name: z.string().regex(/^[\w-]+$/), public: keyIdSchema })),
  roles: z.record(z.string(), z.strictObject({ threshold: z.int().min(1), keyIds: z.array(keyIdSchema).min(1) })),
});
export type TrustPlan = z.output<typeof trustPlanSchema>;

/** Null when nobody has keys for it. */
export function signersOf(plan: TrustPlan, role: KeyRole): Signers | null {
  const planned = plan.roles[role];
  return planned === undefined ? null : { keyids: planned.keyIds, threshold: planned.threshold };
}

export function publicKeysOf(plan: TrustPlan): PublicKeys {
  return Object.fromEntries(Object.entries(plan.keys).map(([id, key]) => [id, tufKey(key.public)]));
}

/** The keys that these signers need, for the document that names them. */
export function keysFor(plan: TrustPlan, all: readonly Signers[]): Delegations['keys'] {
  const ids = [...new Set(all.flatMap(({ keyids }) => keyids))].sort();
  return Object.fromEntries(ids.map(id => [id, tufKey(plan.keys[id]?.public ?? '')]));
}

export function nameOfKey(plan: TrustPlan, keyId: string): string {
  return plan.keys[keyId]?.name ?? keyId;
}

/** Townships with keys, in order. */
export function townsOf(plan: TrustPlan): Role[] {
  return Object.keys(plan.roles)
    .filter(role => role.startsWith('town-'))
    .sort()
    .map(role => roleSchema.parse(role));
}
