import type { Spellings } from './spellings.ts';

/** What a matter can be found by, before it is an index. */
export interface SearchSource {
  /** In the order in which equals are listed. */
  matters: readonly SearchMatter[];
  entries: readonly SourceEntry[];
}

export interface SearchMatter {
  id: string;
  effectiveFrom?: string | undefined;
  cancelledFrom?: string | undefined;
}

/** The form of `SearchEntry` (content/model/search-entry.ts), which lives with its schema. */
export interface SourceEntry {
  matterId: string;
  text: string;
  /** One list for each character of the text. */
  readings: readonly (readonly string[])[];
  kind: 'name' | 'alias';
}

/**
 * An opened index: views into the one binary it travels in, and what is derived from them in a few milliseconds. A
 * text is a row of units: a unit is one Chinese character, or a whole word or number in Latin letters, or a mark
 * between words. Equal units with equal readings are one; so are equal texts.
 */
export interface SearchIndex {
  units: readonly Unit[];
  /** Readings of a unit: readingsOfUnit[start[unit]] up to start[unit + 1]. */
  unitReadingStart: Uint32Array;
  unitReadings: Uint16Array;
  /** The other way round: units of a reading. */
  readingUnitStart: Uint32Array;
  readingUnits: Uint16Array;
  readings: readonly string[];
  spellings: Spellings;
  textStart: Uint32Array;
  textUnits: Uint16Array;
  /** Texts that hold a unit, but for marks: textsOfUnit[start[unit]] up to start[unit + 1]. */
  unitTextStart: Uint32Array;
  unitTexts: Uint32Array;
  /** Units of a text without the marks between words. */
  textLength: Uint16Array;
  matters: readonly SearchMatter[];
  /** Entries of a matter: entryStart[matter] up to entryStart[matter + 1]. */
  entryStart: Uint32Array;
  entryText: Uint32Array;
  /** Places in `matters` that have a text: textMatters[start[text]] up to start[text + 1]. */
  textMatterStart: Uint32Array;
  textMatters: Uint32Array;
  /** 1: an alias, 0: the matter's name. */
  entryIsAlias: Uint8Array;
  /** First code point of a Chinese unit -> the units of that character. */
  unitsOfCharacter: ReadonlyMap<number, readonly number[]>;
}

export type UnitKind = 'character' | 'word' | 'mark';

export interface Unit {
  text: string;
  kind: UnitKind;
  /** In code points. */
  width: number;
}
