import { readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { type TestOrigin, testOrigin } from './publisher.test-support.ts';
import { refresh } from './refresh.ts';
import { sampleRecords } from './sample-records.test-support.ts';

const dayMs = 24 * 60 * 60_000;
let house: TestOrigin;

beforeEach(async () => {
  house = await testOrigin();
  await house.publish(sampleRecords());
});
afterEach(() => house.close());

function inDays(days: number): Date {
  return new Date(Date.now() + days * dayMs);
}

async function document(file: string): Promise<{ version: number; expires: string }> {
  return JSON.parse(await readFile(join(house.origin, 'metadata', file), 'utf8')).signed;
}

function daysLeft({ expires }: { expires: string }): number {
  return Math.round((Date.parse(expires) - Date.now()) / dayMs);
}

test('a timestamp lives 7 days, a snapshot 30, content and root a year', async () => {
  const files = ['timestamp.json', '1.snapshot.json', '1.targets.json', '1.town-204.json', '1.root.json'];
  expect(await Promise.all(files.map(async file => daysLeft(await document(file))))).toEqual([7, 30, 365, 365, 365]);
});

test('only what ages is signed anew: the timestamp after half its life, the snapshot after two thirds', async () => {
  await refresh({ ...house.options(), now: inDays(3) });
  expect(await document('timestamp.json')).toMatchObject({ version: 1 });
  await refresh({ ...house.options(), now: inDays(4) });
  expect(await document('timestamp.json')).toMatchObject({ version: 2 });
  expect(daysLeft(await document('timestamp.json'))).toBe(11);
  await refresh({ ...house.options(), now: inDays(21) });
  expect(daysLeft(await document('2.snapshot.json'))).toBe(51);
  const terminal = await house.terminal();
  await terminal.update(['district', 'town-204']);
  expect(terminal.version('district')).toBe(1);
});

test('content whose signatures run out within two months asks for new ones, under the same content version', async () => {
  await rm(join(house.keys, 'town-204-reviewer.pem'));
  const result = await refresh({ ...house.options(), now: inDays(310) });
  expect(result.changed).toEqual([]);
  expect(result.documents).toContain('district');
  expect(result.waiting).toMatchObject([{ document: 'town-204', missing: ['town-204-reviewer'] }]);
  expect(await document('2.district.json')).toMatchObject({
    targets: { 'district/records.zst': { custom: { version: 1 } } },
  });
});

test.each(['', '{"signatures":[],"signed":{"_type":"timesta', '[]', '<html>'])(
  'a timestamp %j is named as the trouble and left as it is',
  async text => {
    const file = join(house.origin, 'metadata/timestamp.json');
    await writeFile(file, text);
    await expect(house.publish(sampleRecords(41))).rejects.toMatchObject({ fault: 'origin-unreadable' });
    await expect(house.publish(sampleRecords(41), { versionAtLeast: 9 })).rejects.toMatchObject({
      fault: 'origin-unreadable',
    });
    expect(await readFile(file, 'utf8')).toBe(text);
  },
);

test('what strangers signed is not gone on with', async () => {
  const other = await testOrigin();
  try {
    await other.publish(sampleRecords());
    await writeFile(
      join(house.origin, 'metadata/timestamp.json'),
      await readFile(join(other.origin, 'metadata/timestamp.json')),
    );
    await expect(house.publish(sampleRecords(41))).rejects.toMatchObject({ fault: 'origin-unreadable' });
  } finally {
    await other.close();
  }
});

test('after a lost origin terminals follow when every version is above theirs', async () => {
  await house.publish(sampleRecords(41));
  const terminal = await house.terminal();
  await terminal.update(['district']);
  await rm(join(house.origin, 'metadata/timestamp.json'));
  await expect(house.publish(sampleRecords(42))).rejects.toMatchObject({ fault: 'origin-unreadable' });
  await rm(join(house.origin, 'metadata'), { recursive: true });
  expect(await house.publish(sampleRecords(42), { versionAtLeast: 50 })).toMatchObject({ versions: { district: 50 } });
  await terminal.update(['district', 'town-204']);
  expect(terminal.version('district')).toBe(50);
  expect(await house.publish(sampleRecords(42), { versionAtLeast: 50 })).toMatchObject({ changed: [], documents: [] });
});
