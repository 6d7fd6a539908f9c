import { expect, test } from 'vitest';
import type { Place } from '../../../content/model/place.ts';
import { place as sample } from '../../catalog/catalog.test-support.ts';
import { firstToOpen, placeViews } from './place-view.ts';

const zh = { language: 'zh' } as const;
const night = Date.parse('2026-11-23T22:00:00+08:00');
const own: Place = { ...sample, code: '331003107', position: { latitude: 28.555, longitude: 121.255 } };
const near: Place = { ...sample, code: '331003008', position: { latitude: 28.592, longitude: 121.29 } };
const early = ['07:30-12:00'];
const far: Place = {
  ...sample,
  ...{ code: '331003101', position: { latitude: 28.582, longitude: 120.985 } },
  hours: { ...sample.hours, tue: early },
};

test('says of each place how far it is and when it is open', () => {
  const views = placeViews([own, near], own, [], night, zh);
  expect(views.map(({ own, state, distance }) => [own, state, distance])).toEqual([
    [true, '明早 8:30 开门', ''],
    [false, '明早 8:30 开门', '约 7 公里'],
  ]);
  expect(placeViews([near], own, [], Date.parse('2026-11-23T09:00:00+08:00'), zh)[0]?.state).toBe('现在开门，到 12:00');
});

test('knows who opens first, of several the nearest', () => {
  expect(firstToOpen(placeViews([own, near, far], own, [], night, zh))?.place.code).toBe(far.code);
  expect(firstToOpen(placeViews([own, near], own, [], night, zh))?.place.code).toBe(own.code);
  expect(firstToOpen([])).toBeUndefined();
});
