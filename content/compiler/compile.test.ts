import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { canonicalJson } from '../common/canonical-json.ts';
import { type Generation, generationSchema } from '../model/generation.ts';
import { search } from '../model/search.ts';
import { compile } from './compile.ts';
import { readSources } from './read-sources.ts';
import { readingsOf } from './readings.ts';

const contentFolder = join(import.meta.dirname, '..');
let generation: Generation;
beforeAll(async () => {
  generation = compile(await readSources(contentFolder), '331003001');
});

describe('a compiled generation', () => {
  test('has the same bytes for the same sources', async () => {
    const again = compile(await readSources(contentFolder), '331003001');
    expect(canonicalJson(again)).toBe(canonicalJson(generation));
  });
  test('passes the schema by which a terminal reads it, unchanged', () => {
    const whole = JSON.parse(canonicalJson(generation));
    expect(canonicalJson(generationSchema.parse(whole))).toBe(canonicalJson(generation));
  });
  test('shows at least 24 sample matters over 8 fields and 3 life events, and all 19 places', () => {
    expect(generation.matters.length).toBeGreaterThanOrEqual(24);
    expect(new Set(generation.matters.map(matter => matter.field)).size).toBeGreaterThanOrEqual(8);
    expect(new Set(generation.matters.flatMap(matter => matter.lifeEvents)).size).toBeGreaterThanOrEqual(3);
    expect(new Set(generation.matters.map(matter => matter.level)).size).toBe(3);
    expect(generation.places).toHaveLength(19);
    expect(generation.places.flatMap(place => place.villages)).toHaveLength(348);
    expect(generation.matters.every(matter => matter.sample)).toBe(true);
  });
  test.each([
    ['sbcbzm', 'social-insurance-certificate'],
    ['shehuibaoxiancanbaozhengming', 'social-insurance-certificate'],
    ['社会保险参保证明', 'social-insurance-certificate'],
    ['社保证明', 'social-insurance-certificate'],
    ['linghuojiuye', 'flexible-employment-enrolment'],
    ['gaolingjintie', 'elderly-allowance'],
    ['gjj', 'housing-fund-withdrawal'],
  ])('is searched for %s', (query, matterId) => {
    const found = search(generation.search, query, 5).map(result => result.matterId);
    expect(found).toContain(matterId);
  });
  test('gives each local name a way to be typed', () => {
    for (const name of [...generation.places.map(place => place.unit.zh)])
      for (const character of name) {
        const keys = readingsOf(character)[0] ?? [];
        expect(
          keys.some(key => generation.lexicon[key]?.includes(character)),
          `${character} of ${name}`,
        ).toBe(true);
      }
  });
});

describe('a generation of one place', () => {
  test('has the notices, words and absences of its own township only', async () => {
    const sources = await readSources(contentFolder);
    const [yuanqiao, shangyang] = [compile(sources, '331003107'), compile(sources, '331003204')];
    const localWords = (of: Generation) => of.search.filter(entry => ['批屋基', '山里代办'].includes(entry.text));
    expect(localWords(yuanqiao).map(({ text }) => text)).toEqual(['批屋基']);
    expect(localWords(shangyang).map(({ text }) => text)).toEqual(['山里代办']);
    expect(search(yuanqiao.search, 'piwuji', 3)[0]?.matterId).toBe('homestead-application');
    expect(yuanqiao.notices.length).toBeGreaterThan(generation.notices.length);
    const unavailable = (of: Generation) => of.matters.filter(matter => matter.unavailable).map(({ id }) => id);
    expect(unavailable(yuanqiao)).toEqual(['vaccination-check']);
    expect(unavailable(compile(sources, '331003203'))).toEqual(['property-transfer']);
    expect(unavailable(compile(sources, '331003205'))).toContain('property-transfer');
  });
  test('knows the public holidays of the years that are announced', () => {
    const calendar = generation.calendars.find(({ year }) => year === 2026);
    expect(calendar?.days).toMatchObject({ '10-01': 'holiday', '10-07': 'holiday', '10-10': 'workday' });
    expect(calendar?.days['10-08']).toBeUndefined();
    expect(calendar?.names['10-01']).toEqual({ zh: '国庆节', en: 'National Day' });
  });
  test('follows what the city writes over the calendar', async () => {
    const sources = await readSources(contentFolder);
    const written = [{ year: 2026, days: { '12-31': 'holiday' as const }, names: {} }];
    const calendars = [{ file: 'city/calendar.yaml', value: written, lineOf: () => 1 }];
    const calendar = compile({ ...sources, calendars }, '331003107').calendars.find(({ year }) => year === 2026);
    expect(calendar?.days).toMatchObject({ '10-01': 'holiday', '12-31': 'holiday' });
  });
});
