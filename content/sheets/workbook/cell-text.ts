import ExcelJS from 'exceljs';
import { cleanText } from '../values.ts';

const { ValueType } = ExcelJS;

export type CellText = { ok: true; text: string } | { ok: false; expected: string; found: string };

/** What a cell says, as text. A formula is refused, even one with a result: what it gives elsewhere nobody knows. */
export function cellText(cell: ExcelJS.Cell): CellText {
  const { value } = cell;
  switch (cell.type) {
    case ValueType.Null:
    case ValueType.Merge:
      return good('');
    case ValueType.Number:
      return good(String(value));
    case ValueType.String:
    case ValueType.SharedString:
      return good(String(value));
    case ValueType.Boolean:
      return good(value === true ? '是' : '否');
    case ValueType.Date:
      return value instanceof Date && !Number.isNaN(value.getTime())
        ? good(value.toISOString().slice(0, 10))
        : refused('日期，写成 2027-06-30', '');
    case ValueType.RichText:
      return good(richText(value));
    case ValueType.Hyperlink:
      return good(cell.text);
    case ValueType.Formula:
      return refused('直接写内容，不要公式', `=${cell.formula}`);
    default:
      return refused('文字或数字', String(cell.text));
  }
}

function good(text: string): CellText {
  return { ok: true, text: cleanText(text) };
}

function refused(expected: string, found: string): CellText {
  return { ok: false, expected, found };
}

function richText(value: ExcelJS.CellValue): string {
  if (typeof value !== 'object' || value === null || !('richText' in value)) return '';
  return value.richText.map(({ text }) => text).join('');
}
