import { z } from 'zod';

/** Who gets a new version when: signed with it. A terminal outside keeps what it has. */
export const rolloutSchema = z.strictObject({
  /** Terminals (by id) that get it at once. */
  canaries: z.array(z.string()).default([]),
  /**
   * Shares of all terminals by time, in order; a terminal is in when its cohort is below the share that counts now.
   * Whole percents: signed documents hold no fractions (canonical JSON refuses them).
   */
  ramp: z.array(z.strictObject({ from: z.iso.datetime(), percent: z.int().min(0).max(100) })).default([]),
  /** True: no terminal takes it that has not already. */
  halted: z.boolean().default(false),
  /** Local hours (China) in which terminals may switch, like { from: 0, to: 6 }; absent: any. */
  hours: z.strictObject({ from: z.int().min(0).max(23), to: z.int().min(1).max(24) }).optional(),
});
export type Rollout = z.output<typeof rolloutSchema>;

/** `custom` of the target `<folder>/records.zst`. */
export const publicationSchema = z.strictObject({
  /** Grows with every change of the role's content; a rollback is old content under a higher version. */
  version: z.int().min(1),
  stateHash: z.string().regex(/^[0-9a-f]{64}$/),
  rollout: rolloutSchema,
  /** The version this one brings back, when it is a rollback. */
  rollbackOf: z.int().min(1).optional(),
});
export type Publication = z.output<typeof publicationSchema>;

/** How many versions back a delta is offered from; older terminals take the whole bundle. */
export const deltaHistory = 20;

export function bundleTarget(folder: string): string {
  return `${folder}/records.zst`;
}

/** Bytes that turn version `from` into the one of `bundleTarget`. */
export function deltaTarget(folder: string, from: number): string {
  return `${folder}/from-${from}.zst`;
}
