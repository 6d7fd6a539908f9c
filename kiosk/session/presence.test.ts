import { describe, expect, it } from 'vitest';
import { mayReport } from './presence.ts';

describe('presence', () => {
  it('is reported at the first touch and then at most once a second', () => {
    expect(mayReport('present', null, 0)).toBe(true);
    expect(mayReport('present', 0, 999)).toBe(false);
    expect(mayReport('present', 0, 1000)).toBe(true);
  });

  it('is left to the two buttons while the countdown shows', () => {
    expect(mayReport('warning', null, 0)).toBe(false);
  });

  it('is nothing to report when nobody has begun', () => {
    expect(mayReport('idle', null, 0)).toBe(false);
  });
});
