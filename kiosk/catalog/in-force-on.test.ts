import { describe, expect, it } from 'vitest';
import { generationOf, matter } from './catalog.test-support.ts';
import { inForceOn, noticesOn } from './in-force-on.ts';

describe('a day', () => {
  const generation = {
    ...generationOf(matter('old', { cancelledFrom: '2026-12-01' }), matter('new', { effectiveFrom: '2026-12-01' })),
    notices: [{ text: { zh: '通知' }, from: '2026-11-30', until: '2026-12-01' }],
  };
  const found = (date: string): string => {
    const { matters } = inForceOn(generation, date);
    return matters.map(({ id }) => id).join(' ');
  };

  it('hides matters before their first day and from the day they are cancelled', () => {
    expect(found('2026-11-30')).toBe('old');
    expect(found('2026-12-01')).toBe('new');
  });

  it('leaves a generation as it is when everything counts', () => {
    const all = generationOf(matter('always'));
    expect(inForceOn(all, '2026-12-01')).toBe(all);
  });

  it('shows a notice from its first to its last day, both included', () => {
    const shown = ['2026-11-29', '2026-11-30', '2026-12-01', '2026-12-02'].map(
      date => noticesOn(generation, date).length,
    );
    expect(shown).toEqual([0, 1, 1, 0]);
  });
});
