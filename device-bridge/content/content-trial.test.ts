import { DatabaseSync } from 'node:sqlite';
import { describe, expect, test } from 'vitest';
import { canonicalJson } from '../../content/common/canonical-json.ts';
import { databaseFile } from './content-updater.ts';
import { digestOf, matterRecord, type SampleContent } from './sample-content.test-support.ts';
import { first, second, testBed } from './test-bed.test-support.ts';

const bed = testBed();
const { terminal, fetched } = bed;

describe('a new generation that is not fit', () => {
  test('is not shown when it cannot be searched, and not fetched again', async () => {
    await bed.district.publish(first);
    const made = await terminal();
    const lost = JSON.parse(matterRecord('sample-0', 0, '第二版'));
    await bed.district.publish(withMatter(first, 'sample-0', canonicalJson({ ...lost, search: [] })));
    await made.round();
    expect(made.shown?.digest).toBe(digestOf(first));
    expect(made.inventory()).toMatchObject({
      failed: [{ role: 'district', version: 2, why: 'content-check-failed' }],
      fault: 'content-check-failed',
    });
    bed.district.origin.requests.length = 0;
    await made.round();
    expect(fetched().filter(path => path.startsWith('targets/'))).toEqual([]);
    await bed.district.publish(second);
    await made.round();
    expect(made.shown?.digest).toBe(digestOf(second));
    expect(made.inventory()).toMatchObject({ failed: [], fault: null });
  });

  test('is not shown when a record is not what its key says', async () => {
    await bed.district.publish(first);
    const made = await terminal();
    await bed.district.publish(withMatter(first, 'sample-0', '{"matter":{}}'));
    await made.round();
    expect(made.shown?.digest).toBe(digestOf(first));
    expect(made.fault).toBe('content-check-failed');
  });

  test('of one township does not keep the district’s content out', async () => {
    await bed.district.publish(first);
    const made = await terminal();
    const broken = new Map([...second, ['town-205' as const, new Map([['place/331003205', '{"code":1}']])]]);
    await bed.district.publish(broken);
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
    await bed.district.publish(first);
    let kiosks = 0;
    const made = await terminal({ kiosks: () => kiosks, kioskAnswerMs: 60_000 });
    kiosks = 1;
    await bed.district.publish(second);
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
    await bed.district.publish(first);
    let idle = true;
    let asked = 0;
    let kiosks = 0;
    const isIdle = (): boolean => {
      asked += 1;
      return idle;
    };
    const made = await terminal({ kiosks: () => kiosks, kioskAnswerMs: 100, isIdle });
    kiosks = 1;
    await bed.district.publish(second);
    made.look();
    await until(() => made.step === 'checking');
    idle = false;
    const before = asked;
    // The wait for the kiosk ran out twice, and each time somebody was reading.
    await until(() => asked >= before + 2);
    expect(made.step).toBe('checking');
    idle = true;
    await made.settled();
    expect(made.shown?.digest).toBe(digestOf(first));
    expect(made.fault).toBe('content-check-failed');
  });

  test('gives way when it ended the process again and again', async () => {
    await bed.district.publish(first);
    let kiosks = 0;
    const made = await terminal({ kiosks: () => kiosks, kioskAnswerMs: 60_000 });
    kiosks = 1;
    await bed.district.publish(second);
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

function withMatter(content: SampleContent, id: string, record: string): SampleContent {
  return new Map([
    ...content,
    ['district' as const, new Map([...(content.get('district') ?? []), [`matter/${id}`, record]])],
  ]);
}

async function until(holds: () => boolean): Promise<void> {
  await expect.poll(holds, { timeout: 10_000, interval: 5 }).toBe(true);
}
