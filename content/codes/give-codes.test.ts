import { mkdtemp, readdir, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { compile } from '../compiler/compile.ts';
import type { Sources } from '../compiler/read-sources.ts';
import { fewSources } from './codes.test-support.ts';
import { giveCodes } from './give-codes.ts';
import { parseRegistry, readRegistry, registryFile } from './registry-file.ts';

let folder: string;
let sources: Sources;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'codes-'));
  sources = await fewSources();
});
afterAll(() => rm(folder, { recursive: true }));

test('a folder without a registry gets one, whole, and it is not written again for nothing', async () => {
  const first = await giveCodes(folder, sources);
  expect((await readRegistry(folder)).codes).toEqual(first.sources.registry.codes);
  const written = await stat(join(folder, registryFile));
  const again = await giveCodes(folder, { ...sources, registry: await readRegistry(folder) });
  expect(again.allocation.added).toEqual([]);
  expect((await stat(join(folder, registryFile))).ino).toBe(written.ino);
  expect(await readdir(join(folder, 'codes'))).toEqual(['registry.txt']);
});

test('a registry with a line that cannot be read is never written over', async () => {
  await expect(giveCodes(folder, { ...sources, registry: parseRegistry('torn line') })).rejects.toThrow(/unreadable/);
});

test('what a terminal shows carries the code of each situation of each matter', async () => {
  const { sources: given } = await giveCodes(folder, sources);
  const { codes } = compile(given, '331003001');
  expect(Object.keys(codes['birth-registration'] ?? {}).toSorted()).toEqual(['both-elsewhere', 'zhejiang']);
  const ids = Object.values(codes).flatMap(each => Object.values(each));
  expect(new Set(ids).size).toBe(ids.length);
  const guides = given.registry.codes.filter(({ purpose }) => purpose === 'guide').map(({ id }) => id);
  expect(ids.toSorted()).toEqual(guides.toSorted());
});

test('matters without codes compile to none, for checking and searching before anything is given', () => {
  expect(compile(sources, '331003001').codes['birth-registration']).toEqual({});
});
