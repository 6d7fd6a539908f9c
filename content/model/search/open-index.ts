import { sectionCount, splitSections, uint16View, uint32View } from './binary.ts';
import type { SearchIndex, SearchMatter, Unit } from './search-index.ts';
import { spellingsOf } from './spellings.ts';
import { kindOfCharacter } from './units.ts';

/**
 * Opens what `buildIndex` packed. Takes milliseconds: nothing is parsed but the lists of words and ids.
 * @throws Error when the bytes are not whole or of another form
 */
export function openIndex(bytes: Uint8Array): SearchIndex {
  const sections = splitSections(bytes, sectionCount);
  const section = (at: number): Uint8Array => sections[at] ?? new Uint8Array();
  const units = lines(section(0)).map(unitOf);
  const readings = lines(section(1));
  const unitReadingStart = starts(section(2));
  const unitReadings = uint16View(section(3));
  const textStart = starts(uint16View(section(4)));
  const textUnits = joinedPlanes(section(5), section(6));
  const matters: SearchMatter[] = lines(section(7)).map(id => ({ id }));
  for (const [at, from, until] of JSON.parse(new TextDecoder().decode(section(11))) as [number, string, string][]) {
    const matter = matters[at];
    if (matter === undefined) continue;
    if (from !== '') matter.effectiveFrom = from;
    if (until !== '') matter.cancelledFrom = until;
  }
  const entryStart = starts(uint16View(section(8)));
  const entryText = textsOfEntries(uint32View(section(9)));
  return {
    ...{ entryStart, entryText, ...mattersByText(textStart.length - 1, entryStart, entryText) },
    ...{ units, readings, unitReadingStart, unitReadings, textStart, textUnits, matters },
    ...unitsByReading(readings.length, unitReadingStart, unitReadings),
    ...textsByUnit(units, textStart, textUnits),
    spellings: spellingsOf(readings),
    entryIsAlias: section(10),
    unitsOfCharacter: charactersOf(units),
  };
}

function unitOf(text: string): Unit {
  const [first = ''] = text;
  return { text, kind: kindOfCharacter(first), width: Array.from(text).length };
}

function lines(section: Uint8Array): string[] {
  return section.length === 0 ? [] : new TextDecoder().decode(section).split('\n');
}

function starts(lengths: Uint8Array | Uint16Array | Uint32Array): Uint32Array {
  const result = new Uint32Array(lengths.length + 1);
  for (let at = 0; at < lengths.length; at++) result[at + 1] = (result[at] ?? 0) + (lengths[at] ?? 0);
  return result;
}

function joinedPlanes(low: Uint8Array, high: Uint8Array): Uint16Array {
  const result = new Uint16Array(low.length);
  for (let at = 0; at < low.length; at++) result[at] = (low[at] ?? 0) | ((high[at] ?? 0) << 8);
  return result;
}

/** Zero: the next text that no entry had before. */
function textsOfEntries(written: Uint32Array): Uint32Array {
  let next = 0;
  return written.map(value => {
    if (value > 0) return value - 1;
    next++;
    return next - 1;
  });
}

function unitsByReading(
  count: number,
  unitReadingStart: Uint32Array,
  unitReadings: Uint16Array,
): Pick<SearchIndex, 'readingUnitStart' | 'readingUnits'> {
  const counts = new Uint16Array(count);
  for (const reading of unitReadings) counts[reading] = (counts[reading] ?? 0) + 1;
  const readingUnitStart = starts(counts);
  const next = readingUnitStart.slice();
  const readingUnits = new Uint16Array(unitReadings.length);
  for (let unit = 0; unit + 1 < unitReadingStart.length; unit++)
    for (let at = unitReadingStart[unit] ?? 0; at < (unitReadingStart[unit + 1] ?? 0); at++) {
      const reading = unitReadings[at] ?? 0;
      const place = next[reading] ?? 0;
      readingUnits[place] = unit;
      next[reading] = place + 1;
    }
  return { readingUnitStart, readingUnits };
}

function mattersByText(
  texts: number,
  entryStart: Uint32Array,
  entryText: Uint32Array,
): Pick<SearchIndex, 'textMatterStart' | 'textMatters'> {
  const counts = new Uint32Array(texts);
  for (const text of entryText) counts[text] = (counts[text] ?? 0) + 1;
  const textMatterStart = starts(counts);
  const next = textMatterStart.slice();
  const textMatters = new Uint32Array(entryText.length);
  for (let matter = 0; matter + 1 < entryStart.length; matter++) {
    const stop = entryStart[matter + 1] ?? 0;
    for (let entry = entryStart[matter] ?? 0; entry < stop; entry++) {
      const text = entryText[entry] ?? 0;
      const place = next[text] ?? 0;
      textMatters[place] = matter;
      next[text] = place + 1;
    }
  }
  return { textMatterStart, textMatters };
}

function textsByUnit(
  units: readonly Unit[],
  textStart: Uint32Array,
  textUnits: Uint16Array,
): Pick<SearchIndex, 'unitTextStart' | 'unitTexts' | 'textLength'> {
  const counted = Uint8Array.from(units, ({ kind }) => (kind === 'mark' ? 0 : 1));
  const counts = new Uint32Array(units.length);
  for (const unit of textUnits) counts[unit] = (counts[unit] ?? 0) + (counted[unit] ?? 0);
  const unitTextStart = starts(counts);
  const unitTexts = new Uint32Array(unitTextStart[units.length] ?? 0);
  const textLength = new Uint16Array(textStart.length - 1);
  const next = unitTextStart.slice();
  for (let text = 0; text < textLength.length; text++) {
    const stop = textStart[text + 1] ?? 0;
    for (let at = textStart[text] ?? 0; at < stop; at++) {
      const unit = textUnits[at] ?? 0;
      if (counted[unit] === 0) continue;
      const place = next[unit] ?? 0;
      unitTexts[place] = text;
      next[unit] = place + 1;
      textLength[text] = (textLength[text] ?? 0) + 1;
    }
  }
  return { unitTextStart, unitTexts, textLength };
}

function charactersOf(units: readonly Unit[]): Map<number, number[]> {
  const result = new Map<number, number[]>();
  for (const [unit, { text, kind }] of units.entries()) {
    if (kind !== 'character') continue;
    const point = text.codePointAt(0) ?? 0;
    const known = result.get(point);
    if (known === undefined) result.set(point, [unit]);
    else known.push(unit);
  }
  return result;
}
