import { describe, expect, it } from 'vitest';
import type { Place } from '../../content/model/place.ts';
import { place as sample } from './catalog.test-support.ts';
import { byNearness, kmBetween } from './nearness.ts';

function at(code: string, latitude: number, longitude: number): Place {
  return { ...sample, code, position: { latitude, longitude } };
}

const yuanqiao = at('331003107', 28.555, 121.255);
const gaoqiao = at('331003008', 28.592, 121.29);
const ningxi = at('331003101', 28.582, 120.985);
const { position: _, ...nowhere } = at('331003001', 0, 0);

describe('nearness', () => {
  it('lists the own place first, then the nearest, what has no position last', () => {
    const listed = byNearness([ningxi, nowhere, gaoqiao, yuanqiao], yuanqiao);
    expect(listed.map(({ code }) => code)).toEqual(['331003107', '331003008', '331003101', '331003001']);
  });

  it('keeps the order of the content where nobody knows where the terminal stands', () => {
    expect(byNearness([ningxi, gaoqiao], undefined)).toEqual([ningxi, gaoqiao]);
    expect(byNearness([ningxi, gaoqiao], nowhere)).toEqual([ningxi, gaoqiao]);
  });

  it('knows no distance without both positions', () => {
    expect(kmBetween(yuanqiao, gaoqiao)).toBeCloseTo(6.95, 2);
    expect(kmBetween(yuanqiao, nowhere)).toBeNull();
  });
});
