import { canonicalJson } from '../common/canonical-json.ts';
import { layerOf, type Role, townRole } from '../delivery/roles.ts';
import { compose } from '../model/compose.ts';
import type { Generation, SearchEntry } from '../model/generation.ts';
import type { Matter } from '../model/matter.ts';
import { buildLexicon } from './lexicon.ts';
import type { Sources } from './read-sources.ts';
import { readingsOf } from './readings.ts';

type RoleRecords = Map<Role, Map<string, string>>;

/** Compiles checked sources to each role's records. Deterministic: the same sources give the same text, key by key. */
export function compileRecords(sources: Sources): RoleRecords {
  const roles: RoleRecords = new Map([
    ['targets', new Map()],
    ['district', new Map()],
  ]);
  const put = (role: Role, key: string, value: unknown): void => {
    const records = roles.get(role) ?? new Map<string, string>();
    roles.set(role, records.set(key, canonicalJson(value)));
  };
  const matters = sources.matters.map(source => source.value);
  const lifeEvents = sources.lifeEvents.flatMap(source => source.value);
  for (const matter of matters) put('district', `matter/${matter.id}`, { matter, search: searchEntries(matter) });
  for (const [order, lifeEvent] of lifeEvents.entries())
    put('district', `life-event/${lifeEvent.id}`, { order, lifeEvent });
  putLexicon('district', [
    ...matters.flatMap(matter => [matter.name.zh, ...matter.aliases]),
    ...lifeEvents.map(event => event.name.zh),
  ]);
  for (const { value: place } of sources.places) {
    const role = townRole(place.code);
    put(role, `place/${place.code}`, place);
    putLexicon(role, [place.unit.zh, ...place.villages.map(village => village.name)]);
  }
  return roles;

  function putLexicon(role: Role, texts: string[]): void {
    const byLetter = Map.groupBy(Object.entries(buildLexicon(texts)), ([pinyin]) => pinyin.charAt(0));
    for (const [letter, entries] of byLetter) put(role, `lexicon/${role}-${letter}`, Object.fromEntries(entries));
  }
}

/** What a terminal of `placeCode` would show. */
export function compile(sources: Sources, placeCode: string): Generation {
  const roles = [...compileRecords(sources)].sort(([a], [b]) => layerOf(a) - layerOf(b));
  return compose(
    roles.map(([, records]) => records),
    placeCode,
  );
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
