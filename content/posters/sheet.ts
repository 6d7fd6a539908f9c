import type { Text } from '../common/text.ts';

/** Everything that stands on a poster, in words: what the Typst template is given (as JSON). */
export interface Sheet {
  /** poster: a few large codes, to be read from a metre away. index: many small ones, to be looked through at a desk. */
  kind: 'poster' | 'index';
  title: Text;
  /** One line below the title. */
  lead: Text;
  /** What kind of sheet it is, above the title. */
  crumb: Text;
  /** Facts of a place, in lines. */
  facts: string[];
  /** The place's own code, beside the title. */
  headCode: SheetCode | null;
  pages: SheetCode[][];
  sample: boolean;
}

export interface SheetCode {
  id: string;
  address: string;
  name: string;
  nameEn: string;
  /** One sentence on a poster; the field of life in an index. */
  sentence: string;
  qrSvg: string;
}

/** A sheet and the name of its file, without the ending. */
export interface PlannedSheet {
  file: string;
  sheet: Sheet;
}
