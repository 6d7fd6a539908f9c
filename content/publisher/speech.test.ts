import { mkdtemp, readdir, readFile, rm, stat, utimes, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import { decodeBundle } from '../delivery/bundle.ts';
import type { Records } from '../delivery/records.ts';
import type { Role } from '../delivery/roles.ts';
import { removeOldPacks, writePacks } from './pack-files.ts';
import { type TestOrigin, testOrigin } from './publisher.test-support.ts';

let origin: TestOrigin;
beforeAll(async () => {
  origin = await testOrigin([]);
});
afterAll(() => origin.close());

const sounds = JSON.stringify({ bytes: 3, sha256: 'a'.repeat(64) });
const district = (entries: Record<string, string>): Map<Role, Records> =>
  new Map([['district', new Map(Object.entries(entries))]]);

/** Keys of the district's records as they are published. */
async function keysOut(): Promise<string[]> {
  const files = await readdir(join(origin.origin, 'targets/district'));
  const bundles = await Promise.all(
    files
      .filter(name => name.endsWith('records.zst'))
      .map(async name => {
        const file = join(origin.origin, 'targets/district', name);
        return { at: (await stat(file)).mtimeMs, keys: [...decodeBundle(await readFile(file)).keys()] };
      }),
  );
  return bundles.sort((a, b) => b.at - a.at)[0]?.keys.sort() ?? [];
}

test('a publication without sounds leaves those that are out, but for a matter that is gone', async () => {
  await origin.publish(
    district({
      'matter/a': '1',
      'matter/b': '1',
      'speech/a': sounds,
      'speech/b': sounds,
      'shared-speech/district': sounds,
    }),
  );
  const { versions } = await origin.publish(district({ 'matter/a': '1', 'matter/b': '1' }));
  expect(versions.district).toBe(1);
  await origin.publish(district({ 'matter/a': '2' }));
  expect(await keysOut()).toEqual(['matter/a', 'shared-speech/district', 'speech/a']);
});

test('sounds of another role are refused', async () => {
  await expect(origin.publish(district({ 'shared-speech/targets': sounds }))).rejects.toThrow('may not hold');
});

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'packs-'));
});
afterEach(() => rm(folder, { recursive: true }));

test('packs are written whole, mended when torn, kept while in use and long after', async () => {
  const now = new Date('2026-11-24T00:00:00Z');
  const later = new Date('2027-06-24T00:00:00Z');
  await writePacks(folder, new Map([['speech/a.pack', Uint8Array.of(1, 2)]]), now);
  await writeFile(join(folder, 'speech/a.pack'), 'x');
  await writeFile(join(folder, 'speech/old.pack'), 'x');
  await utimes(join(folder, 'speech/old.pack'), now, now);
  await removeOldPacks(folder, now);
  await writePacks(folder, new Map([['speech/a.pack', Uint8Array.of(1, 2)]]), later);
  expect([...(await readFile(join(folder, 'speech/a.pack')))]).toEqual([1, 2]);
  expect(await readdir(join(folder, 'speech'))).toEqual(['a.pack', 'old.pack']);
  await removeOldPacks(folder, later);
  expect(await readdir(join(folder, 'speech'))).toEqual(['a.pack']);
});
