import type { Entities, Entity, Row, Table } from './entity.ts';
import type { Names } from './kinds/kind.ts';
import { firstDataRow, layout, letterOf, shownKey } from './layout.ts';
import { parentColumns, type Sheet } from './sheet.ts';
import { cleanText, listAt, valueAt } from './values.ts';

/** Entities as the cells of the workbook, sheet by sheet. Deterministic: the same entities give the same cells. */
export function toTables(sheets: readonly Sheet[], entities: Entities, namesOf: (entity: Entity) => Names): Table[] {
  return sheets.map(sheet => {
    const rows = [...entities.values()]
      .filter(entity => entity.kind === sheet.entity)
      .flatMap(entity => rowsOf(sheet, entity, namesOf(entity)))
      .map((cells, index): Row => ({ number: firstDataRow + index, cells }));
    return { sheet, letters: new Map(layout(sheet).map(({ key }, index) => [key, letterOf(index)])), rows };
  });
}

function rowsOf(sheet: Sheet, entity: Entity, names: Names): Map<string, string>[] {
  const parents = parentColumns(sheet);
  let level: { ids: string[]; item: unknown }[] = [
    { ids: sheet.entity === 'life-events' ? [] : [entity.id], item: entity.value },
  ];
  for (const [depth, list] of sheet.list.entries())
    level = level.flatMap(({ ids, item }) =>
      listAt(item, list).map(inner => ({
        ids: depth === 0 ? ids : [...ids, String(valueAt(item, 'id'))],
        item: inner,
      })),
    );
  return level.map(({ ids, item }) => {
    const cells = new Map<string, string>();
    const put = (key: string, text: string): void => {
      if (text !== '') cells.set(key, text);
    };
    for (const [index, parent] of parents.entries()) put(parent.key, ids[index] ?? '');
    if (parents.length > 0) put(shownKey, nameOf(entity, names));
    for (const { path, kind } of sheet.columns) {
      const value = valueAt(item, path);
      if (value !== undefined) put(path, cleanText(kind.show(value, names)));
    }
    return cells;
  });
}

export function nameOf(entity: Entity, names: Names): string {
  const own = valueAt(entity.value, 'unit.zh') ?? valueAt(entity.value, 'name.zh');
  return cleanText(String(own ?? names.places.find(place => place.id === entity.id)?.labels[0] ?? entity.id));
}
