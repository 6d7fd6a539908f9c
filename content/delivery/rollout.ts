import { createHash } from 'node:crypto';
import { chinaTime } from '../common/local-date.ts';
import type { Publication, Rollout } from './publication.ts';

/** Where a terminal stands in 0..1 for a version: even, fixed, and another for each version. */
export function cohort(terminalId: string, version: number): number {
  const digest = createHash('sha256').update(`${terminalId}:${version}`).digest();
  return digest.readUIntBE(0, 6) / 2 ** 48;
}

/** Whether this terminal may take the version now (milliseconds since 1970). */
export function isRolledOutTo(terminalId: string, { version, rollout }: Publication, now: number): boolean {
  if (rollout.halted) return false;
  if (rollout.hours !== undefined && !withinHours(rollout.hours, now)) return false;
  if (rollout.canaries.includes(terminalId)) return true;
  // No ramp and no canary: everybody, at once.
  if (rollout.ramp.length === 0) return rollout.canaries.length === 0;
  const percent = rollout.ramp.filter(({ from }) => Date.parse(from) <= now).at(-1)?.percent ?? 0;
  return cohort(terminalId, version) * 100 < percent;
}

/** Whether every terminal is in by now, apart from the hours. */
export function isForAll({ halted, canaries, ramp }: Rollout, now: number): boolean {
  if (halted) return false;
  if (ramp.length === 0) return canaries.length === 0;
  return ramp.filter(({ from }) => Date.parse(from) <= now).at(-1)?.percent === 100;
}

function withinHours({ from, to }: { from: number; to: number }, now: number): boolean {
  const hour = Math.floor(chinaTime(now).minutes / 60);
  return from < to ? from <= hour && hour < to : hour >= from || hour < to;
}
