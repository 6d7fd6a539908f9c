import { describe, expect, test } from 'vitest';
import { digestOf } from './sample-content.test-support.ts';
import { first, second, testBed } from './test-bed.test-support.ts';

const bed = testBed();
const { terminal, fetched } = bed;

describe('a rollout', () => {
  const rollout = { canaries: ['sample-2'], ramp: [], halted: false };
  test('reaches only the terminals it is for; who has nothing takes what there is', async () => {
    await bed.district.publish(first);
    const [one, two] = [await terminal(), await terminal({ terminalId: 'sample-2' })];
    await bed.district.publish(second, { rollout });
    await one.round();
    await two.round();
    expect(one.shown?.digest).toBe(digestOf(first));
    expect(two.shown?.digest).toBe(digestOf(second));
    const fresh = await terminal({ terminalId: 'sample-3' });
    expect(fresh.shown?.digest).toBe(digestOf(second));
  });

  test('goes on by the clock, without anything new at the origin', async () => {
    await bed.district.publish(first);
    let now = Date.now();
    const made = await terminal({ now: () => now });
    const ramp = [{ from: new Date(now + 600_000).toISOString(), percent: 100 }];
    await bed.district.publish(second, { rollout: { canaries: [], ramp, halted: false } });
    await made.round();
    expect(made.shown?.digest).toBe(digestOf(first));
    now += 700_000;
    bed.district.origin.requests.length = 0;
    await made.round();
    expect(made.shown?.digest).toBe(digestOf(second));
    expect(fetched().some(path => path.startsWith('metadata/'))).toBe(false);
  });

  test('that was halted or held back is not shown any more, though it waits already', async () => {
    await bed.district.publish(first);
    let idle = true;
    const held: { role: string; version: number }[] = [];
    const made = await terminal({ isIdle: () => idle, held: async () => held });
    idle = false;
    await bed.district.publish(second);
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
