import type { Look } from './scanner-backend.ts';
import type { ScannerDelays } from './scanner-delays.ts';
import type { ScannerStatus } from './types.ts';

/** The status between scans, and how far the ladder has been climbed: 0 healthy, 1 retry, 2 reset, 3 reported. */
export interface Health {
  status: Exclude<ScannerStatus, { state: 'scanning' }>;
  rung: 0 | 1 | 2 | 3;
}

/** Nothing is known yet, and what is not known cannot scan. */
export const unknownHealth: Health = { status: { state: 'absent', fault: 'scanner-absent' }, rung: 3 };

/** One look at the scanner: an answer counts at once, silence only after a retry and a reset. Pure. */
export function judge(before: Health, look: Look): Health {
  switch (look.seen) {
    case 'ready':
      return { status: { state: 'ready', feederLoaded: look.feederLoaded }, rung: 0 };
    case 'attention':
      return { status: { state: 'attention', fault: look.fault }, rung: 0 };
    case 'nothing':
      if (before.rung === 0) return { ...before, rung: 1 };
      if (before.rung === 1) return { ...before, rung: 2 };
      return { status: { state: 'absent', fault: look.fault }, rung: 3 };
  }
}

/** What comes before the next look: soon while the ladder is climbed, else at leisure. */
export function beforeNextLook({ rung }: Health, delays: ScannerDelays): { reset: boolean; pauseMs: number } {
  const pauseMs = [delays.idlePollMs, delays.retryMs, delays.retryMs, delays.probeMs][rung] ?? delays.probeMs;
  return { reset: rung >= 2, pauseMs };
}

/** Many scanners tell of a jam or an open cover only when they scan: it stands until the next idle look. */
export function afterScan(before: Health, fault: string): Health {
  if (fault !== 'scanner-jammed' && fault !== 'scanner-cover-open') return before;
  return { status: { state: 'attention', fault }, rung: 0 };
}
