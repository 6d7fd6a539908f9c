import { mkdir, rm } from 'node:fs/promises';
import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect } from 'vitest';
import { fastFolder } from '../device-bridge/content/fast-folder.test-support.ts';
import { sampleContent } from '../device-bridge/content/sample-content.test-support.ts';
import { updateSteps } from '../device-bridge/content/update/update-state.ts';
import { type TestDistrict, testDistrict } from '../device-bridge/content/updater.test-support.ts';
import { faultTests } from './content-faults/prove.ts';
import {
  buildChild,
  digestOf,
  outcomeOf,
  type TerminalOnDisk,
  terminalOnDisk,
} from './content-faults/terminal-on-disk.ts';

const proves = faultTests('kills');
/** Rounds of each kind; together with the named steps more than 200. */
const rounds = { installs: 40, updates: 140, perStep: 3 };
/** Every step that an update goes through; the way back is in content-updater.test.ts. */
const steps = updateSteps.filter(step => step !== 'rolled-back');

let folder: string;
let programs: Awaited<ReturnType<typeof buildChild>>;
let district: TestDistrict;
beforeAll(async () => {
  folder = await fastFolder('kills');
  programs = await buildChild(join(folder, 'child'));
  district = await testDistrict();
});
afterAll(async () => {
  await district.close();
  await rm(folder, { recursive: true });
});

async function emptyTerminal(name: string): Promise<TerminalOnDisk> {
  await mkdir(join(folder, name), { recursive: true });
  return terminalOnDisk(district, programs, join(folder, name));
}

/** Kills a running update after a while; false when it was done before. */
async function killedAfter(terminal: TerminalOnDisk, ms: number): Promise<boolean> {
  const child = terminal.child();
  const timer = setTimeout(() => child.kill('SIGKILL'), ms);
  const { killed } = await outcomeOf(child);
  clearTimeout(timer);
  return killed;
}

/** As many at a time as there are processors. */
async function lanes(work: (lane: number) => Promise<number>): Promise<number> {
  const results = await Promise.all(
    Array.from({ length: Math.min(4, availableParallelism()) }, (_, lane) => work(lane)),
  );
  return results.reduce((sum, each) => sum + each, 0);
}

const share = (all: number): number => Math.ceil(all / Math.min(4, availableParallelism()));

describe('a terminal that is killed', () => {
  proves('kill-first-install', async () => {
    const content = sampleContent('第一版');
    await district.publish(content);
    return lanes(async lane => {
      let kills = 0;
      for (let round = 0; round < share(rounds.installs); round += 1) {
        const terminal = await emptyTerminal(`first-${lane}-${round}`);
        if (await killedAfter(terminal, 40 + Math.random() * 200)) kills += 1;
        expect([null, digestOf(content)]).toContain(await terminal.shownAfterRestart());
        await terminal.remove();
      }
      return kills;
    });
  });

  proves('kill-in-step', async () => {
    const [first, second] = [sampleContent('第二版'), sampleContent('第三版')];
    await district.publish(first);
    const before = await emptyTerminal('step');
    expect(await before.update()).toMatchObject({ digest: digestOf(first) });
    await district.publish(second);
    let kills = 0;
    for (const killIn of steps)
      for (let round = 0; round < rounds.perStep; round += 1) {
        const terminal = await before.copy(`${killIn}-${round}`);
        const { killed } = await terminal.update({ killIn });
        expect(killed, killIn).toBe(true);
        kills += 1;
        const isNew = killIn === 'checking' ? [digestOf(second)] : [digestOf(first), digestOf(second)];
        expect(isNew, killIn).toContain(await terminal.shownAfterRestart());
        if (round === 0) expect((await terminal.update()).digest, killIn).toBe(digestOf(second));
        await terminal.remove();
      }
    return kills;
  });

  proves('kill-at-random', async () => {
    let edition = 4;
    let newest = sampleContent(`第${edition}版`);
    await district.publish(newest);
    const known = new Set([digestOf(newest)]);
    const terminals = await Promise.all(
      Array.from({ length: Math.min(4, availableParallelism()) }, (_, lane) => emptyTerminal(`random-${lane}`)),
    );
    for (const terminal of terminals) await terminal.update();
    let kills = 0;
    for (let round = 0; round < share(rounds.updates); round += 1) {
      // Each terminal finds a newer version than it has in every round.
      edition += 1;
      newest = sampleContent(`第${edition}版`, { edited: [edition % 12, (edition * 5) % 12] });
      known.add(digestOf(newest));
      await district.publish(newest);
      for (const killed of await Promise.all(terminals.map(each => killedAfter(each, 40 + Math.random() * 150))))
        if (killed) kills += 1;
      for (const terminal of terminals) expect([...known]).toContain(await terminal.shownAfterRestart());
    }
    for (const terminal of terminals) expect((await terminal.update()).digest).toBe(digestOf(newest));
    return kills;
  });
});
