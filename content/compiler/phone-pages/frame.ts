import type { Text } from '../../common/text.ts';
import { type Html, html } from '../html.ts';
import { phonePageStyle } from './style.ts';

export interface PhonePage {
  title: string;
  body: Html;
  /** Address, relative to the page, to which a phone goes on by itself. */
  goesTo?: string;
  /** Shown at the foot, so that a page on paper can be found again. */
  codeId?: string;
}

/** A whole page: Chinese first, its style inside, no script, no picture, nothing from elsewhere. */
export function phonePage({ title, body, goesTo, codeId }: PhonePage): string {
  const { markup } =
    html`<main>${body}<footer>${codeId !== undefined && html`编号 <b>${codeId}</b> · `}咨询与投诉 <a href="tel:12345">12345</a></footer></main>`;
  return `<!doctype html>
<html lang="zh-CN">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
${goesTo === undefined ? '' : `${html`<meta http-equiv="refresh" content="0; url=${goesTo}">`.markup}\n`}<title>${html`${title}`.markup}</title>
<style>${phonePageStyle}</style>
</head>
<body>${markup}</body>
</html>
`;
}

export function sampleMark(sample: boolean): Html | '' {
  return sample ? html` · <b>示例</b> <span lang="en">SAMPLE</span>` : '';
}

/** The English of words that have some, as a part of its own: nothing where there is none. */
export function english(words: Text | undefined): string {
  return words?.en ?? '';
}

/** 2026-11-01 -> 2026 年 11 月 1 日 */
export function chineseDate(date: string): string {
  const [year, month, day] = date.split('-').map(Number);
  return `${year} 年 ${month} 月 ${day} 日`;
}
