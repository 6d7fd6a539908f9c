import type { Text } from '../../content/common/text.ts';

/** Everything that stands on a certificate, in words: what the Typst template is given (as JSON). */
export interface Sheet extends Body {
  title: Required<Text>;
  number: string;
  holder: { name: string; idNumber: string };
  purpose: Required<Text>;
  issuer: Text;
  issuedOn: Required<Text>;
  /** address is in the QR code; page and code are for those who type. */
  verification: { address: string; page: string; code: string; qrSvg: string };
}

/** What differs from kind to kind. */
export interface Body {
  /** Paragraph that says what is certified. */
  statement: Required<Text>;
  table: Table;
  /** Below the table, in small letters: what the certificate does not say and how long it can be relied on. */
  notes?: Required<Text>[];
}

/**
 * `figures`: columns whose cells are numbers and stand at the right edge. `widths`: parts of the width for each column;
 * absent, two columns are label and content, more are one wide and the others even.
 */
export interface Table {
  columns: Required<Text>[];
  rows: (string | Required<Text>)[][];
  figures: number[];
  widths?: number[];
}
