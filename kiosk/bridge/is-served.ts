import type { VisitView } from '../../device-bridge/api/types.ts';

/** The bridge does something for this citizen that only it can go on with. Whoever only reads goes on without it, and after it. */
export function isServed(visit: VisitView | undefined): boolean {
  return visit !== undefined && visit.phase !== 'idle' && visit.certificates.step !== 'idle';
}
