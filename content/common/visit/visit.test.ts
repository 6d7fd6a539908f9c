import { describe, expect, test } from 'vitest';
import { nextVisit, type Visit, type VisitEvent } from './visit.ts';

const limits = { idleMs: 60_000, warningMs: 20_000 };
const visitAfter = (...events: VisitEvent[]): Visit =>
  events.reduce<Visit>((visit, event) => nextVisit(visit, event, limits), { phase: 'idle' });
const start: VisitEvent = { type: 'start', id: 'a', at: 0 };
const tick = (at: number, working = false): VisitEvent => ({ type: 'tick', at, working });

describe('a visit', () => {
  test('begins with a touch on the attract screen', () => {
    expect(visitAfter(start)).toEqual({ phase: 'present', id: 'a', lastTouchAt: 0 });
  });
  test('is warned after a minute without a touch, and wiped 20 s later', () => {
    expect(visitAfter(start, tick(59_999)).phase).toBe('present');
    expect(visitAfter(start, tick(60_000))).toEqual({ phase: 'warning', id: 'a', endsAt: 80_000 });
    expect(visitAfter(start, tick(60_000), tick(79_999)).phase).toBe('warning');
    expect(visitAfter(start, tick(60_000), tick(80_000))).toEqual({ phase: 'idle' });
  });
  test('goes on after one touch during the warning', () => {
    const extended = visitAfter(start, tick(60_000), { type: 'touch', at: 75_000 });
    expect(extended).toEqual({ phase: 'present', id: 'a', lastTouchAt: 75_000 });
    expect(nextVisit(extended, tick(134_999), limits).phase).toBe('present');
  });
  test('is not warned while the terminal works for the citizen', () => {
    expect(visitAfter(start, tick(50_000, true), tick(100_000, false)).phase).toBe('present');
  });
  test('is kept when the terminal begins to work during the warning', () => {
    expect(visitAfter(start, tick(60_000), tick(79_999, true), tick(80_000)).phase).toBe('present');
  });
  test('touching an idle terminal does not begin a visit by itself', () => {
    expect(visitAfter({ type: 'touch', at: 5 })).toEqual({ phase: 'idle' });
  });
  test('ends at once when the citizen leaves', () => {
    expect(visitAfter(start, { type: 'end' })).toEqual({ phase: 'idle' });
  });
});
