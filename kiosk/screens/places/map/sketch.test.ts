import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import type { Place } from '../../../../content/model/place.ts';
import { placesWords } from '../../../locales/places-words.ts';
import { sketchScale } from './map-scale.ts';
import { type SketchPlace, type SketchSize, shortUnit, sketchOf } from './sketch.ts';
import { overlap } from './spread-labels.ts';

const folder = join(import.meta.dirname, '../../../../content/townships');
const places: Place[] = readdirSync(folder, { withFileTypes: true })
  .filter(entry => entry.isDirectory())
  .map(({ name }) => parse(readFileSync(join(folder, name, 'place.yaml'), 'utf8')));

function sketchPlaces(language: 'zh' | 'en'): SketchPlace[] {
  return places.flatMap(({ code, unit, position }) =>
    position === undefined ? [] : [{ code, name: shortUnit(unit[language] ?? unit.zh), position }],
  );
}

const sizes: Record<string, SketchSize> = {
  portrait: { width: 932, height: 560, em: 26, target: 60 },
  landscape: { width: 960, height: 560, em: 26, target: 60 },
  'portrait, large type': { width: 932, height: 840, em: 52, target: 60 },
  'landscape, large type': { width: 1500, height: 480, em: 52, target: 60 },
};

describe('the sketch of the district', () => {
  test('has all 19 units', () => {
    expect(sketchPlaces('zh')).toHaveLength(19);
  });

  for (const [name, size] of Object.entries(sizes))
    for (const language of ['zh', 'en'] as const)
      test(`no name covers another or leaves the sketch: ${name}, ${language}`, () => {
        const { labels, waters } = sketchOf(sketchPlaces(language), placesWords[language], size);
        const all = [...labels, ...waters];
        const pairs = all.flatMap((a, index) => all.slice(index + 1).map(b => [a, b] as const));
        expect(pairs.filter(([a, b]) => overlap(a, b, 0)).map(([a, b]) => `${a.key} ${b.key}`)).toEqual([]);
        for (const { key, x, y, width, height } of all) {
          expect(x - width / 2, key).toBeGreaterThanOrEqual(0);
          expect(y - height / 2, key).toBeGreaterThanOrEqual(0);
          expect(x + width / 2, key).toBeLessThanOrEqual(size.width + 0.01);
          expect(y + height / 2, key).toBeLessThanOrEqual(size.height + 0.01);
        }
        for (const { width, height } of labels) expect(Math.min(width, height)).toBeGreaterThanOrEqual(60);
      });

  test('says the names as long as there is room, else numbers', () => {
    const small = { width: 700, height: 620, em: 52, target: 60 };
    const numbered = (size: SketchSize): boolean => sketchOf(sketchPlaces('en'), placesWords.en, size).numbered;
    expect(Object.values(sizes).map(numbered)).toEqual([false, false, false, false]);
    expect(numbered(small)).toBe(true);
  });

  test('keeps who is east of whom and who is north of whom', () => {
    const listed = sketchPlaces('zh');
    const scale = sketchScale(listed.map(({ position }) => position));
    for (const a of listed)
      for (const b of listed) {
        if (a.position.longitude < b.position.longitude) expect(scale(a.position).x).toBeLessThan(scale(b.position).x);
        if (a.position.latitude < b.position.latitude) expect(scale(a.position).y).toBeGreaterThan(scale(b.position).y);
      }
  });
});

test('a unit is called as one says it', () => {
  expect(['东城街道', '院桥镇', '上垟乡', 'Shangyang Township', 'Dongcheng Subdistrict'].map(shortUnit)).toEqual([
    ...['东城', '院桥', '上垟', 'Shangyang', 'Dongcheng'],
  ]);
});
