/** The presence of one citizen, from the first touch to the wipe. Times are milliseconds of the steady clock. */
export type Visit =
  | { phase: 'idle' }
  | { phase: 'present'; id: string; lastTouchAt: number }
  | { phase: 'warning'; id: string; endsAt: number };

export type VisitEvent =
  | { type: 'start'; id: string; at: number }
  | { type: 'touch'; at: number }
  /** Time passed. `working`: the terminal is doing something the citizen waits for, so silence is not absence. */
  | { type: 'tick'; at: number; working: boolean }
  | { type: 'end' };

export interface VisitLimits {
  /** Without a touch for this long, the citizen is warned. */
  idleMs: number;
  /** From the warning to the wipe; at least 20 s so that a slow hand can extend (EN 301 549, WCAG 2.2.1). */
  warningMs: number;
}

/** Starting while somebody is there ends the other visit: a new id means everything of the old one is dropped. */
export function nextVisit(visit: Visit, event: VisitEvent, limits: VisitLimits): Visit {
  switch (event.type) {
    case 'start':
      return { phase: 'present', id: event.id, lastTouchAt: event.at };
    case 'touch':
      return visit.phase === 'idle' ? visit : { phase: 'present', id: visit.id, lastTouchAt: event.at };
    case 'tick':
      return afterTick(visit, event, limits);
    case 'end':
      return { phase: 'idle' };
  }
}

function afterTick(visit: Visit, event: { at: number; working: boolean }, limits: VisitLimits): Visit {
  switch (visit.phase) {
    case 'idle':
      return visit;
    case 'present':
      if (event.working) return { ...visit, lastTouchAt: event.at };
      if (event.at - visit.lastTouchAt < limits.idleMs) return visit;
      return { phase: 'warning', id: visit.id, endsAt: event.at + limits.warningMs };
    case 'warning':
      // Paper that begins to move during the countdown is worth waiting for.
      if (event.working) return { phase: 'present', id: visit.id, lastTouchAt: event.at };
      return event.at < visit.endsAt ? visit : { phase: 'idle' };
  }
}
