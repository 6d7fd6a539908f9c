import { allSheets } from '../all-sheets.ts';
import type { CellProblem, Entity } from '../entity.ts';
import type { Column } from '../sheet.ts';
import type { Reading } from './from-tables.ts';
import { addressOf, type PlacedRow } from './place-rows.ts';

/** The cell that holds the value at this path of an entity, or that of the nearest row above it. */
export function findCell(reading: Reading, entity: Entity, path: readonly PropertyKey[], message: string): CellProblem {
  let at: unknown = entity.value;
  let rows = reading.rowsOf.get(entity.value) ?? [];
  let rest = path;
  for (const [index, key] of path.entries()) {
    at = typeof at === 'object' && at !== null ? Reflect.get(at, key) : undefined;
    const found = typeof at === 'object' && at !== null ? reading.rowsOf.get(at) : undefined;
    if (found === undefined) continue;
    rows = found;
    rest = path.slice(index + 1);
  }
  const wanted = rest.filter(key => typeof key === 'string').join('.');
  for (const { table, row } of rows) {
    const column = columnFor(table.sheet.columns, wanted);
    if (column !== undefined)
      return {
        address: addressOf(table, row, column.path),
        expected: `${column.about}（${message}）`,
        found: row.cells.get(column.path) ?? '',
      };
  }
  return elsewhere(entity, rows, wanted, message);
}

/** The column of this path, the first below it, or the one it leads into. */
function columnFor(columns: readonly Column[], wanted: string): Column | undefined {
  if (wanted === '') return columns[0];
  return (
    columns.find(({ path }) => path === wanted) ??
    columns.find(({ path }) => path.startsWith(`${wanted}.`)) ??
    columns.find(({ path }) => wanted.startsWith(`${path}.`)) ??
    columns.find(({ path }) => path.startsWith(`${wanted.split('.').slice(0, -1).join('.')}.`))
  );
}

/** What is missing has no row yet: named at the row it should belong to. */
function elsewhere(entity: Entity, rows: readonly PlacedRow[], wanted: string, message: string): CellProblem {
  const [first] = rows;
  const list = first === undefined ? [] : first.table.sheet.list;
  const sheet = allSheets.find(
    ({ entity: kind, list: own, columns }) =>
      kind === entity.kind &&
      ((own.length === list.length && columnFor(columns, wanted) !== undefined) ||
        (own.length === list.length + 1 && own.at(-1) === wanted)),
  );
  const expected = sheet === undefined ? message : `“${sheet.name}”表里要有它的行，或行数不对（${message}）`;
  if (first === undefined)
    return { address: sheet === undefined ? '' : `${sheet.name}!A1`, expected, found: entity.id };
  const key = first.table.sheet.id ?? first.table.sheet.columns[0]?.path ?? '';
  return { address: addressOf(first.table, first.row, key), expected, found: first.row.cells.get(key) ?? '' };
}
