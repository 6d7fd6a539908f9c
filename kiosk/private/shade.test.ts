import { describe, expect, it } from 'vitest';
import { dueAt, inTheOpen, nextShade, type Shade, type ShadeEvent, shadeDelays } from './shade.ts';

const having = (...events: ShadeEvent[]): Shade => events.reduce(nextShade, inTheOpen);
const came: ShadeEvent = { type: 'region-came', now: 1000 };
const late = 1000 + shadeDelays.untouchedMs;

describe('the privacy shade', () => {
  it('comes by itself when nobody has touched a screen with something personal, and goes with any touch', () => {
    expect(having(came, { type: 'looked', now: late - 1 }).cover).toBe('none');
    const covered = having(came, { type: 'looked', now: late });
    expect(covered.cover).toBe('named');
    expect(nextShade(covered, { type: 'touched', now: late + 1 })).toMatchObject({
      cover: 'none',
      quietSince: late + 1,
    });
  });

  it('has nothing to cover where nothing is personal', () => {
    expect(having({ type: 'looked', now: 10 * late }).cover).toBe('none');
    expect(dueAt(having(came, { type: 'region-went' }))).toBeNull();
  });

  it('counts from when there is something to cover, from the last touch, and from the last word read aloud', () => {
    expect(dueAt(having({ type: 'touched', now: 5 }, came))).toBe(late);
    expect(dueAt(having(came, { ...came, now: 9000 }))).toBe(late);
    expect(dueAt(having(came, { type: 'touched', now: 2000 }))).toBe(late + 1000);
    expect(dueAt(having(came, { type: 'heard', now: 3000 }))).toBe(late + 2000);
  });

  it.each(['cover', 'warned'] as const)(
    'stays when it was asked for or warned of, until it is touched itself: %s',
    type => {
      const covered = having(came, { type }, { type: 'touched', now: 2000 }, { type: 'looked', now: 2 * late });
      expect(covered.cover).toBe('all');
      expect(dueAt(covered)).toBeNull();
      expect(nextShade(covered, { type: 'uncover', now: 3000 })).toMatchObject({ cover: 'none', quietSince: 3000 });
    },
  );

  it('is the same over the next screen', () => {
    expect(having(came, { type: 'cover' }, { type: 'region-went' }, came)).toMatchObject({ cover: 'all', regions: 1 });
  });
});
