import type { EntityName, Sheet } from './sheet.ts';
import type { Values } from './values.ts';

/** One thing of the content, as plain data in one form: texts as zh and en, nothing empty written. */
export interface Entity {
  kind: EntityName;
  id: string;
  value: Values;
}

/** Entities of all kinds; the key is `kind/id`. */
export type Entities = ReadonlyMap<string, Entity>;

export function entityKey(kind: EntityName, id: string): string {
  return `${kind}/${id}`;
}

/** Text of the cells of one row, by column key; blank cells are left out. */
export interface Row {
  /** 1-based row of the sheet. */
  number: number;
  cells: ReadonlyMap<string, string>;
}

export interface Table {
  sheet: Sheet;
  /** Column key to column letter. */
  letters: ReadonlyMap<string, string>;
  rows: readonly Row[];
}

/** A cell that is refused. */
export interface CellProblem {
  /** Like 材料!F12. */
  address: string;
  /** What is expected, in Chinese. */
  expected: string;
  /** What stands there; blank when nothing does. */
  found: string;
}
