import ExcelJS from 'exceljs';
import { Refusal } from '../../common/faults.ts';
import { allSheets } from '../all-sheets.ts';
import type { CellProblem, Row, Table } from '../entity.ts';
import { firstDataRow, keyRow, layout, letterOf, shownKey } from '../layout.ts';
import type { Stamps } from '../plan-import.ts';
import type { Sheet } from '../sheet.ts';
import { cellText } from './cell-text.ts';
import { choiceSheetName } from './choices.ts';
import { helpSheetName } from './help-sheet.ts';
import { refuseUnreadable } from './refuse-unreadable.ts';
import { stampSheetName } from './stamp-sheet.ts';

const mostRows = 200_000;
const mostColumns = 200;

/** Parts of a sheet that no value stands in. Left out: some of them let a small file name a thousand million cells. */
const notRead = [
  ...['dataValidations', 'mergeCells', 'conditionalFormatting', 'autoFilter', 'hyperlinks', 'drawing', 'picture'],
  ...['legacyDrawing', 'extLst', 'tableParts', 'rowBreaks', 'colBreaks', 'cols', 'printOptions', 'pageSetup'],
];

export interface ReadWorkbook {
  tables: Table[];
  stamps: Stamps;
  problems: CellProblem[];
  /** Sheets that are not ours: not read. */
  ignored: string[];
}

/**
 * Reads the cells of an exported workbook, whatever order its sheets and columns have now. Formulas are never computed.
 * @throws Refusal sheet-unreadable when it is no .xlsx file, or a far too large one
 */
export async function readWorkbook(bytes: Buffer): Promise<ReadWorkbook> {
  refuseUnreadable(bytes);
  const workbook = new ExcelJS.Workbook();
  await workbook.xlsx
    .load(new Uint8Array(bytes).buffer, { ignoreNodes: notRead, maxRows: mostRows, maxCols: mostColumns } as object)
    .catch((error: unknown) => {
      throw new Refusal('sheet-unreadable', error instanceof Error ? error.message : String(error));
    });
  const pages = new Map(workbook.worksheets.map(page => [page.name, page]));
  const stampPage = pages.get(stampSheetName);
  if (stampPage === undefined) throw new Refusal('sheet-unreadable', `它不是导出的工作簿：没有“${stampSheetName}”表`);
  const known = new Set([helpSheetName, choiceSheetName, stampSheetName, ...allSheets.map(({ name }) => name)]);
  const result: ReadWorkbook = {
    tables: [],
    stamps: stampsOf(stampPage),
    problems: [],
    ignored: [...pages.keys()].filter(name => !known.has(name)),
  };
  for (const sheet of allSheets) {
    const page = pages.get(sheet.name);
    if (page === undefined)
      result.problems.push({ address: `${sheet.name}!A1`, expected: `“${sheet.name}”表：它不见了`, found: '' });
    else result.tables.push(readTable(sheet, page, result.problems));
  }
  return result;
}

function stampsOf(page: ExcelJS.Worksheet): Stamps {
  const stamps = new Map<string, string>();
  page.eachRow(row => stamps.set(String(row.getCell(1).value), String(row.getCell(2).value)));
  return stamps;
}

function readTable(sheet: Sheet, page: ExcelJS.Worksheet, problems: CellProblem[]): Table {
  const letters = new Map<string, string>();
  const places: { key: string; column: number }[] = [];
  const columns = layout(sheet);
  page.getRow(keyRow).eachCell((cell, column) => {
    const key = String(cell.value).trim();
    const address = `${sheet.name}!${letterOf(column - 1)}${keyRow}`;
    if (!columns.some(each => each.key === key))
      problems.push({ address, expected: '程序认得的列名：第 2 行不要改', found: key });
    else if (letters.has(key)) problems.push({ address, expected: '每列只有一次', found: key });
    else {
      letters.set(key, letterOf(column - 1));
      places.push({ key, column });
    }
  });
  for (const { key, header } of columns)
    if (!letters.has(key) && key !== shownKey)
      problems.push({
        address: `${sheet.name}!A${keyRow}`,
        expected: `“${header}”列（${key}）：它不见了，请重新导出`,
        found: '',
      });
  const rows: Row[] = [];
  page.eachRow((row, number) => {
    if (number < firstDataRow) return;
    const cells = new Map<string, string>();
    for (const { key, column } of places) {
      if (key === shownKey) continue;
      const read = cellText(row.getCell(column));
      if (!read.ok)
        problems.push({
          address: `${sheet.name}!${letters.get(key)}${number}`,
          expected: read.expected,
          found: read.found,
        });
      else if (read.text !== '') cells.set(key, read.text);
    }
    if (cells.size > 0) rows.push({ number, cells });
  });
  return { sheet, letters, rows };
}
