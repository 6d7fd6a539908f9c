import { chinaOffsetMs } from '../../../content/common/local-date.ts';
import { maskName } from '../../../content/common/masking.ts';
import type { Text } from '../../../content/common/text.ts';
import {
  blank,
  centred,
  heading,
  labelled,
  type MarkupLine,
  paragraph,
  qrCode,
  rule,
  title,
} from './receipt-markup.ts';
import type { Columns } from './receipt-render.ts';
import { columnsOf } from './wrap-text.ts';

/** What a citizen keeps beside a printed certificate. The name is masked here: a receipt is thrown away. */
export interface CertificateReceipt {
  holderName: string;
  certificateName: Text;
  /** Printed whole: with it and the code anybody can check the certificate. */
  number: string;
  sheets: number;
  /** Milliseconds since 1970. */
  printedAt: number;
  placeName: Text;
  terminalNumber: number;
  verificationUrl: string;
}

/** A guide to take along: what to bring is ticked off at home. */
export interface TickListReceipt {
  title: Text;
  /** What the citizen answered, one line each: 本人办理, ... */
  situation: readonly Text[];
  materials: readonly { name: Text; needed: boolean; note: Text | null }[];
  where: readonly Text[];
  hours: readonly Text[];
  fee: Text;
  /** True for text that no authority wrote. */
  sample: boolean;
  printedAt: number;
  guideUrl: string;
}

/** receiptline markup of a certificate's receipt. */
export function certificateReceipt(receipt: CertificateReceipt, columns: Columns = 48): string {
  const { certificateName, placeName } = receipt;
  return document([
    title('证明打印回执', columns),
    centred('Receipt for a printed certificate', columns),
    [rule(columns)],
    labelled('证明 Certificate:', certificateName.zh, columns),
    english(certificateName, columns),
    labelled('姓名 Name:', maskName(receipt.holderName), columns),
    labelled('编号 Number:', receipt.number, columns),
    labelled('张数 Sheets:', String(receipt.sheets), columns),
    labelled('时间 Time:', chinaMinute(receipt.printedAt), columns),
    labelled('地点 Place:', `${placeName.zh} ${receipt.terminalNumber} 号机`, columns),
    english(placeName, columns),
    [rule(columns)],
    centred('扫码验证这份证明', columns),
    centred('Scan to verify the certificate', columns),
    [blank, qrCode(receipt.verificationUrl), blank],
  ]);
}

/** receiptline markup of a guide's tick list. */
export function tickListReceipt(list: TickListReceipt, columns: Columns = 48): string {
  const needed = list.materials.filter(material => material.needed);
  const optional = list.materials.filter(material => !material.needed);
  const sample = list.sample ? centred('（示例，不是正式办事指南 / SAMPLE）', columns) : [];
  return document([
    title(list.title.zh, columns),
    list.title.en === undefined ? [] : centred(list.title.en, columns),
    sample,
    ...list.situation.map(answer => both(answer, '· ', columns)),
    [rule(columns)],
    heading('要带的材料 What to bring', columns),
    ...(needed.length === 0
      ? [paragraph('不用带材料 Nothing', columns)]
      : needed.map(material => tick(material, columns))),
    ...(optional.length === 0 ? [] : [heading('有就带上 If you have it', columns)]),
    ...optional.map(material => tick(material, columns)),
    [rule(columns)],
    heading('去哪里 Where', columns),
    ...list.where.map(line => both(line, '', columns)),
    heading('什么时间 When', columns),
    ...list.hours.map(line => both(line, '', columns)),
    heading('费用 Fee', columns),
    both(list.fee, '', columns),
    [rule(columns)],
    centred('手机扫码看完整指南', columns),
    centred('Scan for the whole guide', columns),
    [blank, qrCode(list.guideUrl), blank],
    centred(chinaMinute(list.printedAt), columns),
  ]);
}

function tick(material: TickListReceipt['materials'][number], columns: number): MarkupLine[] {
  const note = material.note === null ? [] : both(material.note, '   ', columns);
  return [...both(material.name, '□ ', columns), ...note];
}

/** Chinese first, English below where there is some. */
export function both(text: Text, bullet: string, columns: number): MarkupLine[] {
  const below = ' '.repeat(columnsOf(bullet));
  return [...paragraph(text.zh, columns, bullet), ...(text.en === undefined ? [] : paragraph(text.en, columns, below))];
}

function english(text: Text, columns: number): MarkupLine[] {
  return text.en === undefined ? [] : paragraph(text.en, columns);
}

/** 2026-11-23 14:05, local time in China. */
export function chinaMinute(at: number): string {
  return new Date(at + chinaOffsetMs).toISOString().slice(0, 16).replace('T', ' ');
}

export function document(parts: readonly (readonly MarkupLine[])[]): string {
  return parts.flat().join('\n');
}
