import { readdir, readFile, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { temporaryFolder } from '../platform.test-support.ts';
import { openAuthority, trustAnchorPem } from './authority.ts';
import { certificatePem } from './x509.ts';

let folder: Awaited<ReturnType<typeof temporaryFolder>>;
beforeAll(async () => {
  folder = await temporaryFolder();
});
afterAll(() => folder.remove());

test('the authority made at the first start is the one of every later start, and its keys are readable to nobody else', async () => {
  const path = join(folder.path, 'authority');
  const first = await openAuthority(path, new Date());
  const second = await openAuthority(path, new Date());
  expect(trustAnchorPem(second)).toBe(trustAnchorPem(first));
  expect(certificatePem(second.sealer.certificate)).toBe(certificatePem(first.sealer.certificate));
  expect(await readdir(folder.path)).toEqual(['authority']);
  for (const name of await readdir(path)) expect((await stat(join(path, name))).mode & 0o777).toBe(0o600);
  expect((await stat(path)).mode & 0o777).toBe(0o700);
});

test('a sealing certificate near its end is renewed under the same root', async () => {
  const path = join(folder.path, 'renewed');
  const first = await openAuthority(path, new Date());
  const later = new Date(Date.now() + 725 * 86_400_000);
  const renewed = await openAuthority(path, later);
  expect(trustAnchorPem(renewed)).toBe(trustAnchorPem(first));
  expect(renewed.sealer.certificate.notAfter.value.getTime()).toBeGreaterThan(later.getTime() + 700 * 86_400_000);
});

test('a damaged authority stops the start instead of being replaced', async () => {
  const path = join(folder.path, 'damaged');
  await openAuthority(path, new Date());
  const root = join(path, 'root.pem');
  await writeFile(root, (await readFile(root, 'utf8')).slice(0, 900));
  await expect(openAuthority(path, new Date())).rejects.toThrow();
});
