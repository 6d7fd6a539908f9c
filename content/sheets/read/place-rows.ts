import type { CellProblem, Row, Table } from '../entity.ts';
import type { Named, NamedQuestion, Names } from '../kinds/kind.ts';
import { idOf } from '../kinds/list-kinds.ts';
import { isMain, parentColumns, type Sheet } from '../sheet.ts';
import { makeId } from './make-id.ts';

/** A row of which is known to whom it belongs and what it is called. */
export interface PlacedRow {
  table: Table;
  row: Row;
  entityId: string;
  /** Ids of the list entries above it, from the entity down. */
  parentIds: string[];
  /** null where the order of the rows counts. */
  id: string | null;
}

type MutableNames = { -readonly [K in keyof Omit<Names, 'questions' | 'villages'>]: Named[] };

export interface Placed {
  rows: PlacedRow[];
  names: MutableNames;
  questionsOf: ReadonlyMap<string, NamedQuestion[]>;
  villagesOf: ReadonlyMap<string, Named[]>;
  problems: CellProblem[];
}

/** Life events and the district's own overlay belong to the district. */
export const districtId = 'district';

/** Finds for each row its entity and its parents, names rows that were left without an id, and collects the names in use. */
export function placeRows(tables: readonly Table[], takenIds: ReadonlySet<string>): Placed {
  const rows: PlacedRow[] = [];
  const problems: CellProblem[] = [];
  const names: MutableNames = { lifeEvents: [], matters: [], places: [] };
  const questionsOf = new Map<string, NamedQuestion[]>();
  const villagesOf = new Map<string, Named[]>();
  const used = new Map<string, Set<string>>();
  for (const table of tables)
    for (const row of table.rows) {
      const above = parentsOf(table, row);
      const id = above === null ? undefined : ownId(table, row, [table.sheet.key, ...above].join('/'));
      if (above === null || id === undefined) continue;
      const [first = ''] = above;
      const placed = { table, row, entityId: isMain(table.sheet) ? (id ?? '') : first, parentIds: above.slice(1), id };
      rows.push(placed);
      collectName(placed);
    }
  return { rows, names, questionsOf, villagesOf, problems };

  /** Ids from the entity down; null when refused. */
  function parentsOf(table: Table, row: Row): string[] | null {
    const { sheet } = table;
    if (sheet.entity === 'life-events') return [districtId];
    if (isMain(sheet)) return [];
    const found: string[] = [];
    for (const [depth, { key, about }] of parentColumns(sheet).entries()) {
      const text = row.cells.get(key) ?? '';
      const known = depth > 0 ? (questionsOf.get(found[0] ?? '') ?? []) : entitiesNamed(sheet);
      const id = text === '' ? null : idOf(known, text);
      if (id === null) {
        refuse(table, row, key, about);
        return null;
      }
      found.push(id);
    }
    return found;
  }

  function entitiesNamed({ entity }: Sheet): Named[] {
    if (entity === 'matter') return names.matters;
    return entity === 'overlay' ? [{ id: districtId, labels: ['全区'] }, ...names.places] : names.places;
  }

  /** undefined when refused. */
  function ownId(table: Table, row: Row, among: string): string | null | undefined {
    const { sheet } = table;
    if (sheet.id === undefined) return null;
    const taken = used.get(among) ?? new Set<string>();
    used.set(among, taken);
    const written = row.cells.get(sheet.id) ?? '';
    const words = sheet.idFrom === undefined ? '' : (row.cells.get(sheet.idFrom) ?? '');
    if (written === '' && words === '') {
      refuse(table, row, sheet.id, sheet.idFrom === undefined ? '编号，不能空' : '编号；新的一行可以留空，但要写名称');
      return undefined;
    }
    const known = sheet.id === 'matter' ? idOf(names.matters, written) : written;
    if (known === null) {
      refuse(table, row, sheet.id, '“事项”表里有的名称或编号');
      return undefined;
    }
    const id = known === '' ? makeId(words, idsInUse(table, taken)) : known;
    if (taken.has(id)) {
      refuse(table, row, sheet.id, '不重复的编号：上面已经有这个编号');
      return undefined;
    }
    taken.add(id);
    return id;
  }

  /** Those further down too, so that a made id never pushes out one that is in print. */
  function idsInUse({ sheet, rows }: Table, taken: ReadonlySet<string>): ReadonlySet<string> {
    const written = rows.map(({ cells }) => cells.get(sheet.id ?? '') ?? '');
    return new Set([...taken, ...written, ...(isMain(sheet) ? takenIds : [])]);
  }

  function collectName({ table: { sheet }, row, entityId, parentIds, id }: PlacedRow): void {
    if (id === null || sheet.labelFrom === undefined) return;
    const label = row.cells.get(sheet.labelFrom);
    const entry = { id, labels: label === undefined ? [] : [label] };
    const questions = questionsOf.get(entityId) ?? [];
    if (sheet.key === 'matters') names.matters.push(entry);
    else if (sheet.key === 'places') names.places.push(entry);
    else if (sheet.key === 'life-events') names.lifeEvents.push(entry);
    else if (sheet.key === 'villages') villagesOf.set(entityId, [...(villagesOf.get(entityId) ?? []), entry]);
    else if (sheet.key === 'questions') questionsOf.set(entityId, [...questions, { ...entry, options: [] }]);
    else if (sheet.key === 'options')
      questionsOf.set(
        entityId,
        questions.map(each => (each.id === parentIds[0] ? { ...each, options: [...each.options, entry] } : each)),
      );
  }

  function refuse(table: Table, row: Row, key: string, expected: string): void {
    problems.push({ address: addressOf(table, row, key), expected, found: row.cells.get(key) ?? '' });
  }
}

export function addressOf(table: Table, row: Row, key: string): string {
  return `${table.sheet.name}!${table.letters.get(key) ?? 'A'}${row.number}`;
}
