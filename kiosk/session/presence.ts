import type { VisitView } from '../../device-bridge/api/types.ts';

const reportEveryMs = 1000;

/**
 * At most one report a second. None while the countdown shows: it asks a question of its own, and a report at the first
 * contact would take the button 结束 away from under the finger.
 */
export function mayReport(phase: VisitView['phase'], lastReportAt: number | null, now: number): boolean {
  if (phase !== 'present') return false;
  return lastReportAt === null || now - lastReportAt >= reportEveryMs;
}
