import { expect, test } from 'vitest';
import { roadKm } from './distance.ts';

const dongcheng = { latitude: 28.653, longitude: 121.275 };
const yuanqiao = { latitude: 28.555, longitude: 121.255 };
const fushan = { latitude: 28.505, longitude: 120.905 };

test('a road is a third longer than the great circle', () => {
  // A degree along a meridian is 111.19 km.
  expect(roadKm({ latitude: 28, longitude: 121 }, { latitude: 29, longitude: 121 })).toBeCloseTo(111.19 * 1.3, 0);
  expect(roadKm(dongcheng, yuanqiao)).toBeCloseTo(14.4, 1);
});

test('the way there is as long as the way back, and nowhere is no way at all', () => {
  expect(roadKm(dongcheng, fushan)).toBeCloseTo(roadKm(fushan, dongcheng), 9);
  expect(roadKm(fushan, fushan)).toBe(0);
});
