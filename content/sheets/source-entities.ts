import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import { Refusal } from '../common/faults.ts';
import { problemLine } from '../compiler/problem.ts';
import { readSources } from '../compiler/read-sources.ts';
import { parseYaml } from '../compiler/yaml-file.ts';
import { lifeEventSchema } from '../model/life-event.ts';
import { matterSchema } from '../model/matter.ts';
import { overlaySchema } from '../model/overlay.ts';
import { placeSchema } from '../model/place.ts';
import { type Entity, entityKey } from './entity.ts';
import { districtId } from './read/place-rows.ts';
import type { EntityName } from './sheet.ts';
import { isValues, listAt, type Values } from './values.ts';

/** An entity as its YAML file says it, with the file's text. */
export interface SourceEntity extends Entity {
  /** Relative to the content folder. */
  file: string;
  text: string;
}

export type SourceEntities = ReadonlyMap<string, SourceEntity>;

/** What a whole file of each kind must satisfy. */
export const fileSchemas: Record<EntityName, z.ZodType> = {
  matter: matterSchema,
  'life-events': z.array(lifeEventSchema),
  place: placeSchema,
  overlay: overlaySchema,
};

/**
 * Everything a workbook can hold, from a content folder.
 * @throws Refusal content-unreadable, or content-invalid when a file does not satisfy the model: it cannot be shown faithfully
 */
export async function readSourceEntities(folder: string): Promise<SourceEntities> {
  const sources = await readSources(folder);
  const [broken, ...others] = sources.problems;
  if (broken !== undefined)
    throw new Refusal(
      'content-invalid',
      `${problemLine(broken)}${others.length > 0 ? `, and ${others.length} more` : ''}`,
    );
  const entities = new Map<string, SourceEntity>();
  const add = async (kind: EntityName, file: string, idOf: (content: unknown) => string): Promise<void> => {
    const text = await readFile(join(folder, file), 'utf8');
    const { content } = parseYaml(file, text);
    const id = idOf(content);
    const key = entityKey(kind, id);
    const other = entities.get(key)?.file;
    if (other !== undefined) throw new Refusal('content-invalid', `${id} stands in ${other} and in ${file}`);
    entities.set(key, { kind, id, file, text, value: valueFromFile(kind, content) });
  };
  const own = (key: string) => (content: unknown) => String(isValues(content) ? content[key] : '');
  for (const { file } of sources.matters) await add('matter', file, own('id'));
  for (const { file } of sources.lifeEvents) await add('life-events', file, () => districtId);
  for (const { file } of sources.places) await add('place', file, own('code'));
  for (const { file } of sources.overlays) await add('overlay', file, () => levelOf(file));
  return entities;
}

/** townships/331003204-shangyang/overlay.yaml -> 331003204, district/overlay.yaml -> district */
function levelOf(file: string): string {
  return /^townships\/(\d+)-/.exec(file)?.[1] ?? districtId;
}

/** Sheets know lists only: a file that is a list gets a name for it, a record becomes a list of its entries. */
function valueFromFile(kind: EntityName, content: unknown): Values {
  if (kind === 'life-events') return { lifeEvents: content };
  if (!isValues(content)) return {};
  if (kind !== 'overlay') return content;
  const { matters } = content;
  return isValues(matters)
    ? {
        ...content,
        matters: Object.entries(matters).map(([matter, own]) => ({ matter, ...(isValues(own) ? own : {}) })),
      }
    : content;
}

/** The way back. */
export function fileFromValue(kind: EntityName, value: Values): unknown {
  if (kind === 'life-events') return listAt(value, 'lifeEvents');
  if (kind !== 'overlay' || value.matters === undefined) return value;
  const matters = listAt(value, 'matters').filter(isValues);
  return { ...value, matters: Object.fromEntries(matters.map(({ matter, ...own }) => [String(matter), own])) };
}

/** Path in the file -> path in the value. */
export function pathFromFile(kind: EntityName, value: Values, path: readonly PropertyKey[]): readonly PropertyKey[] {
  if (kind === 'life-events') return ['lifeEvents', ...path];
  const [list, id, ...rest] = path;
  if (kind !== 'overlay' || list !== 'matters' || id === undefined) return path;
  return [list, listAt(value, 'matters').findIndex(item => isValues(item) && item.matter === id), ...rest];
}
