import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { publicationSchema, rolloutSchema } from '../delivery/publication.ts';
import { changeRollout } from './change-rollout.ts';
import { type TestOrigin, testOrigin } from './publisher.test-support.ts';
import { rollback } from './rollback.ts';
import { sampleRecords } from './sample-records.test-support.ts';

let house: TestOrigin;

beforeEach(async () => {
  house = await testOrigin();
});
afterEach(() => house.close());

async function publication(document: number) {
  const text = await readFile(join(house.origin, `metadata/${document}.district.json`), 'utf8');
  return publicationSchema.parse(JSON.parse(text).signed.targets['district/records.zst'].custom);
}

test('the version before comes back under a higher one', async () => {
  await house.publish(sampleRecords());
  await house.publish(sampleRecords(40, { 1: '错了。' }));
  const terminal = await house.terminal();
  await terminal.update(['district']);
  expect(await rollback({ ...house.options(), role: 'district' })).toMatchObject({
    changed: ['district'],
    versions: { district: 3, 'town-204': 1 },
  });
  expect(await terminal.update(['district'])).toEqual({ district: 'delta' });
  expect(terminal.records('district')).toEqual(sampleRecords().get('district'));
  expect(await publication(3)).toMatchObject({ version: 3, rollbackOf: 1 });
  // A second one goes further back, not forth to the mistake.
  await expect(rollback({ ...house.options(), role: 'district' })).rejects.toMatchObject({ fault: 'version-missing' });
  // The edit is still in the sources.
  expect(await house.publish(sampleRecords(40, { 1: '错了。' }))).toMatchObject({ versions: { district: 4 } });
});

test('any of the last 20 versions comes back, and no older one', async () => {
  for (let version = 1; version <= 22; version += 1) await house.publish(sampleRecords(version));
  await expect(rollback({ ...house.options(), role: 'district', to: 1 })).rejects.toMatchObject({
    fault: 'version-missing',
  });
  await expect(rollback({ ...house.options(), role: 'district', to: 22 })).rejects.toMatchObject({
    fault: 'version-missing',
  });
  await rollback({ ...house.options(), role: 'district', to: 2 });
  const terminal = await house.terminal();
  await terminal.update(['district']);
  expect(terminal.version('district')).toBe(23);
  expect(terminal.records('district')).toEqual(sampleRecords(2).get('district'));
});

test('a role that has published nothing cannot go back', async () => {
  await house.publish(sampleRecords());
  for (const role of ['district', 'town-999'] as const)
    await expect(rollback({ ...house.options(), role })).rejects.toMatchObject({ fault: 'version-missing' });
});

test('a plan of who gets it when is signed with the version, and changes without a new one', async () => {
  await house.publish(sampleRecords());
  const rollout = rolloutSchema.parse({
    canaries: ['demo-1'],
    ramp: [
      { from: '2026-11-24T00:00:00Z', percent: 10 },
      { from: '2026-11-25T00:00:00Z', percent: 100 },
    ],
    hours: { from: 0, to: 6 },
  });
  await house.publish(sampleRecords(41), { rollout });
  expect(await publication(2)).toMatchObject({ version: 2, rollout });
  const halted = await changeRollout({ ...house.options(), role: 'district', rollout: { halted: true } });
  expect(halted).toMatchObject({ changed: [], documents: ['district'], versions: { district: 2 } });
  expect(await publication(3)).toMatchObject({ version: 2, rollout: { ...rollout, halted: true } });
  // Publishing the same again neither resumes it nor makes a version.
  expect(await house.publish(sampleRecords(41))).toMatchObject({ documents: [] });
  await changeRollout({ ...house.options(), role: 'district', rollout: { halted: false } });
  expect(await publication(4)).toMatchObject({ version: 2, rollout });
  // An ordinary edit brings nobody what is still being tried.
  expect(await house.publish(sampleRecords(42))).toMatchObject({ plans: { district: rollout } });
  expect(await publication(5)).toMatchObject({ version: 3, rollout });
  await changeRollout({ ...house.options(), role: 'district', rollout: { ramp: [], canaries: [] } });
  await house.publish(sampleRecords(43));
  expect((await publication(7)).rollout).toEqual(rolloutSchema.parse({}));
});
