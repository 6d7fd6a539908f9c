import { nextVisit, type Visit, type VisitEvent, type VisitLimits } from './visit.ts';

/**
 * Keeps the one visit of this terminal and tells when something about it changed that others must know. The bridge has
 * one; so has a kiosk that is without its bridge for a while. Its clock is steady: a clock set back an hour must not keep
 * a citizen's data for an hour more.
 */
export interface VisitKeeper {
  readonly visit: Visit;
  isIdle(): boolean;
  isCurrent(visitId: string): boolean;
  start(): void;
  /** The kiosk still shows this visit, and nobody else's has begun. False: it is over. */
  resume(visitId: string): boolean;
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
    start: () => move({ type: 'start', id: crypto.randomUUID(), at: performance.now() }),
    resume: visitId => {
      if (visit.phase === 'idle') move({ type: 'start', id: visitId, at: performance.now() });
      return idOf(visit) === visitId;
    },
    touch: () => move({ type: 'touch', at: performance.now() }),
    tick: working => move({ type: 'tick', at: performance.now(), working }),
    end: () => move({ type: 'end' }),
  };
}

function idOf(visit: Visit): string | null {
  return visit.phase === 'idle' ? null : visit.id;
}
