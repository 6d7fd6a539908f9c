import { mkdir, readdir, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { canonicalJson } from '../common/canonical-json.ts';
import { encodeBundle } from '../delivery/bundle.ts';
import type { Role } from '../delivery/roles.ts';
import { filesBelow, type TestOrigin, testOrigin } from './publisher.test-support.ts';
import { refresh } from './refresh.ts';
import { sampleRecords } from './sample-records.test-support.ts';
import { sign } from './sign.ts';

let house: TestOrigin;
let elsewhere: string;

beforeEach(async () => {
  house = await testOrigin();
  elsewhere = join(house.folder, 'elsewhere');
  await mkdir(elsewhere);
});
afterEach(() => house.close());

/** The key is with its holder, not on the machine that publishes. */
async function takeAway(...names: string[]): Promise<void> {
  for (const name of names) await rename(join(house.keys, `${name}.pem`), join(elsewhere, `${name}.pem`));
}

function signedBy(name: string, role: Role) {
  return sign({ ...house.options(), role, keyFile: join(elsewhere, `${name}.pem`), agree: async () => true });
}

function withPhone(phone: string) {
  const records = sampleRecords();
  records.get('town-204')?.set('place/331003204', canonicalJson({ code: '331003204', phone }));
  return records;
}

test('an edit that one of two signed waits, and goes out with the second signature', async () => {
  await house.publish(sampleRecords());
  await takeAway('town-204-reviewer');
  const before = await house.files();
  const edited = withPhone('0576-84000001');
  const result = await house.publish(edited);
  expect(result).toMatchObject({ changed: [], documents: [] });
  expect(result.waiting).toEqual([
    { document: 'town-204', version: 2, threshold: 2, signed: ['town-204-author'], missing: ['town-204-reviewer'] },
  ]);
  const terminal = await house.terminal();
  await terminal.update(['town-204']);
  expect(terminal.version('town-204')).toBe(1);
  const metadata = (files: Map<string, string>) => [...files].filter(([file]) => file.startsWith('metadata/'));
  expect(metadata(await house.files())).toEqual(metadata(before));

  const done = await signedBy('town-204-reviewer', 'town-204');
  expect(done).toMatchObject({ changed: ['town-204'], waiting: [] });
  expect(done.signed).toEqual([
    { document: 'town-204', version: 2, records: ['place/331003204'], delegations: [], rollout: null },
  ]);
  await terminal.update(['town-204']);
  expect(terminal.version('town-204')).toBe(2);
  expect(terminal.records('town-204')).toEqual(edited.get('town-204'));
});

test('what waits for one role holds up no other', async () => {
  await house.publish(sampleRecords());
  await takeAway('town-204-reviewer');
  const records = withPhone('0576-84000002');
  records.set('district', new Map(sampleRecords(40, { 1: '改了。' }).get('district')));
  expect(await house.publish(records)).toMatchObject({ changed: ['district'] });
  const terminal = await house.terminal();
  await terminal.update(['district', 'town-204']);
  expect([terminal.version('district'), terminal.version('town-204')]).toEqual([2, 1]);
});

test('three of the district sign one after the other, on machines without the key of the server', async () => {
  await house.publish(sampleRecords());
  await takeAway('district-1', 'district-2', 'district-3', 'snapshot-1', 'timestamp-1');
  expect(await house.publish(sampleRecords(41))).toMatchObject({ changed: [], waiting: [{ signed: [] }] });
  expect((await signedBy('district-3', 'district')).waiting).toMatchObject([{ signed: ['district-3'] }]);
  expect((await signedBy('district-3', 'district')).waiting).toMatchObject([{ signed: ['district-3'] }]);
  expect((await signedBy('district-1', 'district')).waiting).toMatchObject([
    { signed: ['district-1', 'district-3'], missing: [] },
  ]);
  // Publishing again does not lose the signatures.
  expect((await house.publish(sampleRecords(41))).waiting).toMatchObject([{ missing: [] }]);
  for (const name of ['snapshot-1', 'timestamp-1'])
    await rename(join(elsewhere, `${name}.pem`), join(house.keys, `${name}.pem`));
  expect(await refresh(house.options())).toMatchObject({ changed: ['district'], waiting: [] });
});

test('a key of another role, or nothing to sign, is refused', async () => {
  await house.publish(sampleRecords());
  await takeAway('town-204-reviewer', 'town-205-reviewer');
  await expect(signedBy('town-204-reviewer', 'town-204')).rejects.toMatchObject({ fault: 'nothing-waiting' });
  await house.publish(withPhone('0576-84000003'));
  await expect(signedBy('town-205-reviewer', 'town-204')).rejects.toMatchObject({ fault: 'key-unknown' });
  await expect(signedBy('nobody', 'town-204')).rejects.toMatchObject({ fault: 'key-missing' });
});

test('another edit replaces what waits, and an edit that is undone withdraws it', async () => {
  await house.publish(sampleRecords());
  await takeAway('town-204-author', 'town-204-reviewer');
  await house.publish(withPhone('0576-84000004'));
  await signedBy('town-204-author', 'town-204');
  expect((await house.publish(withPhone('0576-84000005'))).waiting).toMatchObject([{ signed: [] }]);
  expect((await house.publish(sampleRecords())).waiting).toEqual([]);
  expect(await readdir(`${house.origin}.publisher/pending`)).toEqual([]);
});

test('a role on its own is published without touching what waits for another', async () => {
  await house.publish(sampleRecords());
  await takeAway('town-204-reviewer');
  await house.publish(withPhone('0576-84000006'));
  const district = new Map([...sampleRecords(41)].filter(([role]) => role === 'district'));
  const result = await house.publish(district, { partly: true });
  expect(result).toMatchObject({ changed: ['district'], waiting: [{ document: 'town-204' }] });
});

test('nobody signs a bundle that is not what the document says', async () => {
  await house.publish(sampleRecords());
  await takeAway('town-204-reviewer');
  await house.publish(withPhone('0576-84000007'));
  const files = await filesBelow(join(house.origin, 'targets/town-204'));
  for (const file of files.keys())
    if (file.endsWith('records.zst'))
      await writeFile(join(house.origin, 'targets/town-204', file), encodeBundle(new Map()));
  await expect(signedBy('town-204-reviewer', 'town-204')).rejects.toMatchObject({ fault: 'content-invalid' });
});

test('one publisher at a time', async () => {
  const [first, second] = await Promise.allSettled([house.publish(sampleRecords()), house.publish(sampleRecords())]);
  expect([first.status, second.status].sort()).toEqual(['fulfilled', 'rejected']);
  expect([first, second].find(({ status }) => status === 'rejected')).toMatchObject({
    reason: { fault: 'publisher-busy' },
  });
  // A claim that a killed one left behind does not count.
  await writeFile(`${house.origin}.publisher/publisher.pid`, '999999999');
  await house.publish(sampleRecords());
});
