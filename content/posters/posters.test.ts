import { execFile } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { allocateCodes } from '../codes/allocate.ts';
import { readSources } from '../compiler/read-sources.ts';
import { evenPages, filledPages } from './paging.ts';
import { type PosterSources, planSheets } from './plan.ts';
import type { PlannedSheet } from './sheet.ts';
import { firstSentence } from './sheet-codes.ts';
import { createPosterTypesetter } from './typeset.ts';

const execute = promisify(execFile);
const publicUrl = 'https://guides.example.test/content/';
const date = '2026-11-23';

let sources: PosterSources;
let sheets: PlannedSheet[];
let folder: string;
beforeAll(async () => {
  const all = await readSources(join(import.meta.dirname, '..'));
  sources = {
    matters: all.matters.map(({ value }) => value),
    places: all.places.map(({ value }) => value),
    lifeEvents: all.lifeEvents.flatMap(({ value }) => value),
    registry: allocateCodes(all, all.registry).registry,
  };
  sheets = planSheets(sources, publicUrl, date);
  folder = await mkdtemp(join(tmpdir(), 'posters-'));
});
afterAll(() => rm(folder, { recursive: true }));

test('there is a poster for each life event and field, an index for each department and place, and the other codes', () => {
  const count = (kind: string): number => sheets.filter(({ file }) => file.startsWith(kind)).length;
  expect(count('life-event-')).toBe(sources.lifeEvents.length);
  expect(count('field-')).toBe(new Set(sources.matters.map(({ field }) => field)).size);
  expect(count('department-')).toBe(new Set(sources.matters.map(({ department }) => department.zh)).size);
  expect(count('place-')).toBe(19);
  expect(sheets.map(({ file }) => file)).toEqual(expect.arrayContaining(['apply-person', 'apply-company', 'verify']));
  expect(sheets.every(({ sheet }) => sheet.sample)).toBe(true);
});

test('what is not in force, or will end, is not put on paper', () => {
  const [first, second, ...rest] = sources.matters;
  if (first === undefined || second === undefined) throw new Error('no matters');
  const matters = [{ ...first, effectiveFrom: '2026-12-01' }, { ...second, cancelledFrom: '2027-01-01' }, ...rest];
  const printed = JSON.stringify(planSheets({ ...sources, matters }, publicUrl, date));
  expect(printed).not.toContain(`"${first.name.zh}"`);
  expect(printed).not.toContain(`"${second.name.zh}"`);
});

test('every code on every sheet is read by zbar and is the address it should be', { timeout: 120_000 }, async () => {
  const typesetter = createPosterTypesetter();
  const pages = new Map<string, Page>();
  for (const { file, sheet } of sheets) {
    const { pdf, pages: count } = typesetter.typeset(sheet);
    expect(count, `pages of ${file}`).toBe(sheet.pages.length);
    await writeFile(join(folder, `${file}.pdf`), pdf);
    const expected = sheet.pages.map(codes => codes.map(({ address }) => address));
    if (sheet.headCode !== null) expected[0]?.push(sheet.headCode.address);
    for (const [index, addresses] of expected.entries()) {
      // The later pages of places that handle the same are alike but for the name at the top: one of them is read.
      const key = index === 0 ? file : `${sheet.kind} ${addresses.join(' ')}`;
      if (!pages.has(key)) pages.set(key, { file, number: index + 1, addresses });
    }
  }
  const queue = [...pages.values()];
  const read: { page: Page; found: string[] }[] = [];
  const reader = async (): Promise<void> => {
    for (let page = queue.pop(); page !== undefined; page = queue.pop()) read.push({ page, found: await decode(page) });
  };
  await Promise.all([reader(), reader()]);
  expect(read).toHaveLength(pages.size);
  for (const { page, found } of read) expect(found, `${page.file} ${page.number}`).toEqual(page.addresses.toSorted());
  const all = new Set(sheets.flatMap(({ sheet }) => sheet.pages.flat().map(({ address }) => address)));
  // Every guide, every place and every way to apply was on some page.
  expect(all.difference(new Set(read.flatMap(({ found }) => found)))).toEqual(new Set());
});

interface Page {
  file: string;
  number: number;
  addresses: string[];
}

/** Over all codes of a page zbar may miss one at one size and find it at the next, as a phone does that moves. */
async function decode(page: Page): Promise<string[]> {
  const found = new Set<string>();
  for (const dpi of [150, 200, 120]) {
    for (const address of await decodeAt(page, dpi)) found.add(address);
    if (found.size >= page.addresses.length) break;
  }
  return [...found].sort();
}

/** One page at a time: over several pictures zbar leaves out a code it has just seen. */
async function decodeAt({ file, number }: Page, dpi: number): Promise<string[]> {
  const picture = join(folder, `${file}-page-${number}`);
  const range = ['-f', String(number), '-l', String(number), '-singlefile'];
  await execute('pdftoppm', ['-gray', '-r', String(dpi), ...range, join(folder, `${file}.pdf`), picture]);
  const onlyQr = ['--nodbus', '--quiet', '--raw', '-Sdisable', '-Sqrcode.enable'];
  const { stdout } = await execute('zbarimg', [...onlyQr, `${picture}.pgm`]);
  await rm(`${picture}.pgm`);
  return stdout.trim().split('\n');
}

test('a sheet has the same bytes each time it is set', () => {
  const one = sheets.filter(({ file }) => ['verify', 'field-housing', 'place-331003203'].includes(file));
  expect(one).toHaveLength(3);
  const [first, second] = [createPosterTypesetter(), createPosterTypesetter()];
  for (const { sheet } of one) expect(first.typeset(sheet)).toEqual(second.typeset(sheet));
});

test('pages are shared out evenly on posters and filled in an index', () => {
  const sizes = (pages: unknown[][]): number[] => pages.map(page => page.length);
  const items = (count: number): number[] => Array.from({ length: count }, (_, index) => index);
  expect(sizes(evenPages(items(7), 6))).toEqual([4, 3]);
  expect(sizes(evenPages(items(6), 6))).toEqual([6]);
  expect(evenPages(items(13), 6).flat()).toEqual(items(13));
  expect(sizes(filledPages(items(57), 20, 24))).toEqual([20, 24, 13]);
});

test('a poster takes the first sentence of a summary', () => {
  expect(firstSentence('登记一下。产检用得到。')).toBe('登记一下。');
  expect(firstSentence('登记一下')).toBe('登记一下');
});
