import { basename, dirname, join } from 'node:path';
import type { Change } from './changes.ts';
import { type Entities, type Entity, entityKey } from './entity.ts';
import { orderKeys, shapeOf } from './schema-walk.ts';
import { fileFromValue, fileSchemas, type SourceEntities, type SourceEntity } from './source-entities.ts';
import { mendFile, newFile } from './yaml/mend-file.ts';

/** New text of each file that changes, relative to the content folder; null for a file that goes. */
export type FileTexts = ReadonlyMap<string, string | null>;

/** What the files say after the changes. `normal` is the sources as the sheets see them. */
export function filesAfter(
  changes: readonly Change[],
  sources: SourceEntities,
  normal: Entities,
  workbook: Entities,
): FileTexts {
  const texts = new Map<string, string | null>();
  for (const { kind, id } of changes) {
    const key = entityKey(kind, id);
    const [source, old, wanted] = [sources.get(key), normal.get(key), workbook.get(key)];
    if (wanted === undefined) {
      if (source !== undefined) texts.set(source.file, null);
      continue;
    }
    const file = fileOf(wanted, source, sources);
    const content = ordered(wanted);
    if (source === undefined || old === undefined) texts.set(file, newFile(content));
    else {
      if (file !== source.file) texts.set(source.file, null);
      texts.set(file, mendFile(source.text, ordered(old), content));
    }
  }
  return texts;
}

function ordered({ kind, value }: Entity): unknown {
  const content = fileFromValue(kind, structuredClone(value));
  orderKeys(shapeOf(fileSchemas[kind]), content);
  return content;
}

/** A matter's file is named by field and id, a township's overlay lies beside its place. */
function fileOf({ kind, id, value }: Entity, source: SourceEntity | undefined, sources: SourceEntities): string {
  if (kind === 'matter') {
    const folder = source === undefined ? 'district/matters' : dirname(dirname(source.file));
    const name = `${String(value.id)}.yaml`;
    return join(folder, String(value.field), source === undefined ? name : basename(source.file));
  }
  if (source !== undefined) return source.file;
  if (kind === 'life-events') return 'district/life-events.yaml';
  const place = sources.get(entityKey('place', id));
  return kind === 'overlay' && place === undefined
    ? 'district/overlay.yaml'
    : join(dirname(place?.file ?? ''), `${kind}.yaml`);
}
