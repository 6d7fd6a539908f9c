import { type CellProblem, type Entities, type Entity, entityKey, type Table } from '../entity.ts';
import type { Names } from '../kinds/kind.ts';
import { withEarlier } from '../names.ts';
import type { EntityName } from '../sheet.ts';
import { isValues, listAt, setAt, type Values } from '../values.ts';
import { addressOf, districtId, type PlacedRow, placeRows } from './place-rows.ts';

/** Entities read from cells, the cells that are refused, and the way from a value back to its rows. */
export interface Reading {
  entities: Entities;
  problems: CellProblem[];
  namesOf(entity: Entity): Names;
  rowsOf: WeakMap<object, PlacedRow[]>;
}

/**
 * Reads the cells by the kinds of their columns; what a whole entity must satisfy is not looked at here.
 * Names of `earlier` entities are still understood.
 */
export function fromTables(tables: readonly Table[], earlier: Entities): Reading {
  const placed = placeRows(tables, new Set([...earlier.values()].map(({ id }) => id)));
  const problems = [...placed.problems];
  const entities = new Map<string, Entity>();
  const rowsOf = new WeakMap<object, PlacedRow[]>();
  const namesKept = new Map<string, Names>();
  const namesWith = withEarlier(placed.names, earlier);

  if (tables.some(({ sheet }) => sheet.entity === 'life-events')) valueOfEntity('life-events', districtId);
  for (const each of placed.rows) read(each);
  return { entities, problems, rowsOf, namesOf: ({ kind, id }) => namesFor(kind, id) };

  function namesFor(kind: EntityName, id: string): Names {
    const key = entityKey(kind, id);
    const kept = namesKept.get(key);
    if (kept !== undefined) return kept;
    const questions = kind === 'matter' ? (placed.questionsOf.get(id) ?? []) : [];
    const villages = kind === 'place' ? (placed.villagesOf.get(id) ?? []) : [];
    const names = namesWith(key, { questions, villages });
    namesKept.set(key, names);
    return names;
  }

  function valueOfEntity(kind: EntityName, id: string): Values {
    const key = entityKey(kind, id);
    const entity = entities.get(key) ?? { kind, id, value: {} };
    entities.set(key, entity);
    return entity.value;
  }

  function read(each: PlacedRow): void {
    const { sheet } = each.table;
    const entity = valueOfEntity(sheet.entity, each.entityId);
    const last = sheet.list.at(-1);
    const value: Values = last === undefined ? entity : {};
    const known = rowsOf.get(value) ?? [];
    if (known.some(other => other.table === each.table)) {
      problems.push({
        address: addressOf(each.table, each.row, [...each.table.letters.keys()][0] ?? ''),
        expected: '每个只写一行：上面已经有一行',
        found: each.entityId,
      });
      return;
    }
    rowsOf.set(value, [...known, each]);
    readCells(each, value);
    if (last === undefined) return;
    let parent: unknown = entity;
    for (const [depth, list] of sheet.list.slice(0, -1).entries())
      parent = listAt(parent, list).find(item => isValues(item) && item.id === each.parentIds[depth]);
    // placeRows lets only rows through whose parents stand in an earlier sheet.
    if (!isValues(parent)) throw new Error(`${addressOf(each.table, each.row, '')} has no parent`);
    parent[last] = [...listAt(parent, last), value];
  }

  function readCells({ table, row, entityId, id }: PlacedRow, value: Values): void {
    const names = namesFor(table.sheet.entity, entityId);
    for (const { path, kind, about } of table.sheet.columns) {
      const isId = path === table.sheet.id;
      const text = isId ? (id ?? '') : (row.cells.get(path) ?? '');
      if (text === '') {
        if (kind.emptyList === true) setAt(value, path, []);
        continue;
      }
      const parsed = kind.parse(text, names);
      if (parsed.ok) setAt(value, path, parsed.value);
      else
        problems.push({ address: addressOf(table, row, path), expected: `${parsed.expected}。${about}`, found: text });
    }
  }
}
