import { watch } from 'node:fs';
import { cp, mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import { type Manifest, manifestSchema } from '../model/generation.ts';
import { isSignedBy } from '../model/signed-manifest.ts';
import { publish } from './publish.ts';
import { ensureDemoSigningKey, loadSigningKey } from './signing-key.ts';

const contentFolder = join(import.meta.dirname, '..');
const matters = ['agriculture/grain-subsidy', 'civil-affairs/elderly-card'] as const;
let sample: string;
let folder: string;
let source: string;
let origin: string;

/** The sample content with two of its matters. */
beforeAll(async () => {
  sample = await mkdtemp(join(tmpdir(), 'publish-source-'));
  const part = (path: string) => cp(join(contentFolder, path), join(sample, path), { recursive: true });
  for (const path of ['city', 'townships', 'district/life-events.yaml']) await part(path);
  for (const matter of matters) await part(`district/matters/${matter}.yaml`);
});
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'publish-'));
  [source, origin] = [join(folder, 'source'), join(folder, 'origin')];
  await cp(sample, source, { recursive: true });
  await ensureDemoSigningKey(keyFile('first'));
});
afterEach(() => rm(folder, { recursive: true }));
afterAll(() => rm(sample, { recursive: true }));

function keyFile(name: string): string {
  return join(folder, `keys/${name}.pem`);
}

function published(options: { key?: string; versionAtLeast?: number } = {}) {
  const { key = 'first', ...rest } = options;
  return publish({ source, origin, keyFile: keyFile(key), now: new Date('2026-11-23T01:00:00Z'), ...rest });
}

async function manifest(): Promise<Manifest> {
  return manifestSchema.parse(JSON.parse(await readFile(join(origin, 'manifest.json'), 'utf8')));
}

async function rename(matter: string, name: string): Promise<void> {
  const file = join(source, `district/matters/${matter}.yaml`);
  const text = await readFile(file, 'utf8');
  await writeFile(file, text.replace(/^( +zh: |name: ).*$/m, `$1${name}`));
}

test('the same content and key publish nothing new', async () => {
  expect(await published()).toMatchObject({ version: 1, changed: true, matters: 2 });
  const before = await manifest();
  expect(await published()).toMatchObject({ version: 1, changed: false });
  expect(await manifest()).toEqual(before);
});

test('changed content gets the next version', async () => {
  await published();
  await rename(matters[0], '种粮补贴（示例改名）');
  expect(await published()).toMatchObject({ version: 2, changed: true });
});

test('a new key signs the same content anew, under the next version', async () => {
  await published();
  await ensureDemoSigningKey(keyFile('second'));
  expect(await published({ key: 'second' })).toMatchObject({ version: 2, changed: true });
  const now = await manifest();
  expect(isSignedBy(now, [await loadSigningKey(keyFile('second'))])).toBe(true);
  expect(isSignedBy(now, [await loadSigningKey(keyFile('first'))])).toBe(false);
  expect(await published({ key: 'second' })).toMatchObject({ version: 2, changed: false });
});

test.each(['', '{"signed":{"version":7', '[]', '{"signed":1}', '<html>'])(
  'the manifest %j is named as the trouble, with what to do, and left as it is',
  async text => {
    const file = join(origin, 'manifest.json');
    await mkdir(origin);
    await writeFile(file, text);
    await expect(published({ versionAtLeast: 9 })).rejects.toMatchObject({ fault: 'origin-unreadable' });
    expect(await readFile(file, 'utf8')).toBe(text);
    expect(await readdir(origin)).toEqual(['manifest.json']);
  },
);

test('after a lost origin the version goes on from the one that is asked for', async () => {
  expect(await published({ versionAtLeast: 41 })).toMatchObject({ version: 41, changed: true });
  expect(await published({ versionAtLeast: 41 })).toMatchObject({ version: 41, changed: false });
  expect(await published()).toMatchObject({ version: 41, changed: false });
  expect(await published({ versionAtLeast: 50 })).toMatchObject({ version: 50, changed: true });
  await rename(matters[0], '种粮补贴（示例改名）');
  expect(await published({ versionAtLeast: 41 })).toMatchObject({ version: 51, changed: true });
});

test('pages of a matter that is gone are gone, and the others are still there', async () => {
  await published();
  expect((await readdir(join(origin, 'g'))).sort()).toEqual(['elderly-card', 'grain-subsidy', 'index.html']);
  await writeFile(join(origin, 'g/elderly-card/.index.html.4711.new'), 'left by a publisher that was killed');
  await rm(join(source, `district/matters/${matters[1]}.yaml`));
  const { pages } = await published();
  expect((await readdir(join(origin, 'g'))).sort()).toEqual(['grain-subsidy', 'index.html']);
  const files = await readdir(join(origin, 'g'), { recursive: true, withFileTypes: true });
  expect(files.filter(file => file.isFile())).toHaveLength(pages);
});

test('everything appears whole, by a draft with a hidden name', async () => {
  await mkdir(join(origin, 'bundles'), { recursive: true });
  const seen = new Set<string>();
  const watchers = ['', 'bundles'].map(part => watch(join(origin, part), (_, name) => seen.add(String(name))));
  try {
    const { digest } = await published();
    await expect.poll(() => seen.has('manifest.json') && seen.has(`${digest}.json`)).toBe(true);
    expect([...seen].filter(name => name.endsWith('.new'))).toHaveLength(2);
    for (const name of seen)
      expect(name).toMatch(/^(\.\S+\.json\.\d+\.new|manifest\.json|[0-9a-f]{64}\.json|bundles|g)$/);
  } finally {
    for (const watcher of watchers) watcher.close();
  }
});

test('the public half of a key is made again when it is missing or torn, and the key stays', async () => {
  const file = keyFile('first');
  const [key, half] = [await readFile(file, 'utf8'), await readFile(`${file}.pub`, 'utf8')];
  await rm(`${file}.pub`);
  await ensureDemoSigningKey(file);
  expect(await readFile(`${file}.pub`, 'utf8')).toBe(half);
  await writeFile(`${file}.pub`, half.slice(0, 20));
  await ensureDemoSigningKey(file);
  expect(await readFile(`${file}.pub`, 'utf8')).toBe(half);
  expect(await readFile(file, 'utf8')).toBe(key);
  expect((await readdir(dirname(file))).sort()).toEqual(['first.pem', 'first.pem.pub']);
});
