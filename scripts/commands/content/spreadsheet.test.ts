import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import {
  cellOf,
  copyOfContent,
  editedExport,
  fewMatters,
  yamlFiles,
} from '../../../content/sheets/sheets.test-support.ts';
import { command } from '../../../tests/support/programs.ts';

let folder: string;
let work: string;
beforeAll(async () => {
  folder = await copyOfContent(fewMatters);
  work = await mkdtemp(join(tmpdir(), 'spreadsheet-'));
});
afterAll(async () => {
  await rm(folder, { recursive: true });
  await rm(work, { recursive: true });
});

const content = (...args: string[]) => command('content', ...args, '--source', folder);

test('a workbook goes out and comes back without a change', async () => {
  const file = join(work, 'same.xlsx');
  const out = await content('export', file, '--json');
  expect(JSON.parse(out.stdout)).toMatchObject({ file, rows: { 事项: 3, 网点: 2 } });
  const back = await content('import', file, '--json', '--yes');
  expect(JSON.parse(back.stdout)).toMatchObject({ changes: [], written: false });
  expect(back.code).toBe(0);
});

test('an edit is shown, and written only with --yes', async () => {
  const file = join(work, 'edited.xlsx');
  const bytes = await editedExport(folder, book => {
    cellOf(book, '网点', { code: '331003201' }, 'windows').value = 12;
  });
  await writeFile(file, bytes);
  const before = await yamlFiles(folder);
  const shown = await content('import', file);
  expect(shown.stdout).toContain('~ 网点 · 窗口数：“11” -> “12”');
  expect(shown.stdout).toContain('没有写入');
  expect(await yamlFiles(folder)).toEqual(before);
  const done = await content('import', file, '--yes', '--json');
  expect(JSON.parse(done.stdout)).toMatchObject({ written: true, files: [{ what: 'written' }] });
  const place = [...(await yamlFiles(folder))].find(([name]) => name.includes('331003201'));
  expect(place?.[1]).toContain('windows: 12');
});

test('a bad cell is named with a code, and a foreign file is refused', async () => {
  const file = join(work, 'bad.xlsx');
  const bytes = await editedExport(folder, book => {
    cellOf(book, '网点', { code: '331003201' }, 'windows').value = '很多';
  });
  await writeFile(file, bytes);
  const bad = await content('import', file, '--yes', '--json');
  expect(bad.code).toBe(1);
  expect(JSON.parse(bad.stdout)).toMatchObject({ code: 'E532', cells: [{ address: '网点!M3', found: '很多' }] });
  await writeFile(file, 'words');
  expect(JSON.parse((await content('import', file, '--json')).stdout)).toMatchObject({ code: 'E531' });
  expect((await content('import', join(work, 'none.xlsx'), '--json')).stdout).toContain('E611');
  for (const wrong of [['import'], ['import', file, '--yes', '--dry-run'], ['export', join(work, 'a.csv')]])
    expect((await content(...wrong)).code).toBe(2);
});

test('the report is a table, JSON and a page', async () => {
  const page = join(work, 'report.html');
  const text = await content('report', '--html', page, '--date', '2026-11-23');
  expect(text.stdout).toContain('上郑乡');
  expect(await readFile(page, 'utf8')).toContain('</html>');
  const json = JSON.parse((await content('report', '--json', '--date', '2026-11-23')).stdout);
  expect(json).toMatchObject({
    asOf: '2026-11-23',
    matters: 3,
    places: [{ code: '331003201' }, { code: '331003204' }],
  });
});
