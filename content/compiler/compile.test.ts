import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { canonicalJson } from '../common/canonical-json.ts';
import { type Generation, generationSchema } from '../model/generation.ts';
import { openIndex } from '../model/search/open-index.ts';
import { createSearcher, type SearchHit } from '../model/search/search.ts';
import { compile, compileRecords, packAt } from './compile.ts';
import { readSources, type Sources } from './read-sources.ts';
import { readingsOf } from './readings.ts';

const contentFolder = join(import.meta.dirname, '..');
let generation: Generation;
let find: (query: string) => SearchHit[];
beforeAll(async () => {
  const sources = await readSources(contentFolder);
  generation = compile(sources, '331003001');
  find = finderAt(sources, '331003001');
});

function finderAt(sources: Sources, placeCode: string): (query: string) => SearchHit[] {
  const searcher = createSearcher(openIndex(packAt(compileRecords(sources), placeCode).searchIndex));
  return query => searcher.search(query, { limit: 5, date: null });
}

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
    const found = find(query).map(result => result.matterId);
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
    const yuanqiao = compile(sources, '331003107');
    const local = ['331003107', '331003204'].map(code => finderAt(sources, code));
    const words = ['批屋基', '山里代办'];
    const found = local.map(find => words.filter(word => find(word)[0]?.text === word));
    expect(found).toEqual([['批屋基'], ['山里代办']]);
    expect(local[0]?.('piwuji')[0]?.matterId).toBe('homestead-application');
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
