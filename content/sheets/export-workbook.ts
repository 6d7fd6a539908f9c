import { throughCells } from './normal-entities.ts';
import { stampOf } from './plan-import.ts';
import { readSourceEntities } from './source-entities.ts';
import { writeWorkbook } from './workbook/write-workbook.ts';

/** A content folder as a workbook, and how many rows each sheet has. */
export async function exportWorkbook(folder: string): Promise<{ bytes: Buffer; rows: Record<string, number> }> {
  const { tables, reading } = throughCells(await readSourceEntities(folder));
  const stamps = new Map([...reading.entities].map(([key, entity]) => [key, stampOf(entity)]));
  return {
    bytes: await writeWorkbook(tables, stamps),
    rows: Object.fromEntries(tables.map(({ sheet, rows }) => [sheet.name, rows.length])),
  };
}
