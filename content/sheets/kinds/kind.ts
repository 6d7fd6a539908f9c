/** What a cell may refer to: the questions of its matter, the villages of its place, and what the district has. */
export interface Names {
  questions: readonly NamedQuestion[];
  villages: readonly Named[];
  lifeEvents: readonly Named[];
  matters: readonly Named[];
  places: readonly Named[];
}

export type ListName = Exclude<keyof Names, 'questions'>;

export interface Named {
  id: string;
  /** The present one first; earlier ones are still understood. */
  labels: readonly string[];
}

export interface NamedQuestion extends Named {
  options: readonly Named[];
}

export type Parsed = { ok: true; value: unknown } | { ok: false; expected: string };

/** How a value is written in a cell, and read back. Both are pure; empty cells never reach `parse`. */
export interface Kind {
  name: string;
  parse(text: string, names: Names): Parsed;
  show(value: unknown, names: Names): string;
  /** For a drop-down. */
  choices?: readonly string[];
  /** A number in the spreadsheet; everything else is text there. */
  numeric?: true;
  /** A blank cell is an empty list, not an absent value. */
  emptyList?: boolean;
  width: number;
}

export function good(value: unknown): Parsed {
  return { ok: true, value };
}

export function bad(expected: string): Parsed {
  return { ok: false, expected };
}
