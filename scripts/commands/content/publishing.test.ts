import { mkdtemp, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { copySources } from '../../../content/compiler/copy-sources.ts';
import { command } from '../../../tests/support/programs.ts';
import { defaultPaths } from '../../paths.ts';

let folder: string;
let repository: string[];

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'publishing-'));
  await copySources(defaultPaths.contentSource, join(folder, 'source'));
  await writeFile(join(folder, 'passphrase'), '一把锁\n');
  repository = ['--origin', join(folder, 'origin'), '--keys', join(folder, 'keys')];
  repository.push('--passphrase-file', join(folder, 'passphrase'));
});
afterAll(() => rm(folder, { recursive: true }));

async function json(...args: string[]): Promise<unknown> {
  const { stdout, stderr } = await command('content', ...args, '--json');
  expect(stderr).toBe('');
  return JSON.parse(stdout);
}

test('a maintainer makes keys, publishes, halts, signs and goes back, one command each', async () => {
  const source = ['--source', join(folder, 'source')];
  const made = await json('keys', 'init', '--out', join(folder, 'keys'), ...source, ...repository.slice(-2));
  expect(made).toMatchObject({ root: { version: 1, complete: true } });
  expect(await json('publish', '--no-speech', ...source, ...repository)).toMatchObject({
    versions: { district: 1, targets: 1, 'town-204': 1 },
    waiting: [],
    places: 19,
  });

  for (const name of ['district-2', 'district-3'])
    await rename(join(folder, `keys/${name}.pem`), join(folder, `${name}.pem`));
  const file = join(folder, 'source/district/matters/agriculture/grain-subsidy.yaml');
  await writeFile(file, (await readFile(file, 'utf8')).replace(/^summary:\n {2}zh: /m, '$&改了。'));
  const plan = ['--canary', 'demo-1', '--ramp', '2026-11-24T00:00Z=0.1,2026-11-25T08:00+08:00=100%', '--hours', '0-6'];
  expect(await json('publish', '--no-speech', ...source, ...repository, ...plan)).toMatchObject({
    changed: [],
    waiting: [{ document: 'district', signed: ['district-1'], missing: ['district-2', 'district-3'] }],
  });
  const signing = ['sign', 'district', '--key', join(folder, 'district-3.pem'), ...repository];
  expect(await json(...signing)).toMatchObject({ signed: [], changed: [] });
  expect(await json(...signing, '--yes')).toMatchObject({
    changed: ['district'],
    signed: [
      { document: 'district', version: 2, records: ['matter/grain-subsidy'], rollout: { canaries: ['demo-1'] } },
    ],
  });
  const published = JSON.parse(await readFile(join(folder, 'origin/metadata/2.district.json'), 'utf8'));
  expect(published.signed.targets['district/records.zst'].custom.rollout).toEqual({
    canaries: ['demo-1'],
    ramp: [
      { from: '2026-11-24T00:00:00Z', percent: 10 },
      { from: '2026-11-25T00:00:00Z', percent: 100 },
    ],
    hours: { from: 0, to: 6 },
  });

  const both = [...repository, '--key', join(folder, 'district-2.pem')];
  expect(await json('rollout', '--halt', ...both)).toMatchObject({ changed: [], documents: ['district'] });
  expect(await json('rollback', '--role', 'district', ...both)).toMatchObject({ versions: { district: 3 } });
  expect(await json('keys', 'list', '--keys', join(folder, 'keys'))).toMatchObject({
    root: { version: 1 },
    demo: false,
  });
  expect(await json('refresh', ...repository)).toMatchObject({ documents: [], waiting: [] });
});

test.each(['sign', 'keys burn', 'rollout --role district'])('content %s is wrong usage', async line => {
  const { code, stderr } = await command('content', ...line.split(' '));
  expect(code).toBe(2);
  expect(stderr).toContain('Usage: content');
});
