import { columnsOf, wrapText } from './wrap-text.ts';

/** One line of receiptline markup. Only these functions make markup out of values, so that none can break out of its place. */
export type MarkupLine = string;

/** Every mark that receiptline could read as its own becomes \xHH; what cannot be printed goes. */
function escapeValue(value: string): string {
  return printable(value).replace(
    /[^A-Za-z0-9\u0080-\u{10ffff}]/gu,
    mark => `\\x${mark.charCodeAt(0).toString(16).padStart(2, '0')}`,
  );
}

/** One line without control and formatting characters, in the form in which receiptline measures it. */
function printable(value: string): string {
  return value
    .toWellFormed()
    .replace(/[\s\p{Zl}\p{Zp}]+/gu, ' ')
    .replace(/[\p{Cc}\p{Cf}]/gu, '')
    .normalize()
    .trim();
}

/** Left-aligned lines; those after the first stand below the text behind `bullet`. */
export function paragraph(value: string, columns: number, bullet = ''): MarkupLine[] {
  const indent = columnsOf(bullet);
  return wrapText(printable(value), columns - indent).map((line, index) => {
    const begin = index === 0 ? escapeBullet(bullet) : '\\x20'.repeat(indent);
    return `|${begin}${escapeValue(line)}`;
  });
}

/** A bullet may end in a space, which a value may not. */
function escapeBullet(bullet: string): string {
  return [...bullet].map(character => (character === ' ' ? '\\x20' : escapeValue(character))).join('');
}

export function labelled(label: string, value: string, columns: number): MarkupLine[] {
  return paragraph(value, columns, `${label} `);
}

/** Centred, bold, twice as wide and high. */
export function title(value: string, columns: number): MarkupLine[] {
  return wrapText(printable(value), Math.floor(columns / 2)).map(line => `"^^^${escapeValue(line)}`);
}

export function heading(value: string, columns: number): MarkupLine[] {
  return wrapText(printable(value), columns).map(line => `|"${escapeValue(line)}`);
}

export function centred(value: string, columns: number): MarkupLine[] {
  return wrapText(printable(value), columns).map(line => escapeValue(line));
}

/** Modules of four dots (half a millimetre): see receiptBytes. `text` is ASCII, as addresses are. */
export function qrCode(text: string): MarkupLine {
  return `{code:${escapeValue(text)}; option:qrcode,4,m}`;
}

/** Of plain hyphens: receiptline's own rule needs a code page that Chinese printers may lack. */
export function rule(columns: number): MarkupLine {
  return escapeValue('-'.repeat(columns));
}

export const blank: MarkupLine = '';
