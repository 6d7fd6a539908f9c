import { cp, mkdir, mkdtemp, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { type Watch, watchContent } from './watch.ts';

const contentFolder = join(import.meta.dirname, '..');
const matter = 'district/matters/civil-affairs/elderly-card.yaml';
let folder: string;
let watching: Watch | undefined;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'watch-'));
  for (const part of [
    'city/readings.yaml',
    'district/life-events.yaml',
    matter,
    'townships/331003204-shangyang/place.yaml',
  ])
    await cp(join(contentFolder, part), join(folder, part), { recursive: true });
});
afterEach(async () => {
  await watching?.close();
  await rm(folder, { recursive: true });
});

test('checks at once and again after each save, also of editors that save by renaming', async () => {
  const reports: string[][] = [];
  watching = watchContent(
    folder,
    ({ problems }) => void reports.push(problems.filter(each => each.severity === 'error').map(({ rule }) => rule)),
    error => reports.push([String(error)]),
  );
  await expect.poll(() => reports.at(-1), { timeout: 20_000 }).toEqual([]);
  const file = join(folder, matter);
  const good = await readFile(file, 'utf8');

  await writeFile(file, good.replace(/^level: .*$/m, 'level: nonsense'));
  await expect.poll(() => reports.at(-1), { timeout: 20_000 }).toEqual(['schema']);

  // Three times: a watch on the file itself would see the first one only.
  for (const [text, rules] of [
    [good, []],
    [good.replace(/^field: .*$/m, 'field: nonsense'), ['schema']],
    [good, []],
  ] as const) {
    await writeFile(`${file}.new`, text);
    await rename(`${file}.new`, file);
    await expect.poll(() => reports.at(-1), { timeout: 20_000 }).toEqual(rules);
  }

  const copy = join(folder, 'district/matters/new-field/elderly-card.yaml');
  await mkdir(join(folder, 'district/matters/new-field'));
  await writeFile(copy, good);
  await expect.poll(() => reports.at(-1), { timeout: 20_000 }).toEqual(expect.arrayContaining(['duplicate-id']));
});

test('goes on after a report that could not be used', async () => {
  const errors: unknown[] = [];
  const file = join(folder, matter);
  watching = watchContent(
    folder,
    () => {
      throw new Error('no room');
    },
    error => errors.push(error),
  );
  await expect.poll(() => errors.length, { timeout: 20_000 }).toBe(1);
  await writeFile(file, await readFile(file));
  await expect.poll(() => errors.length, { timeout: 20_000 }).toBe(2);
});
