import { readdir, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { temporaryFolder } from '../platform.test-support.ts';
import { openSealedFiles, type SealedFiles } from './sealed-files.ts';

const number = 'HY331003-2026-000042-7';
let parent: Awaited<ReturnType<typeof temporaryFolder>>;
let folder: string;
let files: SealedFiles;
beforeEach(async () => {
  parent = await temporaryFolder();
  folder = join(parent.path, 'certificates');
  files = await openSealedFiles(folder);
});
afterEach(() => parent.remove());

test('a file is for the platform alone and its number is its name', async () => {
  await files.write(number, Buffer.from('sealed'));
  expect((await stat(folder)).mode & 0o777).toBe(0o700);
  expect((await stat(join(folder, `${number}.pdf`))).mode & 0o777).toBe(0o600);
  expect(Buffer.from((await files.read(number)) ?? []).toString()).toBe('sealed');
});

test('what a crash left half-written is not read, and is dropped with the whole one', async () => {
  await writeFile(join(folder, `.${number}.pdf.4711.new`), 'sea', { mode: 0o644 });
  expect(await files.read(number)).toBeNull();
  expect(await files.numbers()).toEqual([number]);
  await files.write(number, Buffer.from('sealed'));
  expect(Buffer.from((await files.read(number)) ?? []).toString()).toBe('sealed');
  await files.drop(number);
  await files.drop(number);
  expect(await readdir(folder)).toEqual([]);
});
