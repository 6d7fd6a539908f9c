import { readdirSync, rmSync, writeFileSync } from 'node:fs';
import { cp, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { pathToFileURL } from 'node:url';
import { describe, expect, test } from 'vitest';
import { bundleTarget } from '../../content/delivery/publication.ts';
import { databaseFile } from './content-updater.ts';
import { digestOf } from './sample-content.test-support.ts';
import { first, second, testBed } from './test-bed.test-support.ts';
import { fileTransport } from './tuf/file-transport.ts';
import { originAt, type Source } from './update/look.ts';
import { httpSource } from './updater.test-support.ts';

const bed = testBed();
const { terminal } = bed;

describe('other sources', () => {
  const inFolder = (name: Source['name'], folder: string): Source => ({
    ...{ name, isThere: () => true, origin: originAt(pathToFileURL(folder).href, fileTransport()) },
  });

  test('a stick brings new content to a terminal without a network; an old stick brings nothing', async () => {
    await bed.district.publish(first);
    const old = join(bed.district.folder, 'old-stick');
    await cp(bed.district.originFolder, old, { recursive: true });
    const made = await terminal();
    await bed.district.publish(second);
    const stick = join(bed.district.folder, 'stick');
    await cp(bed.district.originFolder, stick, { recursive: true });
    await made.close();
    await bed.district.origin.close();
    const sources = [httpSource(bed.district.origin.url), inFolder('stick', stick)];
    const again = await terminal({ folder: made.folder, sources });
    expect(again.shown?.digest).toBe(digestOf(second));
    expect(again.fault).toBeNull();
    await again.close();
    const last = await terminal({ folder: made.folder, sources: [inFolder('stick', old)] });
    expect(last.fault).toBe('content-older');
    expect(last.shown?.digest).toBe(digestOf(second));
  });

  test('a first start without a network shows what it was delivered with, years later, then follows the origin', async () => {
    await bed.district.publish(first);
    const factory = join(bed.district.folder, 'factory');
    await cp(bed.district.originFolder, factory, { recursive: true });
    const inTwoYears = Date.now() + 2 * 365 * 24 * 60 * 60_000;
    const unreachable = httpSource('http://127.0.0.1:9/');
    const sources = [inFolder('factory', factory), unreachable];
    const made = await terminal({ sources, now: () => inTwoYears });
    expect(made.shown?.digest).toBe(digestOf(first));
    await made.settled();
    expect(made.fault).toBe('content-origin-unreachable');
    await made.close();
    await bed.district.publish(second);
    const again = await terminal({
      folder: made.folder,
      sources: [inFolder('factory', factory), httpSource(bed.district.origin.url)],
    });
    expect(again.shown?.digest).toBe(digestOf(second));
  });
});

describe('what lies on the disk', () => {
  test('is fetched anew when the database is damaged', async () => {
    await bed.district.publish(first);
    const made = await terminal();
    await made.close();
    rmSync(`${databaseFile(made.folder)}-wal`, { force: true });
    writeFileSync(databaseFile(made.folder), Buffer.alloc(8192, 7));
    const again = await terminal({ folder: made.folder });
    expect(again.shown?.digest).toBe(digestOf(first));
  });

  test('is the generation before when a record of the active one is damaged', async () => {
    await bed.district.publish(first);
    const made = await terminal();
    await bed.district.publish(second);
    await made.round();
    await made.close();
    const database = new DatabaseSync(databaseFile(made.folder));
    database.exec(
      "UPDATE record SET text = replace(text, '第二版', '第三版') WHERE key = 'matter/sample-0' AND until IS NULL",
    );
    database.close();
    await bed.district.origin.close();
    const again = await terminal({ folder: made.folder });
    expect(again.shown?.digest).toBe(digestOf(first));
  });

  test('of a bundle is never trusted by its name alone', async () => {
    await bed.district.publish(first);
    const folder = join(bed.district.originFolder, 'targets/district');
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
