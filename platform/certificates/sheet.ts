import type { Text } from '../../content/common/text.ts';

/** Everything that stands on a certificate, in words: what the Typst template is given (as JSON). */
export interface Sheet {
  title: Required<Text>;
  number: string;
  holder: { name: string; idNumber: string };
  /** Paragraph that says what is certified. */
  statement: Required<Text>;
  table: Table;
  purpose: Required<Text>;
  issuer: Text;
  issuedOn: Required<Text>;
  /** address is in the QR code; page and code are for those who type. */
  verification: { address: string; page: string; code: string; qrSvg: string };
}

/** `figures`: columns whose cells are numbers and stand at the right edge. */
export interface Table {
  columns: Required<Text>[];
  rows: (string | Required<Text>)[][];
  figures: number[];
}
