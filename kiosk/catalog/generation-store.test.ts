import 'fake-indexeddb/auto';
import { deleteDB, openDB } from 'idb';
import { expect, it } from 'vitest';
import { keep, readKept, sha256Hex } from './generation-store.ts';

it('has nothing before anything was kept', async () => {
  expect(await readKept()).toBeNull();
});

it('gives back what was kept, also Chinese', async () => {
  const generation = { digest: await sha256Hex('{"社":1}'), text: '{"社":1}' };
  await keep(generation);
  expect(await readKept()).toEqual(generation);
});

it('treats changed bytes as nothing kept, so that they are fetched again', async () => {
  const database = await openDB('kiosk');
  await database.put('generation', { digest: await sha256Hex('whole'), text: 'torn' }, 'kept');
  database.close();
  expect(await readKept()).toBeNull();
});

it('makes a store anew that cannot be used', async () => {
  await deleteDB('kiosk');
  // Of a later kiosk that was taken back, and without any place of ours.
  (await openDB('kiosk', 99)).close();
  const generation = { digest: await sha256Hex('whole'), text: 'whole' };
  await keep(generation);
  expect(await readKept()).toEqual(generation);
});
