import { cp, mkdtemp, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import { copySources } from '../compiler/copy-sources.ts';
import { addKeys, initKeys } from './keys/ceremony.ts';
import { ensureDemoKeys, townsInSources } from './keys/demo-keys.ts';
import { type PublishResult, publish } from './publish.ts';
import { filesBelow } from './publisher.test-support.ts';
import { rollback } from './rollback.ts';
import { sign } from './sign.ts';

const contentFolder = join(import.meta.dirname, '..');
let sample: string;
let first: PublishResult;
let folder: string;
let source: string;
let origin: string;
let keys: string;

/** The sample content, published once. */
beforeAll(async () => {
  sample = await mkdtemp(join(tmpdir(), 'publish-sample-'));
  await copySources(contentFolder, join(sample, 'source'));
  moveTo(sample);
  await ensureDemoKeys(keys, source);
  first = await published();
});
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'publish-'));
  await cp(sample, folder, { recursive: true, preserveTimestamps: true });
  moveTo(folder);
});
afterEach(() => rm(folder, { recursive: true }));
afterAll(() => rm(sample, { recursive: true }));

function moveTo(house: string): void {
  [source, origin, keys] = [join(house, 'source'), join(house, 'origin'), join(house, 'keys')];
}

function published(more: Partial<Parameters<typeof publish>[0]> = {}) {
  return publish({ source, origin, keys, now: new Date(), ...more });
}

const matter = 'district/matters/agriculture/grain-subsidy.yaml';

async function editSummary(words: string): Promise<void> {
  const file = join(source, matter);
  const text = await readFile(file, 'utf8');
  await writeFile(file, text.replace(/^summary:\n {2}zh: /m, `$&${words}`));
}

async function pagesWith(words: string): Promise<number> {
  const files = await filesBelow(origin);
  return [...files].filter(
    ([file, html]) => file.endsWith('.html') && html.includes(Buffer.from(words).toString('latin1')),
  ).length;
}

test('one command publishes every role, and the same sources again change no byte', async () => {
  expect(first.changed.slice(0, 3)).toEqual(['district', 'targets', 'town-001']);
  expect(first.changed).toHaveLength(21);
  expect(first.waiting).toEqual([]);
  expect(first.matters).toBeGreaterThan(40);
  expect(first.places).toBe(19);
  const before = await filesBelow(origin);
  expect([...before.keys()].filter(file => file.endsWith('.html'))).toHaveLength(first.pages);
  expect(await published()).toMatchObject({ changed: [], documents: [], bytes: 0, versions: first.versions });
  expect(await filesBelow(origin)).toEqual(before);
});

test('one edited sentence is a new version of the district alone, in under 4 kB', async () => {
  await editSummary('今年改了。');
  const { changed, versions, bytes } = await published();
  expect(changed).toEqual(['district']);
  expect(versions).toMatchObject({ district: 2, targets: 1, 'town-204': 1, 'town-205': 1 });
  expect(bytes).toBeLessThan(4000);
  expect(await pagesWith('今年改了。')).toBeGreaterThan(0);
});

test('an error in the sources publishes nothing', async () => {
  const before = await filesBelow(origin);
  await writeFile(join(source, matter), 'id: grain-subsidy\n');
  await expect(published()).rejects.toMatchObject({ fault: 'content-invalid' });
  expect(await filesBelow(origin)).toEqual(before);
});

test('phone pages show nothing that waits for a signature, and go back with a rollback', async () => {
  for (const name of ['district-2', 'district-3']) await rename(join(keys, `${name}.pem`), join(folder, name));
  await editSummary('还没有人复核。');
  expect(await published()).toMatchObject({ changed: [], waiting: [{ document: 'district', signed: ['district-1'] }] });
  expect(await pagesWith('还没有人复核。')).toBe(0);
  const options = { origin, keys, now: new Date() };
  await sign({ ...options, role: 'district', keyFile: join(folder, 'district-2'), agree: async () => true });
  expect(await pagesWith('还没有人复核。')).toBeGreaterThan(0);
  await rename(join(folder, 'district-2'), join(keys, 'district-2.pem'));
  expect(await rollback({ ...options, role: 'district' })).toMatchObject({ versions: { district: 3 } });
  expect(await pagesWith('还没有人复核。')).toBe(0);
});

test('pages and half-written files that no source makes are gone after the next publish', async () => {
  const [page = ''] = [...(await filesBelow(origin)).keys()].filter(file => file.endsWith('/index.html')).slice(-1);
  const draft = join(origin, page).replace('index.html', '.index.html.4711.new');
  await writeFile(draft, 'left by a publisher that was killed');
  await writeFile(join(origin, page), 'torn');
  await published();
  const files = await filesBelow(origin);
  expect([...files.keys()].filter(file => /html/.test(file))).toHaveLength(first.pages);
  expect(files.get(page)).not.toBe('torn');
});

test('a township without keys is named, and nothing is published until it has some', async () => {
  const towns = (await townsInSources(source)).filter(town => town !== 'town-203');
  const fewer = join(folder, 'fewer-keys');
  await initKeys({ folder: fewer, towns, demo: true, now: new Date() });
  await expect(published({ keys: fewer, origin: join(folder, 'other/origin') })).rejects.toMatchObject({
    fault: 'role-without-keys',
    detail: 'town-203',
  });
  expect(await readdir(join(folder, 'other'))).toEqual(['origin.publisher']);
  await addKeys({ folder: fewer, now: new Date() }, 'town-203');
  expect((await published({ keys: fewer, origin: join(folder, 'other/origin') })).changed).toContain('town-203');
});
