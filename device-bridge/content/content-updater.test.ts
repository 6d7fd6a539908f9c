import { readdirSync, rmSync, writeFileSync } from 'node:fs';
import { cp, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { pathToFileURL } from 'node:url';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { canonicalJson } from '../../content/common/canonical-json.ts';
import { bundleTarget } from '../../content/delivery/publication.ts';
import { rollback } from '../../content/publisher/rollback.ts';
import { databaseFile } from './content-updater.ts';
import { forge } from './forged.test-support.ts';
import { digestOf, matterRecord, type SampleContent, sampleContent } from './sample-content.test-support.ts';
import { fileTransport } from './tuf/file-transport.ts';
import { originAt, type Source } from './update/look.ts';
import type { UpdateStep } from './update/update-state.ts';
import {
  httpSource,
  type TestDistrict,
  type TestTerminal,
  testDistrict,
  testTerminal,
} from './updater.test-support.ts';

let district: TestDistrict;
let terminals: TestTerminal[];
beforeEach(async () => {
  district = await testDistrict();
  terminals = [];
});
afterEach(async () => {
  for (const each of terminals) await each.close();
  await district.close();
});

const first = sampleContent('第一版');
const second = sampleContent('第二版');

async function terminal(options: Parameters<typeof testTerminal>[1] = {}): Promise<TestTerminal> {
  const made = await testTerminal(district, options);
  terminals.push(made);
  await made.settled();
  return made;
}

const fetched = (): string[] =>
  district.origin.requests.filter(({ status }) => status === 200).map(({ path }) => path.replace(/[0-9a-f]{64}\./, ''));

describe('the content updater', () => {
  test('installs a signed generation and asks cheaply afterwards', async () => {
    await district.publish(first);
    const { shown, round, inventory } = await terminal();
    expect(shown?.digest).toBe(digestOf(first));
    expect(inventory()).toMatchObject({
      roles: { targets: 1, district: 1, 'town-204': 1, 'town-205': 1 },
      failed: [],
      fault: null,
    });
    await round();
    district.origin.requests.length = 0;
    await round();
    expect(district.origin.requests).toEqual([{ path: 'metadata/timestamp.json', status: 304 }]);
  });

  test('takes a delta where there is one, and only of the roles that changed', async () => {
    await district.publish(first);
    const made = await terminal();
    await district.publish(second);
    district.origin.requests.length = 0;
    await made.round();
    expect(made.shown?.digest).toBe(digestOf(second));
    expect(fetched().filter(path => path.startsWith('targets/'))).toEqual([
      'targets/district/from-1.zst',
      'targets/town-204/from-1.zst',
    ]);
  });

  test('takes the bundle when the delta does not lead to the signed state', async () => {
    await district.publish(first);
    const made = await terminal();
    await district.publish(second);
    district.origin.misbehave = (path, response) => {
      if (!path.endsWith('.from-1.zst')) return false;
      response.end('not the delta');
      return true;
    };
    await made.round();
    expect(made.shown?.digest).toBe(digestOf(second));
    expect(made.fault).toBeNull();
  });

  test('waits with a new generation until the citizen has left', async () => {
    await district.publish(first);
    let idle = true;
    const made = await terminal({ isIdle: () => idle });
    idle = false;
    await district.publish(second);
    await made.round();
    expect(made.step).toBe('staged');
    expect(made.shown?.digest).toBe(digestOf(first));
    idle = true;
    made.quiet();
    await made.settled();
    expect(made.shown?.digest).toBe(digestOf(second));
  });

  test('keeps what waits over a restart, and what is shown when the origin is gone', async () => {
    await district.publish(first);
    let idle = true;
    const made = await terminal({ isIdle: () => idle });
    idle = false;
    await district.publish(second);
    await made.round();
    await made.close();
    await district.origin.close();
    const again = await terminal({ folder: made.folder, isIdle: () => idle });
    expect(again.shown?.digest).toBe(digestOf(first));
    expect(again.fault).toBe('content-origin-unreachable');
    idle = true;
    again.quiet();
    await again.settled();
    expect(again.shown?.digest).toBe(digestOf(second));
  });

  test('goes through named steps', async () => {
    await district.publish(first);
    const steps: UpdateStep[] = [];
    await terminal({ onStep: step => steps.push(step) });
    expect(steps).toEqual('idle refreshing fetching verifying staged switching checking idle'.split(' '));
  });

  test('a township may not change the district’s guides, though both its keys signed', async () => {
    const content = new Map(first);
    await district.publish(content);
    const made = await terminal();
    const foreign = new Map([
      ...content,
      ['town-204' as const, new Map([['matter/x', matterRecord('x', 99, '外来')]])],
    ]);
    await expect(district.publish(foreign)).rejects.toThrow(/may not hold/);
    // The publisher refuses it, so the bundle is put under the township's own signature by hand.
    await forge(district, 'town-204', foreign.get('town-204') ?? new Map());
    await made.round();
    expect(made.fault).toBe('content-untrusted');
    expect(made.shown?.digest).toBe(digestOf(first));
  });

  test('one township whose documents are broken does not hold up the others', async () => {
    await district.publish(first);
    const made = await terminal();
    await district.publish(second);
    const name =
      readdirSync(join(district.originFolder, 'metadata'))
        .filter(each => each.endsWith('.town-204.json'))
        .sort()
        .at(-1) ?? '';
    await writeFile(join(district.originFolder, 'metadata', name), '{}');
    await made.round();
    expect(made.inventory()).toMatchObject({ roles: { district: 2, 'town-204': 1 }, fault: 'content-untrusted' });
  });

  test('takes old content under a higher version for what it is: the operator’s way back', async () => {
    await district.publish(first);
    const made = await terminal();
    await district.publish(second);
    await made.round();
    await rollback({ origin: district.originFolder, keys: district.keys, now: new Date(), role: 'district', to: 1 });
    await made.round();
    expect(made.inventory().roles.district).toBe(3);
    const back = new Map([...second, ['district' as const, first.get('district') ?? new Map()]]);
    expect(made.shown?.digest).toBe(digestOf(back));
  });
});

describe('a new generation that is not fit', () => {
  test('is not shown when it cannot be searched, and not fetched again', async () => {
    await district.publish(first);
    const made = await terminal();
    const lost = JSON.parse(matterRecord('sample-0', 0, '第二版'));
    await district.publish(withMatter(first, 'sample-0', canonicalJson({ ...lost, search: [] })));
    await made.round();
    expect(made.shown?.digest).toBe(digestOf(first));
    expect(made.inventory()).toMatchObject({
      failed: [{ role: 'district', version: 2, why: 'content-check-failed' }],
      fault: 'content-check-failed',
    });
    district.origin.requests.length = 0;
    await made.round();
    expect(fetched().filter(path => path.startsWith('targets/'))).toEqual([]);
    await district.publish(second);
    await made.round();
    expect(made.shown?.digest).toBe(digestOf(second));
    expect(made.inventory()).toMatchObject({ failed: [], fault: null });
  });

  test('is not shown when a record is not what its key says', async () => {
    await district.publish(first);
    const made = await terminal();
    await district.publish(withMatter(first, 'sample-0', '{"matter":{}}'));
    await made.round();
    expect(made.shown?.digest).toBe(digestOf(first));
    expect(made.fault).toBe('content-check-failed');
  });

  test('of one township does not keep the district’s content out', async () => {
    await district.publish(first);
    const made = await terminal();
    const broken = new Map([...second, ['town-205' as const, new Map([['place/331003205', '{"code":1}']])]]);
    await district.publish(broken);
    await made.round();
    expect(made.shown?.digest).toBe(digestOf(first));
    await made.round();
    await made.settled();
    expect(made.inventory()).toMatchObject({
      roles: { district: 2, 'town-204': 2, 'town-205': 1 },
      failed: [{ role: 'town-205', version: 2, why: 'content-check-failed' }],
      fault: 'content-check-failed',
    });
    expect(made.shown?.digest).toBe(digestOf(second));
  });

  test('gives way to the one before when the kiosk cannot draw it', async () => {
    await district.publish(first);
    let kiosks = 0;
    const made = await terminal({ kiosks: () => kiosks, kioskAnswerMs: 60_000 });
    kiosks = 1;
    await district.publish(second);
    made.look();
    await until(() => made.step === 'checking');
    made.notDrawn(made.shown?.digest ?? '', 'sample');
    await made.settled();
    expect(made.shown?.digest).toBe(digestOf(first));
    expect(made.inventory().failed).toHaveLength(2);
    await made.round();
    expect(made.shown?.digest).toBe(digestOf(first));
  });

  test('gives way when the kiosk says nothing, but not while a citizen is reading', async () => {
    await district.publish(first);
    let idle = true;
    let kiosks = 0;
    const made = await terminal({ kiosks: () => kiosks, kioskAnswerMs: 100, isIdle: () => idle });
    kiosks = 1;
    await district.publish(second);
    made.look();
    await until(() => made.step === 'checking');
    idle = false;
    await new Promise(resolve => setTimeout(resolve, 300));
    expect(made.step).toBe('checking');
    idle = true;
    await made.settled();
    expect(made.shown?.digest).toBe(digestOf(first));
    expect(made.fault).toBe('content-check-failed');
  });

  test('gives way when it ended the process again and again', async () => {
    await district.publish(first);
    let kiosks = 0;
    const made = await terminal({ kiosks: () => kiosks, kioskAnswerMs: 60_000 });
    kiosks = 1;
    await district.publish(second);
    made.look();
    await until(() => made.step === 'checking' && made.shown?.digest === digestOf(second));
    await made.close();
    const database = new DatabaseSync(databaseFile(made.folder));
    database.exec("UPDATE slot SET attempts = 3 WHERE name = 'active'");
    database.close();
    const again = await terminal({ folder: made.folder });
    expect(again.shown?.digest).toBe(digestOf(first));
  });
});

describe('a rollout', () => {
  const rollout = { canaries: ['sample-2'], ramp: [], halted: false };
  test('reaches only the terminals it is for; who has nothing takes what there is', async () => {
    await district.publish(first);
    const [one, two] = [await terminal(), await terminal({ terminalId: 'sample-2' })];
    await district.publish(second, { rollout });
    await one.round();
    await two.round();
    expect(one.shown?.digest).toBe(digestOf(first));
    expect(two.shown?.digest).toBe(digestOf(second));
    const fresh = await terminal({ terminalId: 'sample-3' });
    expect(fresh.shown?.digest).toBe(digestOf(second));
  });

  test('goes on by the clock, without anything new at the origin', async () => {
    await district.publish(first);
    let now = Date.now();
    const made = await terminal({ now: () => now });
    const ramp = [{ from: new Date(now + 600_000).toISOString(), percent: 100 }];
    await district.publish(second, { rollout: { canaries: [], ramp, halted: false } });
    await made.round();
    expect(made.shown?.digest).toBe(digestOf(first));
    now += 700_000;
    district.origin.requests.length = 0;
    await made.round();
    expect(made.shown?.digest).toBe(digestOf(second));
    expect(fetched().some(path => path.startsWith('metadata/'))).toBe(false);
  });

  test('that was halted or held back is not shown any more, though it waits already', async () => {
    await district.publish(first);
    let idle = true;
    const held: { role: string; version: number }[] = [];
    const made = await terminal({ isIdle: () => idle, held: async () => held });
    idle = false;
    await district.publish(second);
    await made.round();
    expect(made.step).toBe('staged');
    held.push({ role: 'district', version: 2 });
    await made.round();
    expect(made.step).toBe('staged');
    expect(made.inventory().roles.district).toBe(1);
    idle = true;
    made.quiet();
    await made.settled();
    expect(made.inventory().roles).toMatchObject({ district: 1, 'town-204': 2 });
  });
});

describe('other sources', () => {
  const inFolder = (name: Source['name'], folder: string): Source => ({
    ...{ name, isThere: () => true, origin: originAt(pathToFileURL(folder).href, fileTransport()) },
  });

  test('a stick brings new content to a terminal without a network; an old stick brings nothing', async () => {
    await district.publish(first);
    const old = join(district.folder, 'old-stick');
    await cp(district.originFolder, old, { recursive: true });
    const made = await terminal();
    await district.publish(second);
    const stick = join(district.folder, 'stick');
    await cp(district.originFolder, stick, { recursive: true });
    await made.close();
    await district.origin.close();
    const sources = [httpSource(district.origin.url), inFolder('stick', stick)];
    const again = await terminal({ folder: made.folder, sources });
    expect(again.shown?.digest).toBe(digestOf(second));
    expect(again.fault).toBeNull();
    await again.close();
    const last = await terminal({ folder: made.folder, sources: [inFolder('stick', old)] });
    expect(last.fault).toBe('content-older');
    expect(last.shown?.digest).toBe(digestOf(second));
  });

  test('a first start without a network shows what it was delivered with, years later, then follows the origin', async () => {
    await district.publish(first);
    const factory = join(district.folder, 'factory');
    await cp(district.originFolder, factory, { recursive: true });
    const inTwoYears = Date.now() + 2 * 365 * 24 * 60 * 60_000;
    const unreachable = httpSource('http://127.0.0.1:9/');
    const sources = [inFolder('factory', factory), unreachable];
    const made = await terminal({ sources, now: () => inTwoYears });
    expect(made.shown?.digest).toBe(digestOf(first));
    await made.settled();
    expect(made.fault).toBe('content-origin-unreachable');
    await made.close();
    await district.publish(second);
    const again = await terminal({
      folder: made.folder,
      sources: [inFolder('factory', factory), httpSource(district.origin.url)],
    });
    expect(again.shown?.digest).toBe(digestOf(second));
  });
});

describe('what lies on the disk', () => {
  test('is fetched anew when the database is damaged', async () => {
    await district.publish(first);
    const made = await terminal();
    await made.close();
    rmSync(`${databaseFile(made.folder)}-wal`, { force: true });
    writeFileSync(databaseFile(made.folder), Buffer.alloc(8192, 7));
    const again = await terminal({ folder: made.folder });
    expect(again.shown?.digest).toBe(digestOf(first));
  });

  test('is the generation before when a record of the active one is damaged', async () => {
    await district.publish(first);
    const made = await terminal();
    await district.publish(second);
    await made.round();
    await made.close();
    const database = new DatabaseSync(databaseFile(made.folder));
    database.exec(
      "UPDATE record SET text = replace(text, '第二版', '第三版') WHERE key = 'matter/sample-0' AND until IS NULL",
    );
    database.close();
    await district.origin.close();
    const again = await terminal({ folder: made.folder });
    expect(again.shown?.digest).toBe(digestOf(first));
  });

  test('of a bundle is never trusted by its name alone', async () => {
    await district.publish(first);
    const folder = join(district.originFolder, 'targets/district');
    const name = readdirSync(folder).find(each => each.endsWith(bundleTarget('').slice(1))) ?? '';
    const whole = await readFile(join(folder, name));
    await writeFile(join(folder, name), Buffer.concat([whole.subarray(0, -1), Buffer.from([0])]));
    const made = await terminal();
    expect(made.inventory()).toMatchObject({ fault: 'content-untrusted' });
    expect(made.inventory().roles.district).toBeUndefined();
    await writeFile(join(folder, name), whole);
    await made.round();
    expect(made.shown?.digest).toBe(digestOf(first));
  });
});

function withMatter(content: SampleContent, id: string, record: string): SampleContent {
  return new Map([
    ...content,
    ['district' as const, new Map([...(content.get('district') ?? []), [`matter/${id}`, record]])],
  ]);
}

async function until(holds: () => boolean): Promise<void> {
  while (!holds()) await new Promise(resolve => setTimeout(resolve, 5));
}
