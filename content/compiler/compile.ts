import { codeBook } from '../codes/code-book.ts';
import { companyCodes, guideCodes } from '../codes/guide-codes.ts';
import { canonicalJson } from '../common/canonical-json.ts';
import { layerOf, type Role, townRole } from '../delivery/roles.ts';
import { compose } from '../model/compose.ts';
import type { Generation, SearchEntry } from '../model/generation.ts';
import type { Matter } from '../model/matter.ts';
import type { Overlay } from '../model/overlay.ts';
import { type PackedGeneration, packGeneration } from '../model/pack-generation.ts';
import { buildLexicon } from './lexicon.ts';
import { calendarsOf } from './public-holidays.ts';
import type { Sources } from './read-sources.ts';
import { type Readings, readingsOf, sourceReadings } from './readings.ts';
import { overlayLevel, roleOfFile } from './source-layers.ts';

type RoleRecords = Map<Role, Map<string, string>>;

/** Compiles checked sources to each role's records. Deterministic: the same sources give the same text, key by key. */
export function compileRecords(sources: Sources): RoleRecords {
  const roles: RoleRecords = new Map([
    ['targets', new Map()],
    ['district', new Map()],
  ]);
  const words = new Map<Role, string[]>();
  const put = (role: Role, key: string, value: unknown): void => {
    const records = roles.get(role) ?? new Map<string, string>();
    roles.set(role, records.set(key, canonicalJson(value)));
  };
  const putWords = (role: Role, texts: string[]): void => void words.set(role, [...(words.get(role) ?? []), ...texts]);
  const readings = sourceReadings(sources);
  const book = codeBook(sources.registry);

  for (const calendar of calendarsOf(sources)) put('targets', `calendar/${calendar.year}`, calendar);
  for (const { file, value: matter } of sources.matters) {
    put(roleOfFile(file), `matter/${matter.id}`, {
      matter,
      search: searchEntries(matter, readings),
      codes: guideCodes(matter, book),
      ...(matter.audience.includes('company') && { companyCodes: companyCodes(matter, book) }),
    });
    putWords(roleOfFile(file), [matter.name.zh, ...matter.aliases]);
  }
  const lifeEvents = sources.lifeEvents.flatMap(source => source.value);
  for (const [order, lifeEvent] of lifeEvents.entries())
    put('district', `life-event/${lifeEvent.id}`, { order, lifeEvent });
  putWords(
    'district',
    lifeEvents.map(event => event.name.zh),
  );
  for (const { value: place } of sources.places) {
    put(townRole(place.code), `place/${place.code}`, place);
    putWords(townRole(place.code), [place.unit.zh, ...place.villages.map(village => village.name)]);
  }
  for (const { file, value: overlay } of sources.overlays) {
    const search = aliasEntries(overlay, readings);
    put(roleOfFile(file), `overlay/${overlayLevel(file)}`, { overlay, search });
    putWords(
      roleOfFile(file),
      search.map(({ text }) => text),
    );
  }
  for (const [role, texts] of words) {
    const byLetter = Map.groupBy(Object.entries(buildLexicon(texts, readings)), ([pinyin]) => pinyin.charAt(0));
    for (const [letter, entries] of byLetter) put(role, `lexicon/${role}-${letter}`, Object.fromEntries(entries));
  }
  return roles;
}

/** What a terminal of `placeCode` would show. */
export function compile(sources: Sources, placeCode: string): Generation {
  return composeAt(compileRecords(sources), placeCode);
}

/** The same, of records that are compiled already. */
export function composeAt(roles: RoleRecords, placeCode: string): Generation {
  return packAt(roles, placeCode).generation;
}

/** The same, with the index by which it is searched. */
export function packAt(roles: RoleRecords, placeCode: string): PackedGeneration {
  const layers = [...roles].sort(([a], [b]) => layerOf(a) - layerOf(b));
  return packGeneration(
    compose(
      layers.map(([, records]) => records),
      placeCode,
    ),
  );
}

function searchEntries(matter: Matter, readings: Readings): SearchEntry[] {
  const entry = (text: string, kind: SearchEntry['kind']) => entryOf(matter.id, text, kind, readings);
  const english = matter.name.en === undefined ? [] : [entry(matter.name.en, 'alias')];
  return [entry(matter.name.zh, 'name'), ...matter.aliases.map(alias => entry(alias, 'alias')), ...english];
}

function aliasEntries(overlay: Overlay, readings: Readings): SearchEntry[] {
  return Object.entries(overlay.matters).flatMap(([id, { aliases }]) =>
    aliases.map(alias => entryOf(id, alias, 'alias', readings)),
  );
}

function entryOf(matterId: string, text: string, kind: SearchEntry['kind'], readings: Readings): SearchEntry {
  return { matterId, text, readings: readingsOf(text, readings), kind };
}
