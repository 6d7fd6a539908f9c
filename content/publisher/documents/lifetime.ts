import { z } from 'zod';
import type { DocumentKind } from './document.ts';

/** Days from signing to expiry. Short where a server signs by itself, long where people must come together. */
export const lifetimeDaysSchema = z.strictObject({
  root: z.number().min(1).default(365),
  targets: z.number().min(1).default(365),
  snapshot: z.number().min(1).default(30),
  timestamp: z.number().min(1).default(7),
});
export type LifetimeDays = z.output<typeof lifetimeDaysSchema>;

/** A document is signed anew when less than this share of its life is left. */
const renewalShare: Record<DocumentKind, number> = { root: 1 / 4, targets: 1 / 6, snapshot: 1 / 3, timestamp: 1 / 2 };

const dayMs = 24 * 60 * 60_000;

/** To the second, as TUF writes it. */
export function expiryOf(kind: DocumentKind, lifetimeDays: LifetimeDays, now: Date): string {
  return new Date(now.getTime() + lifetimeDays[kind] * dayMs).toISOString().replace(/\.\d+Z$/, 'Z');
}

export function needsRenewal(kind: DocumentKind, expires: string, lifetimeDays: LifetimeDays, now: Date): boolean {
  return Date.parse(expires) - now.getTime() < lifetimeDays[kind] * dayMs * renewalShare[kind];
}

/** The version of the specification that is followed. */
export const specVersion = '1.0.31';
