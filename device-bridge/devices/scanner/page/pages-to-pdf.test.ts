import { execFile } from 'node:child_process';
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { labelledPage } from './labelled-pages.test-support.ts';
import type { ScannedPicture } from './page-report.ts';
import { pagesToPdf } from './pages-to-pdf.ts';

const run = promisify(execFile);
let folder: string;
let form: ScannedPicture;
let table: ScannedPicture;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'scanned-'));
  form = labelledPage({ kind: 'form' });
  table = labelledPage({ kind: 'table', dpi: 200 });
});
afterAll(() => rm(folder, { recursive: true }));

async function written(pdf: Uint8Array): Promise<string> {
  const file = join(folder, 'pages.pdf');
  await writeFile(file, pdf);
  return file;
}

/** One line of pdfinfo for each page: "595.2 x 841.68". */
async function pageSizes(file: string): Promise<string[]> {
  const { stdout } = await run('pdfinfo', ['-l', '-1', file]);
  return [...stdout.matchAll(/^Page +\d+ size: +([\d.]+ x [\d.]+) pts/gm)].map(([, size]) => size ?? '');
}

test('puts pictures that fit into the file byte for byte, each on a page of its real size', async () => {
  const file = await written(await pagesToPdf([form, table], { maxBytes: 20_000_000, title: '样张：（一）' }));
  await run('pdfimages', ['-all', file, join(folder, 'picture')]);
  const pictures = (await readdir(folder)).filter(name => name.endsWith('.jpg')).sort();
  expect(pictures).toHaveLength(2);
  for (const [index, page] of [form, table].entries())
    expect(Buffer.compare(await readFile(join(folder, pictures[index] ?? '')), page.jpeg)).toBe(0);
  // A4 is 595.28 x 841.89 points; pictures are whole pixels.
  expect(await pageSizes(file)).toEqual(['595.2 x 841.92', '595.44 x 842.04']);
  const { stdout } = await run('pdfinfo', [file]);
  expect(stdout).toContain('样张：（一）');
  expect((await run('pdftoppm', ['-r', '20', file, join(folder, 'seen')])).stderr).toBe('');
});

test('gives the same bytes for the same pages', async () => {
  const once = () => pagesToPdf([form], { maxBytes: 20_000_000 });
  expect(Buffer.compare(await once(), await once())).toBe(0);
});

test('makes 30 pages smaller until they fit, and keeps their size on paper', async () => {
  const pages = Array.from({ length: 30 }, () => form);
  const maxBytes = Math.round(form.jpeg.length * 30 * 0.6);
  const pdf = await pagesToPdf(pages, { maxBytes });
  expect(pdf.length).toBeLessThanOrEqual(maxBytes);
  const file = await written(pdf);
  const sizes = await pageSizes(file);
  expect(sizes).toHaveLength(30);
  expect(new Set(sizes)).toEqual(new Set(['595.2 x 841.92']));
});

test('goes down to 150 dpi and no further', async () => {
  const least = await pagesToPdf([table], { maxBytes: 90_000 });
  expect(least.length).toBeLessThanOrEqual(90_000);
  const { stdout } = await run('pdfimages', ['-list', await written(least)]);
  const [, ppi] = stdout.match(/(\d+) +\d+ +[\d.]+[KMB] +[\d.]+%/) ?? [];
  expect(Number(ppi)).toBeGreaterThanOrEqual(149);
  expect((await pageSizes(join(folder, 'pages.pdf')))[0]).toMatch(/^595\.\d+ x 84[12]/);
  await expect(pagesToPdf([table], { maxBytes: 15_000 })).rejects.toMatchObject({ fault: 'scan-too-large' });
});

test('refuses a damaged page and a file without pages', async () => {
  const damaged = { jpeg: form.jpeg.subarray(0, 5000), dpi: 150 };
  await expect(pagesToPdf([form, damaged], { maxBytes: 1e9 })).rejects.toMatchObject({ fault: 'scanner-failed' });
  await expect(pagesToPdf([], { maxBytes: 1e9 })).rejects.toMatchObject({ fault: 'scan-too-large' });
});
