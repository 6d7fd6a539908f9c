import ExcelJS from 'exceljs';
import { allSheets } from '../all-sheets.ts';
import type { Table } from '../entity.ts';
import { firstDataRow, keyRow, layout } from '../layout.ts';
import type { Stamps } from '../plan-import.ts';
import { isMain } from '../sheet.ts';
import { addChoices, choiceLists } from './choices.ts';
import { addHelp } from './help-sheet.ts';
import { stampSheetName } from './stamp-sheet.ts';
import { withoutTimes } from './zip-entries.ts';

/** In the file's properties: an export says nothing of when and by whom it was made. */
const noTime = new Date(Date.UTC(2000, 0, 1));
const headerFill = 'FF1F5A66';
const idFill = 'FFE4E7EB';
const shownFill = 'FFF4F5F7';
const longestWidth = 60;

/** The workbook as .xlsx. Deterministic: the same tables give the same bytes. */
export async function writeWorkbook(tables: readonly Table[], stamps: Stamps): Promise<Buffer> {
  const workbook = new ExcelJS.Workbook();
  workbook.created = noTime;
  workbook.modified = noTime;
  workbook.creator = '事项内容导出';
  workbook.lastModifiedBy = '事项内容导出';
  addHelp(workbook, allSheets);
  const lists = choiceLists(allSheets);
  for (const table of tables) addTable(workbook, table, lists);
  addChoices(workbook, lists);
  const kept = workbook.addWorksheet(stampSheetName, { state: 'veryHidden' });
  for (const [key, stamp] of [...stamps].sort(([a], [b]) => (a < b ? -1 : 1))) kept.addRow([key, stamp]);
  return withoutTimes(Buffer.from(await workbook.xlsx.writeBuffer()));
}

function addTable(workbook: ExcelJS.Workbook, { sheet, rows }: Table, lists: ReturnType<typeof choiceLists>): void {
  const columns = layout(sheet);
  const fixed = columns.findLastIndex(({ role }) => role !== 'own') + 1 + (isMain(sheet) ? 1 : 0);
  const page = workbook.addWorksheet(sheet.name, {
    views: [{ state: 'frozen', xSplit: Math.min(fixed, 3), ySplit: keyRow }],
    properties: { tabColor: { argb: tabColours[sheet.entity] } },
    pageSetup: { orientation: 'landscape', fitToPage: true, fitToWidth: 1, fitToHeight: 0, paperSize: 9 },
  });
  page.columns = columns.map(({ width }) => ({ width: Math.min(width, longestWidth) }));
  const headers = page.addRow(columns.map(({ header }) => header));
  const keys = page.addRow(columns.map(({ key }) => key));
  headers.height = 24;
  for (const [index, { about, role }] of columns.entries()) {
    const header = headers.getCell(index + 1);
    header.font = { bold: true, color: { argb: 'FFFFFFFF' } };
    header.fill = solid(headerFill);
    header.alignment = { vertical: 'middle' };
    header.note = { texts: [{ text: role === 'id' ? `${about}\n（灰色列：不要改）` : about }] };
    const key = keys.getCell(index + 1);
    key.font = { size: 8, color: { argb: 'FF8A8F98' } };
    key.fill = solid(shownFill);
  }
  for (const { cells } of rows) {
    const row = page.addRow(
      columns.map(({ key, kind }) => {
        const text = cells.get(key);
        return text === undefined ? null : kind.numeric === true ? Number(text) : text;
      }),
    );
    for (const [index, { role, kind }] of columns.entries()) {
      const cell = row.getCell(index + 1);
      cell.alignment = { vertical: 'top', wrapText: true };
      // Text, so that the program does not make a date or a number of a phone.
      if (kind.numeric !== true) cell.numFmt = '@';
      if (role !== 'own') cell.fill = solid(role === 'id' ? idFill : shownFill);
      if (role === 'shown') cell.font = { color: { argb: 'FF6B7280' } };
    }
  }
  lists.validate(page, columns, firstDataRow, rows.length);
  page.autoFilter = { from: { row: keyRow, column: 1 }, to: { row: keyRow, column: columns.length } };
}

const tabColours = {
  matter: 'FF1F5A66',
  'life-events': 'FFB45309',
  place: 'FF15803D',
  overlay: 'FF7C3AED',
} as const;

export function solid(argb: string): ExcelJS.Fill {
  return { type: 'pattern', pattern: 'solid', fgColor: { argb } };
}
