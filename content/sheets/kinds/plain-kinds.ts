import { bad, good, type Kind } from './kind.ts';

export const text: Kind = { name: 'text', width: 28, parse: good, show: String };

/** Short text without spaces: an id, a code, a phone number. The model says what it looks like. */
export const code: Kind = { ...text, name: 'code', width: 18 };

export const number: Kind = {
  name: 'number',
  width: 10,
  numeric: true,
  parse: cell => (/^-?\d{1,9}(\.\d{1,6})?$/.test(cell) ? good(Number(cell)) : bad('一个数字，如 5 或 12.5')),
  show: String,
};

export const yesNo: Kind = {
  name: 'yes-no',
  width: 8,
  choices: ['是', '否'],
  parse: cell => (cell === '是' ? good(true) : cell === '否' ? good(false) : bad('是 或 否')),
  show: value => (value === true ? '是' : '否'),
};

/** 是, or nothing. */
export const onlyYes: Kind = {
  ...yesNo,
  name: 'only-yes',
  choices: ['是'],
  parse: cell => (cell === '是' ? good(true) : bad('是，或者留空')),
};

/** 不能办, or nothing: for what is only ever said when it is not so. */
export const onlyNot: Kind = {
  name: 'only-not',
  width: 12,
  choices: ['不能办'],
  parse: cell => (cell === '不能办' ? good(false) : bad('不能办，或者留空')),
  show: () => '不能办',
};

export const date: Kind = {
  name: 'date',
  width: 12,
  parse(cell) {
    const day = ofSerial(cell) ?? cell;
    return isDate(day) ? good(day) : bad('日期，写成 2027-06-30');
  },
  show: String,
};

/** A date pasted without its format is a number: days since 1899-12-30. Only such of this century are taken for dates. */
function ofSerial(cell: string): string | null {
  const days = Number(cell);
  if (!/^\d{5}$/.test(cell) || days < 36_526 || days > 73_050) return null;
  return new Date(Date.UTC(1899, 11, 30 + days)).toISOString().slice(0, 10);
}

function isDate(cell: string): boolean {
  const at = new Date(`${cell}T00:00:00Z`);
  return /^\d{4}-\d{2}-\d{2}$/.test(cell) && !Number.isNaN(at.getTime()) && at.toISOString().startsWith(cell);
}
