import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { canonicalJson } from '../common/canonical-json.ts';
import { type Generation, generationSchema } from '../model/generation.ts';
import { search } from '../model/search.ts';
import { allAnswers } from '../model/situation.ts';
import { compile } from './compile.ts';
import { phonePages } from './phone-pages.ts';
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

describe('readings', () => {
  test('keep every reading of a polyphonic character, the one in context first', () => {
    expect(readingsOf('还款')[0]).toEqual(expect.arrayContaining(['huan', 'hai']));
    expect(readingsOf('上垟乡').map(all => all[0])).toEqual(['shang', 'yang', 'xiang']);
    expect(readingsOf('女儿')[0]).toContain('nv');
    expect(readingsOf('A4纸')).toEqual([['a'], ['4'], ['zhi']]);
  });
});

describe('phone pages', () => {
  test('exist for each situation of each matter, small, escaped and linked to each other', () => {
    const pages = phonePages(generation);
    const situations = generation.matters.flatMap(matter => allAnswers(matter));
    expect(pages.size).toBe(situations.length + 1);
    for (const [path, html] of pages) {
      expect(Buffer.byteLength(html), path).toBeLessThan(30_000);
      expect(html).not.toContain('<script');
      for (const [, href = ''] of html.matchAll(/href="([^"#:]+)"/g)) {
        const target = new URL(href, `http://origin/${path}`).pathname.slice(1);
        expect(pages.has(`${target}index.html`), `${href} in ${path}`).toBe(true);
      }
    }
  });
});
