import { join } from 'node:path';
import { readSources, type Sources } from '../compiler/read-sources.ts';
import type { Matter } from '../model/matter.ts';
import { parseRegistry } from './registry-file.ts';

/** Three matters and two places of the real content: enough to see every purpose. */
export async function fewSources(): Promise<Sources> {
  const all = await readSources(join(import.meta.dirname, '..'));
  const ids = ['birth-registration', 'individual-business-registration', 'social-insurance-certificate'];
  const matters = all.matters.filter(({ value }) => ids.includes(value.id));
  if (matters.length !== ids.length) throw new Error('a matter these tests stand on is gone');
  return { ...all, matters, places: all.places.slice(0, 2), registry: parseRegistry(''), problems: [] };
}

/** The same sources with one matter changed; null takes it out. */
export function withMatter(sources: Sources, id: string, change: ((matter: Matter) => Matter) | null): Sources {
  const matters = sources.matters.flatMap(source => {
    if (source.value.id !== id) return [source];
    return change === null ? [] : [{ ...source, value: change(structuredClone(source.value)) }];
  });
  return { ...sources, matters };
}
