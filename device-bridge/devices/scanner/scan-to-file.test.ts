import { execFile } from 'node:child_process';
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import { testBackend } from './sane/sane-peers.test-support.ts';
import { scanToFile } from './scan-to-file.ts';
import { quickDelays } from './scanner.test-support.ts';
import { startSimulatedScanner } from './simulator/simulated-scanner.ts';
import { wholeJpeg } from './whole-jpeg.ts';

let folder: string;
let backend: Awaited<ReturnType<typeof testBackend>>;
let simulated: Awaited<ReturnType<typeof startSimulatedScanner>>;

beforeAll(async () => {
  backend = await testBackend({ 'test-picture': '"Grid"' });
  simulated = await startSimulatedScanner({ pageMs: 0 });
});
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'scan-to-file-'));
});
afterEach(() => rm(folder, { recursive: true }));
afterAll(async () => {
  await backend.remove();
  await simulated.close();
});

function toFile(name: string, more: Partial<Parameters<typeof scanToFile>[0]> = {}) {
  const out = join(folder, name);
  return scanToFile({ device: simulated.url, env: backend.env, dpi: 150, delays: quickDelays, out, ...more });
}

test('writes one page as JPEG or PNG and says what is wrong with it', async () => {
  simulated.hardware.set({ pageId: 'dark' });
  expect(await toFile('page.jpg')).toMatchObject({
    outcome: 'scanned',
    pages: 1,
    code: null,
    problems: [{ page: 1, name: 'page-too-dark', code: 'E712' }],
  });
  expect(wholeJpeg(await readFile(join(folder, 'page.jpg')))).toMatchObject({ widthPx: 1240 });
  simulated.hardware.set({ pageId: 'form' });
  expect(await toFile('page.png')).toMatchObject({ pages: 1, problems: [] });
  expect((await readFile(join(folder, 'page.png'))).subarray(1, 4).toString()).toBe('PNG');
});

test('puts a stack into one PDF, or into files with numbers', async () => {
  simulated.hardware.set({ feederSheets: 3 });
  expect(await toFile('stack.pdf', { source: 'feeder' })).toMatchObject({ pages: 3, code: null, problems: [] });
  const { stdout } = await promisify(execFile)('pdfinfo', [join(folder, 'stack.pdf')]);
  expect(stdout).toMatch(/Pages:\s+3/);
  expect(stdout).toMatch(/\(A4\)/);
  simulated.hardware.set({ feederSheets: 2 });
  const numbered = await toFile('sheet.jpg', { source: 'feeder' });
  expect(numbered.files).toEqual([join(folder, 'sheet-1.jpg'), join(folder, 'sheet-2.jpg')]);
  // By its SANE name, a scanner that is not ours.
  expect(await toFile('sane.jpg', { device: backend.device })).toMatchObject({ pages: 1, code: null });
});

test('leaves nothing behind when the scan fails, is cancelled or cannot be written', async () => {
  expect(await toFile('a.pdf', { source: 'feeder' })).toMatchObject({ pages: 0, code: 'E705', files: [] });
  expect(await toFile('a.pdf', { device: 'test:9' })).toMatchObject({ pages: 0, code: 'E701' });
  expect(await toFile('a.pdf', { maxBytes: 2_000 })).toMatchObject({ pages: 0, code: 'E716' });
  expect(await toFile('a.pdf', { signal: AbortSignal.abort() })).toMatchObject({ outcome: 'cancelled', pages: 0 });
  expect(await toFile('missing/a.pdf')).toMatchObject({ pages: 0, code: 'E709' });
  expect(await readdir(folder)).toEqual([]);
});

test('takes no file of another kind', async () => {
  await expect(toFile('a.tiff')).rejects.toThrow('not .pdf, .jpg or .png');
});
