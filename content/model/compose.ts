import { z } from 'zod';
import type { Records } from '../delivery/records.ts';
import { type Generation, searchEntrySchema } from './generation.ts';
import { lifeEventSchema } from './life-event.ts';
import { matterSchema } from './matter.ts';
import { placeSchema } from './place.ts';

export const matterRecordSchema = z.strictObject({ matter: matterSchema, search: z.array(searchEntrySchema) });
export const lifeEventRecordSchema = z.strictObject({ order: z.int(), lifeEvent: lifeEventSchema });
export const lexiconRecordSchema = z.record(z.string(), z.array(z.string()));

/**
 * What a terminal shows, from the records of every role; `layers` in the order city, district, townships: a later one
 * counts over an earlier one.
 * @throws Error when a record is not what its key says
 */
export function compose(layers: readonly Records[], _placeCode: string): Generation {
  const records = new Map(layers.flatMap(layer => [...layer]));
  const sorted = [...records].sort(([a], [b]) => (a < b ? -1 : 1));
  const all = <T>(kind: string, schema: z.ZodType<T>): T[] =>
    sorted.flatMap(([key, text]) => (key.startsWith(`${kind}/`) ? [schema.parse(JSON.parse(text))] : []));
  const matters = all('matter', matterRecordSchema);
  const lexicon = new Map<string, string[]>();
  for (const part of all('lexicon', lexiconRecordSchema))
    for (const [key, words] of Object.entries(part))
      lexicon.set(key, [...new Set([...(lexicon.get(key) ?? []), ...words])]);
  return {
    formatVersion: 1,
    matters: matters.map(({ matter }) => matter),
    places: all('place', placeSchema),
    lifeEvents: all('life-event', lifeEventRecordSchema)
      .sort((a, b) => a.order - b.order)
      .map(({ lifeEvent }) => lifeEvent),
    search: matters.flatMap(({ search }) => search),
    lexicon: Object.fromEntries([...lexicon].sort(([a], [b]) => (a < b ? -1 : 1))),
  };
}
