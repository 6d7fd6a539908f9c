import { canonicalJson, sha256Hex } from '../common/canonical-json.ts';
import { type Change, fieldChanges, nameOfEntity } from './changes.ts';
import { type Entities, type Entity, entityKey } from './entity.ts';
import type { Names } from './kinds/kind.ts';
import type { EntityName } from './sheet.ts';

/** Digest of each entity when the workbook was exported, by `kind/id`. */
export type Stamps = ReadonlyMap<string, string>;

export interface ImportPlan {
  changes: Change[];
  /** Changed in the workbook and, since its export, in the sources too: neither may overwrite the other. */
  conflicts: { kind: EntityName; id: string; name: string }[];
}

type Side = { entities: Entities; namesOf(entity: Entity): Names };

export function stampOf(entity: Entity): string {
  return sha256Hex(canonicalJson(entity.value)).slice(0, 24);
}

/** What the workbook says that the sources do not, leaving alone what was changed elsewhere since the export. */
export function planImport(stamps: Stamps, sources: Side, workbook: Side): ImportPlan {
  const plan: ImportPlan = { changes: [], conflicts: [] };
  for (const key of new Set([...sources.entities.keys(), ...workbook.entities.keys()])) {
    const [old, next] = [sources.entities.get(key), workbook.entities.get(key)];
    const stamp = stamps.get(key) ?? null;
    const [is, wanted] = [old === undefined ? null : stampOf(old), next === undefined ? null : stampOf(next)];
    if (wanted === stamp || wanted === is) continue;
    const entity = next ?? old;
    if (entity === undefined) continue;
    const { kind, id } = entity;
    const namesOf = next === undefined ? sources.namesOf : workbook.namesOf;
    const named = { kind, id, name: nameOfEntity(entity, namesOf(entity)) };
    if (is !== stamp) plan.conflicts.push(named);
    else if (old === undefined) plan.changes.push({ ...named, what: 'added', fields: fieldsOf(null, next) });
    else if (next === undefined) plan.changes.push({ ...named, what: 'removed', fields: [] });
    else plan.changes.push({ ...named, what: 'changed', fields: fieldsOf(old, next) });
  }
  return plan;

  function fieldsOf(old: Entity | null, next: Entity | undefined): Change['fields'] {
    if (next === undefined) return [];
    const after = { value: next.value, names: workbook.namesOf(next) };
    const before = old === null ? { value: {}, names: after.names } : { value: old.value, names: sources.namesOf(old) };
    return fieldChanges(next.kind, before, after);
  }
}

/** Where the sources' entity stands in both maps. */
export function keyOfChange({ kind, id }: Pick<Change, 'kind' | 'id'>): string {
  return entityKey(kind, id);
}
