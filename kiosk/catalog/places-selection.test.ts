import { describe, expect, it } from 'vitest';
import type { Place } from '../../content/model/place.ts';
import { generationOf, matter, place as sample } from './catalog.test-support.ts';
import { handledAt, placesElsewhere, placesFrom } from './places-selection.ts';

function at(code: string, longitude: number, more: Partial<Place> = {}): Place {
  return { ...sample, code, position: { latitude: 28.6, longitude }, ...more };
}

const own = at('331003107', 121.25);
const near = at('331003008', 121.29);
const far = at('331003101', 120.98, { handles: { fields: ['housing'], matters: [] } });
const generation = { ...generationOf(), places: [far, near, own] };
const codes = (places: readonly Place[]): string[] => places.map(({ code }) => code);

describe('the selection of places', () => {
  it('lists the own place first, then the nearest', () => {
    expect(codes(placesFrom(generation, own.code))).toEqual([own.code, near.code, far.code]);
  });

  it('sends to the nearest of those that do it', () => {
    expect(codes(placesElsewhere(generation, [far.code, near.code], own.code))).toEqual([near.code, far.code]);
    expect(codes(placesElsewhere(generation, [far.code, own.code], own.code))).toEqual([far.code]);
  });

  it('knows who handles a matter at a window', () => {
    const medical = matter('m', { ends: { window: { name: { zh: '窗口' } } } });
    expect([own, near, far].map(place => handledAt(place, medical, own.code))).toEqual([true, true, false]);
    const sent = { ...medical, unavailable: { why: { zh: '没有窗口' }, elsewhere: [far.code] } };
    expect([own, near, far].map(place => handledAt(place, sent, own.code))).toEqual([false, false, true]);
    expect(handledAt(own, matter('no-window'), own.code)).toBe(false);
  });
});
