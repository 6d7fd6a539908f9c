import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { readSources, type Sources } from '../compiler/read-sources.ts';
import type { Matter } from '../model/matter.ts';
import { definitions, type FigureKey } from './definitions.ts';
import { type Figure, measure } from './measure.ts';
import { minimumStandards, standards } from './minimum-standards.ts';
import { reportPage } from './report-page.ts';
import { percent, reportLines } from './report-table.ts';

const contentFolder = join(import.meta.dirname, '..');
const asOf = '2026-11-23';
let all: Sources;
beforeAll(async () => {
  all = await readSources(contentFolder);
});

/** The sources with only these matters, made from sample ones. */
function withMatters(...changes: Partial<Matter>[]): Sources {
  const [first] = all.matters;
  if (first === undefined) throw new Error('no sample matter');
  const plain: Matter = {
    ...{
      ...first.value,
      audience: ['person'],
      field: 'medical',
      level: 'delegated-authority',
      exerciseLevel: 'county',
    },
    ...{ questions: [], materials: [], visits: { count: 0 }, ends: { window: { name: { zh: '综合窗口' } } } },
  };
  const matters = changes.map((change, index) => {
    const value = { ...plain, id: `sample-${index}`, ...change };
    return { ...first, value };
  });
  return { ...all, matters, overlays: [] };
}

function figure(sources: Sources, key: FigureKey, code?: string): Figure {
  const report = measure(sources, asOf);
  const figures = code === undefined ? report.district : report.places.find(each => each.code === code)?.figures;
  const found = figures?.find(each => each.key === key);
  if (found === undefined) throw new Error(`no figure ${key}`);
  return found;
}

describe('the report', () => {
  test('has every figure for 19 places and three classes, each with its missing matters', () => {
    const report = measure(all, asOf);
    expect(report.places).toHaveLength(19);
    expect(report.classes.map(each => each.places)).toEqual([2, 11, 6]);
    const everyFigure = [...report.district, ...report.places.flatMap(({ figures }) => figures)];
    for (const { numerator, denominator, missing, met, share, target } of everyFigure) {
      expect(denominator).toBeGreaterThan(0);
      expect(met).toBe((share ?? 0) >= target);
      const wanting = missing.reduce((sum, { places }) => sum + (places?.length ?? 1), 0);
      expect(wanting).toBe(denominator - numerator);
    }
  });
  test('counts a matter at the centres whose windows handle it, and names the others', () => {
    const [place] = all.places;
    if (place === undefined) throw new Error('no place');
    const handles = { fields: ['housing' as const], matters: [] };
    const sources = {
      ...withMatters({}),
      places: [{ ...place, value: { ...place.value, handles } }, ...all.places.slice(1)],
    };
    expect(figure(sources, 'livelihood', place.value.code)).toMatchObject({ numerator: 0, denominator: 1, met: false });
    const district = figure(sources, 'livelihood');
    expect(district.denominator).toBe(19);
    expect(district.missing[0]?.places).toContain(place.value.unit.zh);
  });
  test('counts what the terminal in the zone prints, and not what it only explains', () => {
    const ends = (service: 'certificate' | 'guide-only') => ({
      terminal: { service, ...(service === 'certificate' ? { certificate: 'x' } : {}) },
    });
    expect(figure(withMatters({ ends: ends('certificate') }), 'livelihood')).toMatchObject({ share: 1 });
    expect(figure(withMatters({ ends: ends('guide-only') }), 'livelihood')).toMatchObject({ share: 0 });
  });
  test('takes depth III for opened online and IV alone for finished online', () => {
    const web = (depth: 'II' | 'III' | 'IV') => ({ ends: { web: { depth, name: { zh: '网' } } } });
    const sources = withMatters(web('II'), web('III'), web('IV'));
    expect(figure(sources, 'online')).toMatchObject({ numerator: 2, denominator: 3, met: false });
    expect(figure(sources, 'finished')).toMatchObject({ numerator: 1, denominator: 3, met: false });
    expect(figure(sources, 'phone')).toMatchObject({ numerator: 0, denominator: 3 });
  });
  test('counts a matter as done with the ID card alone when forms and shared data are all else', () => {
    const [sample] = all.matters.flatMap(({ value }) => value.materials);
    if (sample === undefined) throw new Error('no material');
    const { sharedBy: _, when: __, ...material } = sample;
    const own = { ...material, need: 'must' as const };
    const card = { ...own, name: { zh: '身份证' } };
    const form = { ...own, type: 'form' as const, name: { zh: '申请表' } };
    const shared = { ...own, name: { zh: '结婚证' }, sharedBy: { zh: '民政' } };
    const letter = { ...own, name: { zh: '经办人身份证和介绍信' }, type: 'other' as const };
    expect(figure(withMatters({ materials: [card, form, shared] }), 'one-id')).toMatchObject({ share: 1 });
    expect(figure(withMatters({ materials: [card, letter] }), 'one-id')).toMatchObject({ share: 0 });
  });
  test('leaves out matters that are not in force on its day, and the township’s own among the district’s', () => {
    const sources = withMatters(
      { cancelledFrom: '2026-01-01' },
      { level: 'township-own' },
      { visits: { count: 2, why: { zh: '核对' } } },
      {},
    );
    expect(measure(sources, asOf).matters).toBe(3);
    expect(figure(sources, 'district').denominator).toBe(19);
  });
  test('holds each place against the minimum of its class', () => {
    const [place] = all.places;
    if (place === undefined) throw new Error('no place');
    const small = {
      ...place,
      value: { ...place.value, class: 'central-town' as const, windows: 17, staff: 9, areaM2: 499 },
    };
    const report = measure({ ...all, places: [small] }, asOf);
    expect(report.places[0]?.standards.map(({ met }) => met)).toEqual([false, false, true]);
    expect(report.places[0]?.met).toBe(false);
    expect(minimumStandards.township).toEqual({ areaM2: 200, windows: 10, staff: 4 });
  });
});

describe('its definitions', () => {
  test('quote the plan', () => {
    for (const { quote } of [...Object.values(definitions), ...Object.values(standards)])
      expect(quote).toMatch(/\p{Script=Han}{4}/u);
  });
});

describe('its words', () => {
  test('never round a share up to its target', () => {
    expect(percent(0.49999)).toBe('49.9%');
    expect(percent(0.5)).toBe('50%');
    expect(percent(0.29)).toBe('29%');
    expect(percent(null)).toBe('—');
  });
  test('are a table with every place', () => {
    const text = reportLines(measure(all, asOf)).join('\n');
    for (const { value } of all.places) expect(text).toContain(value.unit.zh);
  });
  test('are a page without scripts and without anything from elsewhere', () => {
    const page = reportPage(measure(all, asOf));
    expect(page).not.toMatch(/<script|src=|href=|url\(|@import/);
    expect(page).not.toContain('[object Object]');
    expect(page).not.toContain('undefined');
    expect(page.match(/<svg/g)).toHaveLength(6 + 2 + 3);
    for (const { quote } of Object.values(definitions)) expect(page).toContain(quote);
  });
});
