import { document } from '../devices/receipt-printer/receipt-document.ts';
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
} from '../devices/receipt-printer/receipt-markup.ts';
import type { Columns } from '../devices/receipt-printer/receipt-render.ts';
import type { TickGroup, TickList } from './tick-list.ts';

const notes = {
  zh: { sample: '（示例，不是正式办事指南）', scan: '手机扫码看完整指南', where: '去哪里、什么时间' },
  en: { sample: '(SAMPLE, not an official guide)', scan: 'Scan for the whole guide', where: 'Where and when' },
} as const;

/** receiptline markup of a tick list: the same as on A4 but shorter, for a slip that goes into a purse. */
export function guideReceipt(list: TickList, columns: Columns): string {
  const t = notes[list.language];
  const phones = list.phones.slice(0, 2);
  return document([
    title(list.title, columns),
    list.otherTitle === '' ? [] : centred(list.otherTitle, columns),
    list.sample ? centred(t.sample, columns) : [],
    ...list.situation.map(({ ask, answer }) => paragraph(`${ask} ${answer}`, columns, '· ')),
    [rule(columns)],
    ...list.groups.map(group => groupLines(group, columns)),
    [rule(columns)],
    heading(t.where, columns),
    ...list.where.map(({ name, lines }) => [
      ...paragraph(name, columns),
      ...lines.flatMap(line => paragraph(plainDashes(line), columns, '  ')),
    ]),
    [rule(columns)],
    ...list.facts.map(({ name, value }) => labelled(`${name}:`, value, columns)),
    ...phones.map(({ name, number }) => paragraph(`${name}: ${number}`, columns)),
    ...(list.guideUrl === null
      ? []
      : [[rule(columns)], centred(t.scan, columns), [blank, qrCode(list.guideUrl), blank]]),
    centred(list.place, columns),
    centred(list.printedAt, columns),
  ]);
}

/** The dash of times is as wide as a Chinese character on the roll. */
function plainDashes(line: string): string {
  return line.replaceAll('–', '-');
}

/** What is not needed has no box to tick. */
function groupLines({ need, heading: words, items }: TickGroup, columns: number): MarkupLine[] {
  const bullet = need === 'exempt' ? '√ ' : '□ ';
  return [
    ...heading(words, columns),
    ...items.flatMap(({ name, note }) => [
      ...paragraph(name, columns, bullet),
      ...(note === '' ? [] : paragraph(note, columns, '   ')),
    ]),
  ];
}
