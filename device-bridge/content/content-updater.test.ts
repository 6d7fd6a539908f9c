import { readdirSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { rollback } from '../../content/publisher/rollback.ts';
import { forge } from './forged.test-support.ts';
import { digestOf, matterRecord } from './sample-content.test-support.ts';
import { first, second, testBed } from './test-bed.test-support.ts';
import type { UpdateStep } from './update/update-state.ts';

const bed = testBed();
const { terminal, fetched } = bed;

describe('the content updater', () => {
  test('installs a signed generation and asks cheaply afterwards', async () => {
    await bed.district.publish(first);
    const { shown, round, inventory } = await terminal();
    expect(shown?.digest).toBe(digestOf(first));
    expect(inventory()).toMatchObject({
      roles: { targets: 1, district: 1, 'town-204': 1, 'town-205': 1 },
      failed: [],
      fault: null,
    });
    await round();
    bed.district.origin.requests.length = 0;
    await round();
    expect(bed.district.origin.requests).toEqual([{ path: 'metadata/timestamp.json', status: 304 }]);
  });

  test('takes a delta where there is one, and only of the roles that changed', async () => {
    await bed.district.publish(first);
    const made = await terminal();
    await bed.district.publish(second);
    bed.district.origin.requests.length = 0;
    await made.round();
    expect(made.shown?.digest).toBe(digestOf(second));
    expect(fetched().filter(path => path.startsWith('targets/'))).toEqual([
      'targets/district/from-1.zst',
      'targets/town-204/from-1.zst',
    ]);
  });

  test('takes the bundle when the delta does not lead to the signed state', async () => {
    await bed.district.publish(first);
    const made = await terminal();
    await bed.district.publish(second);
    bed.district.origin.misbehave = (path, response) => {
      if (!path.endsWith('.from-1.zst')) return false;
      response.end('not the delta');
      return true;
    };
    await made.round();
    expect(made.shown?.digest).toBe(digestOf(second));
    expect(made.fault).toBeNull();
  });

  test('waits with a new generation until the citizen has left', async () => {
    await bed.district.publish(first);
    let idle = true;
    const made = await terminal({ isIdle: () => idle });
    idle = false;
    await bed.district.publish(second);
    await made.round();
    expect(made.step).toBe('staged');
    expect(made.shown?.digest).toBe(digestOf(first));
    idle = true;
    made.quiet();
    await made.settled();
    expect(made.shown?.digest).toBe(digestOf(second));
  });

  test('keeps what waits over a restart, and what is shown when the origin is gone', async () => {
    await bed.district.publish(first);
    let idle = true;
    const made = await terminal({ isIdle: () => idle });
    idle = false;
    await bed.district.publish(second);
    await made.round();
    await made.close();
    await bed.district.origin.close();
    const again = await terminal({ folder: made.folder, isIdle: () => idle });
    expect(again.shown?.digest).toBe(digestOf(first));
    expect(again.fault).toBe('content-origin-unreachable');
    idle = true;
    again.quiet();
    await again.settled();
    expect(again.shown?.digest).toBe(digestOf(second));
  });

  test('goes through named steps', async () => {
    await bed.district.publish(first);
    const steps: UpdateStep[] = [];
    await terminal({ onStep: step => steps.push(step) });
    expect(steps).toEqual('idle refreshing fetching verifying staged switching checking idle'.split(' '));
  });

  test('a township may not change the district’s guides, though both its keys signed', async () => {
    const content = new Map(first);
    await bed.district.publish(content);
    const made = await terminal();
    const foreign = new Map([
      ...content,
      ['town-204' as const, new Map([['matter/x', matterRecord('x', 99, '外来')]])],
    ]);
    await expect(bed.district.publish(foreign)).rejects.toThrow(/may not hold/);
    // The publisher refuses it, so the bundle is put under the township's own signature by hand.
    await forge(bed.district, 'town-204', foreign.get('town-204') ?? new Map());
    await made.round();
    expect(made.fault).toBe('content-untrusted');
    expect(made.shown?.digest).toBe(digestOf(first));
  });

  test('one township whose documents are broken does not hold up the others', async () => {
    await bed.district.publish(first);
    const made = await terminal();
    await bed.district.publish(second);
    const name =
      readdirSync(join(bed.district.originFolder, 'metadata'))
        .filter(each => each.endsWith('.town-204.json'))
        .sort()
        .at(-1) ?? '';
    await writeFile(join(bed.district.originFolder, 'metadata', name), '{}');
    await made.round();
    expect(made.inventory()).toMatchObject({ roles: { district: 2, 'town-204': 1 }, fault: 'content-untrusted' });
  });

  test('takes old content under a higher version for what it is: the operator’s way back', async () => {
    await bed.district.publish(first);
    const made = await terminal();
    await bed.district.publish(second);
    await made.round();
    await rollback({
      origin: bed.district.originFolder,
      keys: bed.district.keys,
      now: new Date(),
      role: 'district',
      to: 1,
    });
    await made.round();
    expect(made.inventory().roles.district).toBe(3);
    const back = new Map([...second, ['district' as const, first.get('district') ?? new Map()]]);
    expect(made.shown?.digest).toBe(digestOf(back));
  });
});
