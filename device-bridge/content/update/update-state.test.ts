import { describe, expect, test } from 'vitest';
import { delays } from './delays.ts';
import { initialState, type UpdateEvent, type UpdateState, update, updateSteps } from './update-state.ts';

const pace = { pollMs: 300_000 };
const moment = { at: 1000, dice: 0.5 };
const idle = initialState({ dueAt: 5000, staged: false, unconfirmed: false });
const following = (state: UpdateState, ...events: UpdateEvent[]): UpdateState =>
  events.reduce((now, event) => update(now, event, pace), state);
const offered = { type: 'refreshed', offered: true, fault: null, staged: false, ...moment } as const;
const nothing = { ...offered, offered: false } as const;
const failed = {
  type: 'failed',
  fault: 'content-origin-unreachable',
  retryAfterMs: null,
  staged: false,
  ...moment,
} as const;
const fetched = { type: 'fetched', fault: null } as const;
const verified = { type: 'verified', ...moment } as const;
const toChecking: UpdateEvent[] = [
  { type: 'due' },
  offered,
  fetched,
  verified,
  { type: 'quiet' },
  { type: 'switched' },
];

describe('an update', () => {
  test('goes from idle to shown and checked', () => {
    const steps = toChecking.map((_, at) => following(idle, ...toChecking.slice(0, at + 1)).step);
    expect(steps).toEqual(['refreshing', 'fetching', 'verifying', 'staged', 'switching', 'checking']);
    const checking = following(idle, ...toChecking);
    expect(following(checking, { type: 'healthy' }).step).toBe('checking');
    expect(following(checking, { type: 'healthy' }, { type: 'drawn' })).toMatchObject({ step: 'idle', check: null });
    expect(following(checking, { type: 'drawn' }, { type: 'healthy' }).step).toBe('idle');
  });

  test('goes back when it is not fit, also long after', () => {
    const back = following(idle, ...toChecking, { type: 'unfit' });
    expect(back.step).toBe('rolled-back');
    expect(following(back, { type: 'restored' })).toMatchObject({ step: 'idle', fault: 'content-check-failed' });
    expect(following(idle, { type: 'unfit' }).step).toBe('rolled-back');
  });

  test('looks again after a while that is off by up to a fifth, so that terminals do not ask all at once', () => {
    const waits = [0, 0.5, 1].map(dice => following(idle, { type: 'due' }, { ...nothing, dice }).dueAt - moment.at);
    expect(waits).toEqual([240_000, 300_000, 360_000]);
  });

  test('backs off to four hours, and comes back at once when it went well', () => {
    let state = idle;
    const waits: number[] = [];
    for (let failure = 0; failure < 9; failure += 1) {
      state = following(state, { type: 'due' }, failed);
      waits.push(state.dueAt - moment.at);
    }
    expect(waits.slice(0, 4)).toEqual([300_000, 600_000, 1_200_000, 2_400_000]);
    expect(waits.at(-1)).toBe(delays.backOffMaxMs);
    expect(following(state, { type: 'due' }, nothing)).toMatchObject({ failures: 0, fault: null, dueAt: 301_000 });
  });

  test('leaves an origin alone for as long as it asks, a day at the most', () => {
    const waits = [7_200_000, 10 ** 12].map(
      ms => following(idle, { type: 'due' }, { ...failed, retryAfterMs: ms }).dueAt - moment.at,
    );
    expect(waits).toEqual([7_200_000, delays.retryAfterMaxMs]);
  });

  test('is brought forward by a hint, each terminal by a little', () => {
    const dueAts = [0, 1].map(dice => following({ ...idle, dueAt: 200_000 }, { type: 'hinted', at: 1000, dice }).dueAt);
    expect(dueAts).toEqual([1000, 1000 + delays.hintSpreadMs]);
    // A hint is no reason to wait longer.
    expect(following(idle, { type: 'hinted', at: 9000, dice: 1 }).dueAt).toBe(5000);
  });

  test('heeds a hint that comes in the middle once it is done', () => {
    const hinted = following(idle, { type: 'due' }, { type: 'hinted', ...moment }, nothing);
    expect(hinted.dueAt).toBe(moment.at);
    expect(following(hinted, { type: 'due' }, nothing).dueAt).toBe(301_000);
    const inCheck = following(
      idle,
      ...toChecking,
      { type: 'hinted', ...moment },
      { type: 'healthy' },
      { type: 'drawn' },
    );
    expect(inCheck.dueAt).toBe(0);
  });

  test('is not hurried by hints while the origin fails', () => {
    expect(following(idle, { type: 'due' }, { type: 'hinted', ...moment }, failed).dueAt).toBe(301_000);
  });

  test('goes on looking while a generation waits for the citizen to leave', () => {
    const staged = following(idle, { type: 'due' }, offered, fetched, verified);
    expect(following(staged, { type: 'due' }, { ...nothing, staged: true }).step).toBe('staged');
    expect(following(staged, { type: 'due' }, { ...failed, staged: true }).step).toBe('staged');
    expect(following(staged, { type: 'quiet' }, { type: 'busy' }).step).toBe('staged');
    expect(following(staged, { type: 'quiet' }, { type: 'withdrawn' }).step).toBe('idle');
  });

  test('checks anew after a restart what it had not checked to the end', () => {
    const state = initialState({ dueAt: 0, staged: true, unconfirmed: true });
    expect(following(state, { type: 'healthy' }, { type: 'drawn' }).step).toBe('idle');
  });

  test('lets nothing happen that does not fit the step', () => {
    const events: UpdateEvent[] = [
      ...[offered, nothing, fetched, verified, failed, { type: 'switched' } as const, { type: 'busy' } as const],
      ...[
        { type: 'withdrawn' } as const,
        { type: 'healthy' } as const,
        { type: 'drawn' } as const,
        { type: 'restored' } as const,
      ],
    ];
    for (const event of events) expect(following(idle, event).step, event.type).toBe('idle');
    for (const step of updateSteps)
      for (const event of events) expect(updateSteps).toContain(following({ ...idle, step }, event).step);
  });
});
