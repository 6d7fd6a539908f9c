import type { Generation, SearchEntry } from '../model/generation.ts';
import type { Matter } from '../model/matter.ts';
import { buildLexicon } from './lexicon.ts';
import type { Sources } from './read-sources.ts';
import { readingsOf } from './readings.ts';

/** Compiles checked sources. Deterministic: the same sources give the same generation, key by key. */
export function compile(sources: Sources): Generation {
  const matters = sources.matters.map(source => source.value).sort(byKey(matter => matter.id));
  const places = sources.places.map(source => source.value).sort(byKey(place => place.code));
  const lifeEvents = sources.lifeEvents.flatMap(source => source.value);
  return {
    formatVersion: 1,
    matters,
    places,
    lifeEvents,
    search: matters.flatMap(searchEntries),
    lexicon: buildLexicon([
      ...matters.flatMap(matter => [matter.name.zh, ...matter.aliases]),
      ...places.flatMap(place => [place.unit.zh, ...place.villages.map(village => village.name)]),
      ...lifeEvents.map(event => event.name.zh),
    ]),
  };
}

function searchEntries(matter: Matter): SearchEntry[] {
  const entry = (text: string, kind: SearchEntry['kind']): SearchEntry => ({
    matterId: matter.id,
    text,
    readings: readingsOf(text),
    kind,
  });
  const english = matter.name.en === undefined ? [] : [entry(matter.name.en, 'alias')];
  return [entry(matter.name.zh, 'name'), ...matter.aliases.map(alias => entry(alias, 'alias')), ...english];
}

function byKey<T>(keyOf: (value: T) => string): (a: T, b: T) => number {
  return (a, b) => (keyOf(a) < keyOf(b) ? -1 : 1);
}
