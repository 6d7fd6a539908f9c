import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { startTestPeer, type TestPeer } from './peer.test-support.ts';
import { printFile } from './print-file.ts';
import { samplePdf } from './sample-pdf.test-support.ts';

let peer: TestPeer;
let folder: string;
beforeAll(async () => {
  peer = await startTestPeer('embedded');
  folder = await mkdtemp(join(tmpdir(), 'print-file-'));
  await writeFile(join(folder, 'good.pdf'), samplePdf(2));
  await writeFile(join(folder, 'letter.pdf'), 'Dear printer');
});
afterAll(async () => {
  await peer.stop();
  await rm(folder, { recursive: true });
});

test('prints a PDF and tells its sheets', async () => {
  const file = join(folder, 'good.pdf');
  expect(await printFile({ file, uri: peer.uri })).toEqual({ outcome: 'printed', code: null, sheets: 2 });
});

test('prints so many copies on both sides, and counts the sheets', async () => {
  const file = join(folder, 'good.pdf');
  const result = await printFile({ file, uri: peer.uri, copies: 3, sides: 'two-sided' });
  expect(result).toEqual({ outcome: 'printed', code: null, sheets: 3 });
});

test.each(['letter.pdf', 'missing.pdf'])('refuses %s, which is no PDF', async name => {
  const file = join(folder, name);
  expect(await printFile({ file, uri: peer.uri })).toEqual({ outcome: 'failed', code: 'E611', sheets: 0 });
});

test('tells when there is no printer', async () => {
  await peer.set({ power: 'off' });
  const file = join(folder, 'good.pdf');
  expect(await printFile({ file, uri: peer.uri })).toEqual({ outcome: 'failed', code: 'E301', sheets: 0 });
});

test('refuses an address that is not a printer’s', async () => {
  await expect(printFile({ file: join(folder, 'good.pdf'), uri: 'http://localhost/' })).rejects.toMatchObject({
    fault: 'config-invalid',
  });
});
