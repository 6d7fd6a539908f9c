import { chinaOffsetMs } from '../../../content/common/local-date.ts';
import { maskName } from '../../../content/common/masking.ts';
import type { Text } from '../../../content/common/text.ts';
import { blank, centred, labelled, type MarkupLine, paragraph, qrCode, rule, title } from './receipt-markup.ts';
import type { Columns } from './receipt-render.ts';

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
