import { createPrivateKey } from 'node:crypto';
import { readdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { isDemoRoot } from '../delivery/demo-root.ts';
import { addKeys, initKeys, renewRoot, replaceKeys } from './keys/ceremony.ts';
import { ensureDemoKeys, townsInSources } from './keys/demo-keys.ts';
import { requireKeyFolder } from './keys/key-folder.ts';
import { listKeys } from './keys/list-keys.ts';
import { signRoot } from './keys/sign-root.ts';
import { type TestOrigin, testOrigin } from './publisher.test-support.ts';
import { refresh } from './refresh.ts';
import { sampleRecords } from './sample-records.test-support.ts';
import { sign } from './sign.ts';

const contentFolder = join(import.meta.dirname, '..');
const roles = ['targets', 'district', 'town-204', 'town-205'] as const;
let house: TestOrigin;

beforeEach(async () => {
  house = await testOrigin();
  await house.publish(sampleRecords());
});
afterEach(() => house.close());

function ceremony() {
  return { folder: house.keys, now: new Date() };
}

async function idOf(name: string): Promise<string> {
  const { plan } = await requireKeyFolder(house.keys);
  return Object.entries(plan.keys).find(([, key]) => key.name === name)?.[0] ?? '';
}

test('the root is rotated twice, and a terminal with the first one follows', async () => {
  const terminal = await house.terminal();
  await terminal.update(roles);
  const late = await house.terminal();
  for (const version of [2, 3]) {
    expect(await replaceKeys(ceremony(), 'root')).toMatchObject({ root: { version, complete: true } });
    expect(await house.publish(sampleRecords())).toMatchObject({ changed: [] });
  }
  await house.publish(sampleRecords(41));
  for (const each of [terminal, late]) {
    await each.update(roles);
    expect(each.version('district')).toBe(2);
  }
  expect((await listKeys(house.keys)).roles[0]?.keys.map(({ name }) => name)).toEqual(['root-7', 'root-8', 'root-9']);
});

test.each(['targets', 'snapshot', 'timestamp', 'deltas', 'district', 'town-204'] as const)(
  'the keys of %s are rotated, and nothing gets a new content version',
  async role => {
    // So many that the older deltas stand apart, signed by a key of their own.
    for (let version = 2; version <= 6; version += 1) await house.publish(sampleRecords(40, { [version]: '改了。' }));
    const terminal = await house.terminal();
    await terminal.update(roles);
    const early = await terminal.copy();
    await replaceKeys(ceremony(), role);
    expect(await refresh(house.options())).toMatchObject({ changed: [], waiting: [] });
    await early.update(roles);
    await house.publish(sampleRecords(41));
    for (const each of [terminal, early, await house.terminal()]) {
      await each.update(roles);
      expect(each.version('district')).toBe(7);
    }
    expect(await house.publish(sampleRecords(41))).toMatchObject({ documents: [] });
  },
);

test('a lost key of the district is replaced with the two that are left, and signs nothing more', async () => {
  const lost = await idOf('district-1');
  await replaceKeys(ceremony(), 'district', { keyIds: [lost.slice(0, 12)], lost: true });
  await house.publish(sampleRecords(41));
  const signers = JSON.parse(await readFile(join(house.origin, 'metadata/2.district.json'), 'utf8')).signatures;
  expect(signers.map(({ keyid }: { keyid: string }) => keyid)).not.toContain(lost);
  expect(await readFile(join(house.origin, 'metadata/2.targets.json'), 'utf8')).not.toContain(lost);
  expect(await readdir(house.keys)).toContain('district-1.pem.lost');
  const terminal = await house.terminal();
  await terminal.update(roles);
  expect(terminal.version('district')).toBe(2);
});

test("a lost key of a township's two is replaced by the district's word", async () => {
  await rm(join(house.keys, 'town-204-author.pem'));
  await replaceKeys(ceremony(), 'town-204', { keyIds: ['town-204-author'], lost: true });
  expect(await house.publish(sampleRecords())).toMatchObject({ waiting: [], changed: [] });
  const terminal = await house.terminal();
  await terminal.update(roles);
  await expect(replaceKeys(ceremony(), 'town-204', { keyIds: ['town-204-author'] })).rejects.toMatchObject({
    fault: 'key-unknown',
  });
});

test('new keys of the district and what they sign go out together or not at all', async () => {
  await rename(join(house.keys, 'city-1.pem'), join(house.folder, 'city-1.pem'));
  await replaceKeys(ceremony(), 'district');
  const result = await house.publish(sampleRecords());
  expect(result.documents).toEqual([]);
  expect(result.waiting.map(({ document }) => document)).toEqual(['district', 'targets', 'towns']);
  const terminal = await house.terminal();
  await terminal.update(roles);
  const signed = await sign({
    ...house.options(),
    role: 'targets',
    keyFile: join(house.folder, 'city-1.pem'),
    agree: async () => true,
  });
  expect(signed.documents).toEqual(['district', 'targets', 'towns']);
  // Whoever signs is told whose keys will count.
  expect(signed.signed.flatMap(({ delegations }) => delegations)).toEqual([
    expect.stringMatching(/^district: 2 of .* for district.*\(before: 2 of /),
    expect.stringMatching(/^towns: 2 of /),
  ]);
  await terminal.update(roles);
});

test('a next root waits in the folder of keys until enough have signed it', async () => {
  for (const name of ['root-2', 'root-3']) await rename(join(house.keys, `${name}.pem`), join(house.folder, name));
  const { root } = await replaceKeys(ceremony(), 'timestamp');
  expect(root).toEqual({ version: 2, complete: false });
  expect((await listKeys(house.keys)).proposal).toEqual({ version: 2, missing: ['root-2', 'root-3'] });
  await house.publish(sampleRecords(41));
  const terminal = await house.terminal();
  await terminal.update(roles);
  expect(terminal.version('district')).toBe(2);
  const signature = { folder: house.keys, keyFile: join(house.folder, 'root-3'), passphrase: null };
  expect(await signRoot(signature)).toEqual({ version: 2, complete: true, missing: [] });
  await refresh(house.options());
  await terminal.update(roles);
  await expect(signRoot(signature)).rejects.toMatchObject({ fault: 'nothing-waiting' });
});

test('the key of the timestamp is lost: the root says another, and terminals follow', async () => {
  const terminal = await house.terminal();
  await terminal.update(roles);
  await replaceKeys(ceremony(), 'timestamp', { keyIds: ['timestamp-1'], lost: true });
  await refresh(house.options());
  await house.publish(sampleRecords(41));
  await terminal.update(roles);
  expect(terminal.version('district')).toBe(2);
});

test('a root that ages is signed anew', async () => {
  const now = new Date(Date.now() + 300 * 24 * 60 * 60_000);
  expect((await renewRoot({ folder: house.keys, now })).root).toEqual({ version: 2, complete: true });
  const { root } = await listKeys(house.keys);
  expect(Date.parse(root?.expires ?? '') - now.getTime()).toBeCloseTo(365 * 24 * 60 * 60_000, -4);
});

test('a place without keys publishes nothing until it has some', async () => {
  const records = sampleRecords();
  records.set('town-206', new Map([['place/331003206', '{"code":"331003206"}']]));
  await expect(house.publish(records)).rejects.toMatchObject({ fault: 'role-without-keys', detail: 'town-206' });
  await addKeys(ceremony(), 'town-206');
  expect(await house.publish(records)).toMatchObject({ changed: ['town-206'] });
  const terminal = await house.terminal();
  await terminal.update([...roles, 'town-206']);
  expect(terminal.version('town-206')).toBe(1);
});

test('a locked key opens with its passphrase only, and its file is for its owner', async () => {
  const folder = join(house.folder, 'locked');
  await initKeys({ folder, towns: ['town-204'], passphrase: '一把锁', now: new Date() });
  const file = join(folder, 'root-1.pem');
  expect((await stat(file)).mode & 0o777).toBe(0o600);
  const pem = await readFile(file, 'utf8');
  const opened = (passphrase: string) => createPrivateKey({ key: pem, passphrase });
  expect(opened('一把锁').asymmetricKeyType).toBe('ed25519');
  expect(() => opened('两把锁')).toThrow();
  const records = new Map([...sampleRecords()].filter(([role]) => role !== 'town-205'));
  const options = { origin: join(house.folder, 'locked-origin'), keys: folder };
  for (const passphrase of [null, '两把锁']) {
    const result = await house.publish(records, { ...options, passphrase });
    expect(result).toMatchObject({ changed: [], documents: [] });
    expect(result.locked).toContain('snapshot-1');
  }
  expect(await house.publish(records, { ...options, passphrase: '一把锁' })).toMatchObject({ waiting: [], locked: [] });
  expect((await listKeys(folder)).roles[0]?.keys.map(({ place }) => place)).toEqual(['locked', 'locked', 'locked']);
});

test('the root of a trial start says so under its signature, and a real one does not', async () => {
  const folder = join(house.folder, 'demo');
  await ensureDemoKeys(folder, contentFolder);
  const root = JSON.parse(await readFile(join(folder, 'root.json'), 'utf8'));
  expect(isDemoRoot(root)).toBe(true);
  expect(isDemoRoot(JSON.parse(await readFile(join(house.keys, 'root.json'), 'utf8')))).toBe(false);
  expect((await townsInSources(contentFolder)).length).toBe(19);
  const keys = await readFile(join(folder, 'roles.json'), 'utf8');
  await ensureDemoKeys(folder, contentFolder);
  expect(await readFile(join(folder, 'roles.json'), 'utf8')).toBe(keys);
});

test('keys are never written over keys, and a torn list of roles is named', async () => {
  await expect(initKeys({ ...ceremony(), towns: [] })).rejects.toMatchObject({ fault: 'keys-exist' });
  await expect(addKeys(ceremony(), 'town-204')).rejects.toMatchObject({ fault: 'keys-exist' });
  await writeFile(join(house.keys, 'roles.json'), '{"demo":');
  await expect(house.publish(sampleRecords())).rejects.toMatchObject({ fault: 'file-unreadable' });
  await rm(join(house.keys, 'roles.json'));
  await expect(house.publish(sampleRecords())).rejects.toMatchObject({ fault: 'key-missing' });
});
