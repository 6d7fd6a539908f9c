import { zstdCompressSync } from 'node:zlib';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { decodeBundle, decodeDelta, encodeBundle, encodeDelta } from './bundle.ts';
import { isDemoRoot } from './demo-root.ts';
import { publicationSchema, rolloutSchema } from './publication.ts';
import { type Records, stateHashOf } from './records.ts';
import { deltasRole } from './repository-layout.ts';
import { folderOf, layerOf, mayHold, placeCodeOf, townRole } from './roles.ts';
import { cohort, isRolledOutTo } from './rollout.ts';

const state = fc
  .dictionary(fc.string({ minLength: 1, maxLength: 8 }), fc.string({ maxLength: 40 }), { maxKeys: 20 })
  .map((entries): Records => new Map(Object.entries(entries).map(([key, value]) => [key, JSON.stringify(value)])));

function applied(from: Records, delta: Buffer): Map<string, string> {
  const { put, removed } = decodeDelta(delta, key => from.get(key));
  const result = new Map(from);
  for (const key of removed) result.delete(key);
  for (const [key, text] of put) result.set(key, text);
  return result;
}

test('a bundle holds a state whole, and the same state has the same bytes', () => {
  fc.assert(
    fc.property(state, records => {
      const bundle = encodeBundle(records);
      expect(stateHashOf(decodeBundle(bundle))).toBe(stateHashOf(records));
      expect(encodeBundle(new Map([...records].reverse())).equals(bundle)).toBe(true);
    }),
  );
});

test('a delta turns any state into any other', () => {
  fc.assert(
    fc.property(state, state, (from, to) => {
      expect(stateHashOf(applied(from, encodeDelta(from, to)))).toBe(stateHashOf(to));
    }),
  );
});

test('a delta of one changed word in a long record is a few dozen bytes', () => {
  const text = JSON.stringify(Array.from({ length: 200 }, (_, at) => `第${at}步：到窗口${at * 7}号`).join('，'));
  const from = new Map([['matter/a', text]]);
  const delta = encodeDelta(from, new Map([['matter/a', text.replace('第77步', '第七十七步')]]));
  expect(delta.length).toBeLessThan(150);
});

test('a delta that starts from another state is refused', () => {
  const [a, b] = [new Map([['k', '"long enough to be worth a dictionary 1"']]), new Map([['k', '"long enough 2"']])];
  expect(() => applied(new Map(), encodeDelta(a, b))).toThrow('which is not there');
  for (const bytes of [Buffer.alloc(0), Buffer.alloc(40), zstdCompressSync('[]')])
    expect(() => applied(a, bytes)).toThrow();
});

test('two states differ in their hash when a key, a record or the border between them differs', () => {
  const hash = (...entries: [string, string][]): string => stateHashOf(new Map(entries));
  const hashes = [hash(), hash(['a', '1']), hash(['a', '2']), hash(['b', '1']), hash(['a', '1'], ['b', '1'])];
  expect(new Set(hashes).size).toBe(hashes.length);
  expect(hash(['b', '1'], ['a', '1'])).toBe(hash(['a', '1'], ['b', '1']));
});

test('a township may hold its own place and nothing else', () => {
  const role = townRole('331003204');
  expect([role, placeCodeOf(role), folderOf(role), layerOf(role)]).toEqual(['town-204', '331003204', 'town-204', 2]);
  for (const key of ['place/331003204', 'overlay/331003204', 'lexicon/town-204-h'])
    expect(mayHold(role, key)).toBe(true);
  for (const key of [
    'place/331003205',
    'overlay/district',
    'matter/elderly-card',
    'lexicon/district-h',
    'calendar/2026',
  ])
    expect(mayHold(role, key), key).toBe(false);
});

test('the district holds matters and its overlay, no place', () => {
  for (const key of ['matter/elderly-card', 'life-event/birth', 'overlay/district'])
    expect(mayHold('district', key)).toBe(true);
  for (const key of ['place/331003204', 'overlay/331003204', 'lexicon/town-204-h'])
    expect(mayHold('district', key)).toBe(false);
  expect([folderOf('targets'), deltasRole('targets'), deltasRole('district')]).toEqual([
    'city',
    'city-deltas',
    'district-deltas',
  ]);
});

const noon = Date.parse('2026-11-24T04:00:00Z');

function plan(rollout: object) {
  return publicationSchema.parse({ version: 7, stateHash: 'a'.repeat(64), rollout });
}

test('without a plan everybody gets a version at once', () => {
  expect(isRolledOutTo('demo-1', plan({}), noon)).toBe(true);
  expect(isRolledOutTo('demo-1', plan({ halted: true }), noon)).toBe(false);
});

test('canaries get it before the ramp begins, and others as their share comes', () => {
  const ramp = [
    { from: '2026-11-24T05:00:00Z', percent: 10 },
    { from: '2026-11-25T05:00:00Z', percent: 100 },
  ];
  const rollout = plan({ canaries: ['demo-1'], ramp });
  const terminals = Array.from({ length: 2000 }, (_, at) => `terminal-${at}`);
  const share = (now: number): number => terminals.filter(id => isRolledOutTo(id, rollout, now)).length / 2000;
  expect(isRolledOutTo('demo-1', rollout, noon)).toBe(true);
  expect(share(noon)).toBe(0);
  expect(share(noon + 2 * 60 * 60_000)).toBeCloseTo(0.1, 1);
  expect(share(noon + 48 * 60 * 60_000)).toBe(1);
  expect(isRolledOutTo('demo-2', plan({ canaries: ['demo-1'] }), noon)).toBe(false);
});

test('cohorts are even, fixed, and others for each version', () => {
  expect(cohort('demo-1', 7)).toBe(cohort('demo-1', 7));
  expect(cohort('demo-1', 7)).not.toBe(cohort('demo-1', 8));
  const all = Array.from({ length: 2000 }, (_, at) => cohort(`terminal-${at}`, 7));
  for (let tenth = 0; tenth < 10; tenth += 1)
    expect(Math.abs(all.filter(each => Math.floor(each * 10) === tenth).length - 200)).toBeLessThan(60);
});

test('hours are local, and may go over midnight', () => {
  const at = (hour: number): number => Date.parse('2026-11-23T16:00:00Z') + hour * 60 * 60_000;
  const night = plan({ hours: { from: 0, to: 6 } });
  expect([0, 5, 6, 23].map(hour => isRolledOutTo('demo-1', night, at(hour)))).toEqual([true, true, false, false]);
  const evening = plan({ hours: { from: 22, to: 5 } });
  expect([21, 22, 23, 0, 4, 5].map(hour => isRolledOutTo('demo-1', evening, at(hour)))).toEqual([
    false,
    true,
    true,
    true,
    true,
    false,
  ]);
});

test('shares are whole percents, as signed documents hold no fractions', () => {
  expect(rolloutSchema.safeParse({ ramp: [{ from: '2026-11-24T00:00:00Z', percent: 0.5 }] }).success).toBe(false);
});

test('only a root that says so is of a trial start', () => {
  expect(isDemoRoot({ signed: { 'x-demo': true }, signatures: [] })).toBe(true);
  for (const root of [null, {}, { signed: {} }, { signed: { 'x-demo': false } }, { 'x-demo': true }])
    expect(isDemoRoot(root)).toBe(false);
});
