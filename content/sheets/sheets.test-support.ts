import { mkdtemp, readdir, readFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import ExcelJS from 'exceljs';
import { sha256Hex } from '../common/canonical-json.ts';
import { copySources } from '../compiler/copy-sources.ts';
import { exportWorkbook } from './export-workbook.ts';

const contentFolder = join(import.meta.dirname, '..');

/** A copy of the sample content that a test may change; of the matters and places only those whose file is named. */
export async function copyOfContent(only?: RegExp): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'sheets-'));
  const wanted = (path: string): boolean =>
    !/\/matters\/[^/]+\/|\/townships\/\d/.test(path) || only?.test(path) !== false;
  await copySources(contentFolder, folder, wanted);
  return folder;
}

/** Enough for most tests, and quick. */
export const fewMatters = /newborn-household|power-account|agent-service|3310032(01|04)/;

/** Every YAML file below the folder and its bytes. */
export async function yamlFiles(folder: string): Promise<Map<string, string>> {
  const names = (await readdir(folder, { recursive: true })).filter(name => name.endsWith('.yaml')).sort();
  return new Map(
    await Promise.all(
      names.map(async (name): Promise<[string, string]> => [name, await readFile(join(folder, name), 'utf8')]),
    ),
  );
}

export type EditBook = (book: ExcelJS.Workbook) => void;

/**
 * An export of the folder as a clerk's spreadsheet program gives it back after `edit`; but without drop-downs, which
 * the import does not read and exceljs takes apart into cells and puts together again, and packed quickly.
 */
export async function editedExport(folder: string, edit: EditBook): Promise<Buffer> {
  const book = new ExcelJS.Workbook();
  await book.xlsx.load(await exported(folder), { ignoreNodes: ['dataValidations'] });
  edit(book);
  const quickly = { zip: { compression: 'DEFLATE', compressionOptions: { level: 1 } } };
  return Buffer.from(await book.xlsx.writeBuffer(quickly as object));
}

/** Digest of a folder's files -> its export: the same content gives the same bytes, which import-workbook.test.ts holds. */
const exports = new Map<string, ArrayBuffer>();

async function exported(folder: string): Promise<ArrayBuffer> {
  const digest = sha256Hex(JSON.stringify([...(await yamlFiles(folder))]));
  const bytes = exports.get(digest) ?? new Uint8Array((await exportWorkbook(folder)).bytes).buffer;
  exports.set(digest, bytes);
  return bytes;
}

export function pageOf(book: ExcelJS.Workbook, name: string): ExcelJS.Worksheet {
  const page = book.getWorksheet(name);
  if (page === undefined) throw new Error(`no sheet ${name}`);
  return page;
}

/** 1-based column of the English key in row 2. */
export function columnOf(page: ExcelJS.Worksheet, key: string): number {
  let found = 0;
  page.getRow(2).eachCell((cell, column) => {
    if (cell.value === key) found = column;
  });
  if (found === 0) throw new Error(`${page.name} has no column ${key}`);
  return found;
}

/** Rows whose cells have these values, by English key. */
export function rowsWith(page: ExcelJS.Worksheet, wanted: Record<string, string>): ExcelJS.Row[] {
  const found: ExcelJS.Row[] = [];
  page.eachRow((row, number) => {
    if (number > 2 && Object.entries(wanted).every(([key, value]) => row.getCell(columnOf(page, key)).value === value))
      found.push(row);
  });
  return found;
}

export function cellOf(
  book: ExcelJS.Workbook,
  sheet: string,
  wanted: Record<string, string>,
  key: string,
): ExcelJS.Cell {
  const page = pageOf(book, sheet);
  const [row] = rowsWith(page, wanted);
  if (row === undefined) throw new Error(`${sheet} has no such row`);
  return row.getCell(columnOf(page, key));
}

export function addRow(book: ExcelJS.Workbook, sheet: string, values: Record<string, string | number>): ExcelJS.Row {
  const page = pageOf(book, sheet);
  const row = page.getRow(page.rowCount + 1);
  for (const [key, value] of Object.entries(values)) row.getCell(columnOf(page, key)).value = value;
  return row;
}
