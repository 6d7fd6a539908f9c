import { commonReadings } from './common-readings.ts';
import type { SearchIndex } from './search-index.ts';
import { confusedSpellings } from './spellings.ts';

let everyday: ReadonlyMap<number, readonly string[]> | null = null;
const readingIds = new WeakMap<SearchIndex, ReadonlyMap<string, number>>();

/** Readings of a character: as the index knows them, else as everybody does. */
export function readingsOfCharacter(index: SearchIndex, point: number): string[] {
  const units = index.unitsOfCharacter.get(point) ?? [];
  const known = units.flatMap(unit =>
    Array.from(
      index.unitReadings.subarray(index.unitReadingStart[unit] ?? 0, index.unitReadingStart[unit + 1] ?? 0),
      reading => index.readings[reading] ?? '',
    ),
  );
  everyday ??= parsed(commonReadings);
  return [...new Set(known.length > 0 ? known : (everyday.get(point) ?? []))];
}

/** Units of other characters that are read the same, or alike to many here: the wrong one was picked, or heard. */
export function unitsThatSoundLike(index: SearchIndex, point: number): Set<number> {
  const ids = idsOf(index);
  const same = new Set(index.unitsOfCharacter.get(point) ?? []);
  const units = new Set<number>();
  for (const reading of readingsOfCharacter(index, point))
    for (const spelling of [reading, ...confusedSpellings(reading)]) {
      const id = ids.get(spelling);
      if (id === undefined) continue;
      for (let at = index.readingUnitStart[id] ?? 0; at < (index.readingUnitStart[id + 1] ?? 0); at++) {
        const unit = index.readingUnits[at] ?? 0;
        if (index.units[unit]?.kind === 'character' && !same.has(unit)) units.add(unit);
      }
    }
  return units;
}

function idsOf(index: SearchIndex): ReadonlyMap<string, number> {
  const known = readingIds.get(index);
  if (known !== undefined) return known;
  const made = new Map(index.readings.map((reading, id) => [reading, id]));
  readingIds.set(index, made);
  return made;
}

function parsed(table: string): Map<number, string[]> {
  const result = new Map<number, string[]>();
  for (const row of table.trim().split(/\s+/)) {
    const [, syllable = '', characters = ''] = /^([a-z]+)(.*)$/u.exec(row) ?? [];
    for (const character of characters) {
      const point = character.codePointAt(0) ?? 0;
      const known = result.get(point);
      if (known === undefined) result.set(point, [syllable]);
      else known.push(syllable);
    }
  }
  return result;
}
