import type { Text } from '../../../content/common/text.ts';
import type { Body, Table } from '../sheet.ts';

type Words = Required<Text>;

/** One kind of certificate: what the screen calls it, and what its sheet says of a record. Pure. */
export interface Kind<Fields> {
  name: Words;
  /** One line for the list on the screen. */
  summary: Words;
  body: (fields: Fields) => Body;
}

/** An area's kinds by their id, for the records that an interface lists by the same ids. */
export type Kinds<Records> = { [K in keyof Records]: Kind<Records[K]> };

/** A table of two columns, one fact a row. */
export function facts(rows: [label: Words, fact: string][]): Table {
  const columns = [
    { zh: '项目', en: 'Item' },
    { zh: '内容', en: 'Content' },
  ];
  return { columns, rows, figures: [] };
}

/** 123456 -> 1,234.56 */
export function amount(fen: number): string {
  return (fen / 100).toLocaleString('en-US', { minimumFractionDigits: 2 });
}

export function yuan(fen: number): string {
  return `${amount(fen)} 元`;
}

export function sumOf(fens: readonly number[]): number {
  return fens.reduce((sum, fen) => sum + fen, 0);
}
