import { afterEach, beforeEach, expect, test } from 'vitest';
import { requests, type TestOrigin, type TestTerminal, testOrigin } from './publisher.test-support.ts';
import { sampleRecords } from './sample-records.test-support.ts';

const roles = ['targets', 'district', 'town-204', 'town-205'] as const;
let house: TestOrigin;

beforeEach(async () => {
  house = await testOrigin();
});
afterEach(() => house.close());

test('a terminal that knows only the root gets what every level published', async () => {
  const records = sampleRecords();
  expect(await house.publish(records)).toMatchObject({
    changed: [...roles].sort((a, b) => (a < b ? -1 : 1)),
    waiting: [],
  });
  const terminal = await house.terminal();
  expect(Object.values(await terminal.update(roles))).toEqual(['bundle', 'bundle', 'bundle', 'bundle']);
  for (const role of roles) expect(terminal.records(role)).toEqual(records.get(role));
  expect(Object.values(await terminal.update(roles))).toEqual(['stays', 'stays', 'stays', 'stays']);
});

test('the same content again changes no byte', async () => {
  await house.publish(sampleRecords());
  const before = await house.files();
  expect(await house.publish(sampleRecords())).toMatchObject({ changed: [], documents: [], bytes: 0 });
  expect(await house.files()).toEqual(before);
});

test('one edit writes the document of its role, snapshot, timestamp, a bundle and a delta, and nothing else', async () => {
  await house.publish(sampleRecords());
  const before = await house.files();
  expect(await house.publish(sampleRecords(40, { 3: '改了。' }))).toMatchObject({ changed: ['district'] });
  const after = await house.files();
  const written = [...after].filter(([file, text]) => before.get(file) !== text).map(([file]) => file);
  expect(written.map(file => file.replace(/[0-9a-f]{64}/, 'HASH')).sort()).toEqual([
    'metadata/2.district.json',
    'metadata/2.snapshot.json',
    'metadata/timestamp.json',
    'targets/district/HASH.from-1.zst',
    'targets/district/HASH.records.zst',
  ]);
  for (const file of before.keys()) expect(after.has(file), file).toBe(true);
});

test('a terminal 1, 3, 4, 5 or 20 versions behind takes a delta, one 21 behind the bundle, and all come out the same', async () => {
  const terminals = new Map<number, TestTerminal>();
  const terminal = await house.terminal();
  const edits: Record<number, string> = {};
  for (let version = 1; version <= 22; version += 1) {
    if (version > 1) edits[version] = `第${version}版。`;
    await house.publish(sampleRecords(40 + (version % 3), edits));
    if ([1, 2, 17, 18, 19, 21].includes(version)) {
      await terminal.update(roles);
      expect(terminal.version('district')).toBe(version);
      terminals.set(22 - version, await terminal.copy());
    }
  }
  const ways = new Map<number, string | undefined>();
  for (const [behind, each] of terminals) {
    requests.length = 0;
    ways.set(behind, (await each.update(roles)).district);
    expect(each.records('district')).toEqual(sampleRecords(40 + (22 % 3), edits).get('district'));
    // What a terminal that keeps up does not need stays out of its way.
    expect(requests.some(({ path }) => path.includes('district-deltas'))).toBe(behind > 3);
  }
  expect(Object.fromEntries(ways)).toEqual({
    1: 'delta',
    3: 'delta',
    4: 'delta',
    5: 'delta',
    20: 'delta',
    21: 'bundle',
  });
});

test('with 20 versions behind them an idle look costs under 0.6 kB and one changed record under 4 kB', async () => {
  const terminal = await house.terminal();
  const edits: Record<number, string> = {};
  for (let version = 1; version <= 25; version += 1) {
    edits[version] = `第${version}版。`;
    await house.publish(sampleRecords(40, edits));
    if (version === 24) await terminal.update(roles);
  }
  const sent = (): number => requests.reduce((sum, { bytes }) => sum + bytes, 0);
  requests.length = 0;
  expect(await terminal.update(roles)).toMatchObject({ district: 'delta' });
  expect(sent()).toBeLessThan(4000);
  requests.length = 0;
  await terminal.update(roles);
  expect(requests).toHaveLength(2);
  expect(sent()).toBeLessThan(600);
});

test('a township that is gone from the sources has nothing to say any more', async () => {
  await house.publish(sampleRecords());
  const without = sampleRecords();
  without.delete('town-205');
  expect(await house.publish(without)).toMatchObject({ changed: ['town-205'], versions: { 'town-205': 2 } });
  const terminal = await house.terminal();
  await terminal.update(roles);
  expect(terminal.records('town-205').size).toBe(0);
  expect(await house.publish(sampleRecords(), { partly: true })).toMatchObject({ changed: ['town-205'] });
});

test('a record that its role may not hold is never published', async () => {
  const records = sampleRecords();
  records.get('town-204')?.set('matter/sample-1', '{"id":"sample-1"}');
  await expect(house.publish(records)).rejects.toThrow('town-204 may not hold matter/sample-1');
});

test('what nothing names any more leaves a day later, and roots stay', async () => {
  const day = 24 * 60 * 60_000;
  const at = (days: number): Date => new Date(Date.now() + days * day);
  for (const version of [1, 2, 3]) await house.publish(sampleRecords(40, { 1: `第${version}版。` }));
  const before = [...(await house.files()).keys()];
  expect(before.filter(file => /metadata\/\d\.district\.json$/.test(file))).toHaveLength(3);
  await house.publish(sampleRecords(40, { 1: '第4版。' }), { now: at(2) });
  const after = [...(await house.files()).keys()].filter(file => /district\.json|root\.json|records\.zst$/.test(file));
  // Version 3 was in use until now.
  expect(after.filter(file => file.includes('district.json')).sort()).toEqual([
    'metadata/3.district.json',
    'metadata/4.district.json',
  ]);
  expect(after.filter(file => file.startsWith('targets/district/'))).toHaveLength(2);
  expect(after).toContain('metadata/1.root.json');
});

test('a bundle that somebody deleted is mended by the next publish, under the same version', async () => {
  const { rm } = await import('node:fs/promises');
  await house.publish(sampleRecords());
  const before = await house.files();
  await rm(`${house.origin}/targets`, { recursive: true });
  expect(await house.publish(sampleRecords())).toMatchObject({ changed: [] });
  expect(await house.files()).toEqual(before);
});
