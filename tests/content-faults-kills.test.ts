import { mkdir, rm } from 'node:fs/promises';
import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect } from 'vitest';
import { fastFolder } from '../device-bridge/content/fast-folder.test-support.ts';
import { digestOf, sampleContent } from '../device-bridge/content/sample-content.test-support.ts';
import { updateSteps } from '../device-bridge/content/update/update-state.ts';
import { type TestDistrict, testDistrict } from '../device-bridge/content/updater.test-support.ts';
import { contentFaultTests } from './content-faults/prove.ts';
import { buildChild, outcomeOf, type TerminalOnDisk, terminalOnDisk } from './content-faults/terminal-on-disk.ts';

const proves = contentFaultTests('kills');
/** How often a process is killed: with the writes torn in content-faults-disk.test.ts more than 200 times. */
const kills = { installs: 24, updates: 124, perStep: 3 };
const lanes = Math.min(4, availableParallelism());

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

/** How long updates took that were left alone: kills fall anywhere in it. */
let updateMs = 60;

/** Kills a running update somewhere in the middle; false when it was done before. */
async function killed(terminal: TerminalOnDisk): Promise<boolean> {
  const child = terminal.child();
  const outcome = outcomeOf(child);
  let begun = 0;
  let timer: NodeJS.Timeout | undefined;
  child.stdout?.once('data', () => {
    begun = performance.now();
    timer = setTimeout(() => child.kill('SIGKILL'), Math.random() * updateMs);
  });
  const { killed } = await outcome;
  clearTimeout(timer);
  if (!killed) updateMs = (updateMs + performance.now() - begun) / 2;
  return killed;
}

/** As many at a time as there are processors. */
function inLanes(work: (lane: number) => Promise<number>): Promise<number> {
  const running = Array.from({ length: lanes }, (_, lane) => work(lane));
  return Promise.all(running).then(results => results.reduce((sum, each) => sum + each, 0));
}

describe('a terminal that is killed', () => {
  proves('kill-first-install', async () => {
    const content = sampleContent('第一版');
    await district.publish(content);
    return inLanes(async lane => {
      let count = 0;
      while (count < kills.installs / lanes) {
        const terminal = await emptyTerminal(`first-${lane}`);
        if (await killed(terminal)) count += 1;
        expect([null, digestOf(content)]).toContain(await terminal.shownAfterRestart());
        await terminal.remove();
      }
      return count;
    });
  });

  proves('kill-in-step', async () => {
    const [first, second] = [sampleContent('第二版'), sampleContent('第三版')];
    await district.publish(first);
    const before = await emptyTerminal('step');
    expect(await before.update()).toMatchObject({ digest: digestOf(first) });
    await district.publish(second);
    let count = 0;
    for (const killIn of updateSteps)
      for (let round = 0; round < kills.perStep; round += 1) {
        const terminal = await before.copy(`${killIn}-${round}`);
        expect(
          (await terminal.update({ killIn, ...(killIn === 'rolled-back' ? { kioskAnswerMs: 50 } : {}) })).killed,
          killIn,
        ).toBe(true);
        count += 1;
        const isNew = killIn === 'checking' ? [digestOf(second)] : [digestOf(first), digestOf(second)];
        expect(isNew, killIn).toContain(await terminal.shownAfterRestart());
        if (round === 0) expect(await terminal.shownAfterLook(), killIn).toBe(digestOf(second));
        await terminal.remove();
      }
    return count;
  });

  proves('kill-at-random', async () => {
    let edition = 4;
    let newest = sampleContent(`第${edition}版`);
    await district.publish(newest);
    const known = new Set([digestOf(newest)]);
    const names = Array.from({ length: lanes }, (_, lane) => `random-${lane}`);
    const terminals = await Promise.all(names.map(emptyTerminal));
    for (const terminal of terminals) await terminal.update();
    let count = 0;
    while (count < kills.updates) {
      // In every round each terminal finds a newer version than it has.
      edition += 1;
      newest = sampleContent(`第${edition}版`, { edited: [edition % 12, (edition * 5) % 12] });
      known.add(digestOf(newest));
      await district.publish(newest);
      count += (await Promise.all(terminals.map(killed))).filter(each => each).length;
      for (const terminal of terminals) expect([...known]).toContain(await terminal.shownAfterRestart());
    }
    for (const terminal of terminals) expect(await terminal.shownAfterLook()).toBe(digestOf(newest));
    return count;
  });
});
