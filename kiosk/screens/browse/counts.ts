import { type FieldOfLife, fields, keysOf, type PowerLevel, powerLevels } from '../../../content/model/code-lists.ts';
import type { Generation } from '../../../content/model/generation.ts';
import type { LifeEvent } from '../../../content/model/life-event.ts';
import type { Matter } from '../../../content/model/matter.ts';
import { mattersOf } from '../../catalog/selection.ts';

/** Fields with nothing in them are left out; an empty level or life event is said to be empty. */
export function fieldsInUse(generation: Generation): { id: FieldOfLife; count: number }[] {
  const counted = keysOf(fields).map(id => ({ id, count: mattersOf(generation, { by: 'field', id }).length }));
  return counted.filter(({ count }) => count > 0);
}

export function levelsWithCounts(generation: Generation): { id: PowerLevel; count: number }[] {
  return keysOf(powerLevels).map(id => ({ id, count: mattersOf(generation, { by: 'level', id }).length }));
}

export function lifeEventsWithCounts(generation: Generation): { event: LifeEvent; count: number }[] {
  return generation.lifeEvents.map(event => ({
    event,
    count: mattersOf(generation, { by: 'life-event', id: event.id }).length,
  }));
}

/** The one with the most matters first; the field of most of them gives its pictogram. */
export function departmentsWithCounts({
  matters,
}: Generation): { name: Matter['department']; field: FieldOfLife; count: number }[] {
  const byName = Map.groupBy(matters, ({ department }) => department.zh);
  return [...byName.values()]
    .flatMap(group => {
      const [first] = group;
      return first === undefined ? [] : [{ name: first.department, field: mainField(group), count: group.length }];
    })
    .sort((a, b) => b.count - a.count);
}

function mainField(matters: readonly Matter[]): FieldOfLife {
  const groups = [...Map.groupBy(matters, ({ field }) => field)].sort(([, a], [, b]) => b.length - a.length);
  return groups[0]?.[0] ?? 'civil-affairs';
}
