import { describe, expect, test } from 'vitest';
import { lifeEventSchema } from '../model/life-event.ts';
import { matterSchema } from '../model/matter.ts';
import { overlaySchema } from '../model/overlay.ts';
import { placeSchema } from '../model/place.ts';
import { allSheets } from './all-sheets.ts';
import { layout } from './layout.ts';
import { type Shape, shapeOf } from './schema-walk.ts';
import type { EntityName } from './sheet.ts';

/** Every value the model can hold, like materials[].name.zh; lists of plain values count as one value. */
function leaves(shape: Shape, path: string): string[] {
  const at = (key: string): string => (path === '' ? key : `${path}.${key}`);
  if (shape.kind === 'object') return [...shape.fields].flatMap(([key, field]) => leaves(field, at(key)));
  if (shape.kind === 'words') return [at('zh'), at('en')];
  if (shape.kind === 'list') return shape.of.kind === 'leaf' ? [path] : leaves(shape.of, `${path}[]`);
  // A condition is one cell; a record of objects is a list whose rows carry the key.
  if (shape.kind === 'record')
    return shape.of.kind === 'object' ? [`${path}[].matter`, ...leaves(shape.of, `${path}[]`)] : [path];
  return [path];
}

function columnPaths(entity: EntityName): string[] {
  return allSheets
    .filter(sheet => sheet.entity === entity)
    .flatMap(({ list, columns }) => {
      const above = list.map(name => `${name}[]`).join('.');
      return columns.map(({ path }) => (above === '' ? path : `${above}.${path}`));
    });
}

describe('the sheets', () => {
  test.each([
    ['matter', matterSchema, ''],
    ['place', placeSchema, ''],
    ['overlay', overlaySchema, ''],
    ['life-events', lifeEventSchema, 'lifeEvents[]'],
  ] as const)('have a column for every field of a %s, and no other', (entity, schema, above) => {
    expect(columnPaths(entity).sort()).toEqual(leaves(shapeOf(schema), above).sort());
  });
  test('say of every column what belongs into it, and name no column twice', () => {
    for (const sheet of allSheets) {
      const keys = layout(sheet).map(({ key }) => key);
      expect(new Set(keys).size, sheet.name).toBe(keys.length);
      for (const { about, header } of sheet.columns)
        expect(about, `${sheet.name} ${header}`).toMatch(/\p{Script=Han}/u);
    }
    expect(new Set(allSheets.map(({ name }) => name)).size).toBe(allSheets.length);
  });
});
