import { execFile } from 'node:child_process';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { availableParallelism, tmpdir } from 'node:os';
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
  const read = await decode([...pages.values()]);
  expect(read.size).toBe(pages.size);
  for (const [page, found] of read)
    expect([...found].sort(), `${page.file} ${page.number}`).toEqual(page.addresses.toSorted());
  const all = new Set(sheets.flatMap(({ sheet }) => sheet.pages.flat().map(({ address }) => address)));
  // Every guide, every place and every way to apply was on some page.
  expect(all.difference(new Set([...read.values()].flatMap(found => [...found])))).toEqual(new Set());
});

interface Page {
  file: string;
  number: number;
  addresses: string[];
}

/** Over all codes of a page zbar may miss one at one size and find it at the next, as a phone does that moves. */
async function decode(pages: readonly Page[]): Promise<Map<Page, Set<string>>> {
  const found = new Map(pages.map(page => [page, new Set<string>()]));
  for (const dpi of [100, 150, 200]) {
    const left = pages.filter(page => (found.get(page)?.size ?? 0) < page.addresses.length);
    await readCodes(left, dpi);
    for (const page of left)
      for (const address of (await readFile(`${nameOf(page)}.txt`, 'utf8')).trim().split('\n'))
        found.get(page)?.add(address);
  }
  return found;
}

function nameOf({ file, number }: Page): string {
  return join(folder, `${file}-page-${number}`);
}

/**
 * One page at a time: over several pictures zbar leaves out a code it has just seen. A shell starts the programs, which
 * takes it a tenth of the time that it takes this large process.
 */
async function readCodes(pages: readonly Page[], dpi: number): Promise<void> {
  const script = `set -e
    pdftoppm -gray -r ${dpi} -f "$2" -l "$2" -singlefile "$1.pdf" "$1-page-$2"
    code=0
    zbarimg --nodbus --quiet --raw -Sdisable -Sqrcode.enable "$1-page-$2.pgm" > "$1-page-$2.txt" || code=$?
    rm "$1-page-$2.pgm"
    # 4: no code in the picture.
    [ $code = 0 ] || [ $code = 4 ]`;
  const list = join(folder, 'pages');
  await writeFile(list, pages.map(({ file, number }) => `${join(folder, file)} ${number}\n`).join(''));
  const lanes = String(availableParallelism());
  await execute('xargs', ['-a', list, '-r', '-n', '2', '-P', lanes, 'sh', '-c', script, 'sh']);
}

test('a sheet has the same bytes each time it is set', () => {
  const one = sheets.filter(({ file }) => ['verify', 'field-housing', 'place-331003203'].includes(file));
  expect(one).toHaveLength(3);
  const [first, second] = [createPosterTypesetter(), createPosterTypesetter()];
  for (const { sheet } of one) {
    const [before, after] = [first.typeset(sheet), second.typeset(sheet)];
    expect(after.pages).toBe(before.pages);
    expect(Buffer.compare(after.pdf, before.pdf)).toBe(0);
  }
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
