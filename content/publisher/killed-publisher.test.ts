import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { watch } from 'node:fs';
import { mkdir, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { testOrigin } from './publisher.test-support.ts';
import { sampleRecords } from './sample-records.test-support.ts';

const killsEach = 7;
const roles = ['targets', 'district', 'town-204', 'town-205'] as const;
const program = join(import.meta.dirname, 'publish-for-ever.test-support.ts');

/** A publisher that has loaded and waits; loading takes longer than publishing. */
async function loaded(...args: string[]): Promise<ChildProcess> {
  const child = fork(program, args, { stdio: ['ignore', 'ignore', 'inherit', 'ipc'] });
  await once(child, 'message');
  return child;
}

/** Resolves when files below `folder` changed `count` times: each that is written makes three or four. */
function changes(folder: string, count: number): Promise<void> {
  return new Promise(resolve => {
    let seen = 0;
    const watcher = watch(folder, { recursive: true }, () => {
      seen += 1;
      if (seen !== count) return;
      watcher.close();
      resolve();
    });
  });
}

test.each(['origin/targets', 'origin/metadata', 'origin.publisher'])(
  'killed at its 1st, 3rd, 5th … change below %s: terminals get the old or the new, and the next one mends it',
  async part => {
    const house = await testOrigin();
    const folder = join(house.folder, part);
    let next = loaded(house.origin, house.keys, '1');
    try {
      await house.publish(sampleRecords(30));
      await mkdir(folder, { recursive: true });
      const follower = await house.terminal();
      for (let kill = 1; kill <= killsEach; kill += 1) {
        const child = await next;
        next = loaded(house.origin, house.keys, String((kill + 1) * 1000));
        const reached = changes(folder, kill * 2 - 1);
        child.send('begin');
        await reached;
        child.kill('SIGKILL');
        await once(child, 'exit');

        const before = follower.version('district');
        await follower.update(roles);
        expect(follower.version('district')).toBeGreaterThanOrEqual(before);
        const newcomer = await house.terminal();
        await newcomer.update(roles);
        expect(newcomer.records('district')).toEqual(follower.records('district'));

        const records = sampleRecords(30, { 5: `杀了${kill}次。` });
        expect(await house.publish(records)).toMatchObject({ changed: ['district'], waiting: [] });
        await follower.update(roles);
        expect(follower.records('district')).toEqual(records.get('district'));
        const files = await readdir(house.origin, { recursive: true });
        expect(files.filter(file => file.endsWith('.new'))).toEqual([]);
      }
    } finally {
      const last = await next;
      last.kill('SIGKILL');
      await once(last, 'exit');
      await house.close();
    }
  },
);
