import { randomUUID } from 'node:crypto';
import { steadyNow } from './steady-clock.ts';
import { nextVisit, type Visit, type VisitEvent, type VisitLimits } from './visit.ts';

/** Keeps the one visit of this terminal and tells when something about it changed that others must know. */
export interface VisitKeeper {
  readonly visit: Visit;
  isIdle(): boolean;
  isCurrent(visitId: string): boolean;
  start(): void;
  touch(): void;
  tick(working: boolean): void;
  end(): void;
}

export function createVisitKeeper(options: {
  limits: VisitLimits;
  /** Another citizen, or none any more: what the one before left must go. */
  onOther: (visit: Visit) => void;
  /** The screen must be told. A touch alone moves only the idle clock, which no screen shows. */
  onChange: () => void;
}): VisitKeeper {
  let visit: Visit = { phase: 'idle' };

  function move(event: VisitEvent): void {
    const before = visit;
    visit = nextVisit(before, event, options.limits);
    if (idOf(visit) !== idOf(before)) options.onOther(visit);
    if (idOf(visit) !== idOf(before) || visit.phase !== before.phase) options.onChange();
  }

  return {
    get visit() {
      return visit;
    },
    isIdle: () => visit.phase === 'idle',
    isCurrent: visitId => idOf(visit) === visitId,
    start: () => move({ type: 'start', id: randomUUID(), at: steadyNow() }),
    touch: () => move({ type: 'touch', at: steadyNow() }),
    tick: working => move({ type: 'tick', at: steadyNow(), working }),
    end: () => move({ type: 'end' }),
  };
}

function idOf(visit: Visit): string | null {
  return visit.phase === 'idle' ? null : visit.id;
}
