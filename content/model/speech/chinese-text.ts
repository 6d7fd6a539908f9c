import { chineseDigits, chineseNumber } from './chinese-numbers.ts';

/** Words before which two is 两. */
const measures = '个|件|份|样|张|种|处|次|家|页|位|条|元|小时|天|年|周|步|本|间|套|遍|户|人|项|门|所|块|分钟|秒';

/** In this order: a telephone number is taken before the range it looks like. */
const rules: readonly [RegExp, (match: string, ...parts: string[]) => string][] = [
  // The number of a paper: letter by letter, figure by figure.
  [
    /\b[A-Z]{2,}(?:-[0-9A-Z]+)+/g,
    code =>
      code
        .split('-')
        .map(part => Array.from(part, codeSign).join(''))
        .join('，'),
  ],
  // Of a masked number the figures that show; a masked name is read as a newspaper would.
  [/(\d+)\*+(\d*)/g, (_, start = '', end = '') => `${chineseDigits(start)}，${chineseDigits(end)}`],
  [/(?<=\p{Script=Han})\*+(?!\d)/gu, () => '某'],
  [/\*+/g, () => '，'],
  [/元\s*[/／]\s*(?=\p{Script=Han})/gu, () => '元每'],
  [/(\d{4})-(\d{1,2})-(\d{1,2})/g, (_, year = '', month, day) => `${year}年${Number(month)}月${Number(day)}日`],
  [
    /(0\d{2,3})-(\d{7,8})/g,
    (_, area = '', number = '') => `${chineseDigits(area, true)}，${chineseDigits(number, true)}`,
  ],
  [/(\d{4})\s*年/g, (_, year = '') => `${chineseDigits(year)}年`],
  [/(\d{1,2})[:：](\d{2})/g, (_, hours, minutes) => clock(Number(hours), Number(minutes))],
  [/([\d点半分日])\s*[-–—~～]\s*(?=[\d一二两三四五六七八九十])/g, (_, before = '') => `${before}到`],
  [/(\d)\s*[/／]\s*(?=\d)/g, (_, digit = '') => `${digit}，共`],
  [/(\d+(?:\.\d+)?)\s*[%％]/g, (_, number = '') => `百分之${number}`],
  [/(\d),(?=\d{3}(?!\d))/g, (_, digit = '') => digit],
  [/(\d+)\.(\d+)/g, (_, whole, part = '') => `${chineseNumber(Number(whole))}点${chineseDigits(part)}`],
  [/[¥￥]\s*(\d+)/g, (_, number = '') => `${number}元`],
  [new RegExp(`(?<!\\d)2(?=\\s*(?:${measures}))`, 'g'), () => '两'],
  [/(\d{5,})\s*(?=[元个人米千公])/g, (_, number) => chineseNumber(Number(number))],
  [/\d{5,}/g, number => chineseDigits(number, number.length > 6)],
  [/0\d+/g, number => chineseDigits(number)],
  [/\d+/g, number => chineseNumber(Number(number))],
  [/㎡|平米/g, () => '平方米'],
  [/℃/g, () => '度'],
];

/** Figures, dates, clock times and signs of a Chinese text as words. Pure; what is said already stays as it is. */
export function spokenChinese(text: string): string {
  const halfWidth = text.replace(/[０-９Ａ-Ｚａ-ｚ]/g, each => String.fromCharCode(each.charCodeAt(0) - 0xfee0));
  return rules.reduce((said, [pattern, say]) => said.replace(pattern, say as (match: string) => string), halfWidth);
}

/** 8:30 -> 八点半, 8:05 -> 八点零五分, 17:00 -> 十七点. */
function clock(hours: number, minutes: number): string {
  const hour = `${hours === 2 ? '两' : chineseNumber(hours)}点`;
  if (minutes === 0) return hour;
  if (minutes === 30) return `${hour}半`;
  return `${hour}${minutes < 10 ? '零' : ''}${chineseNumber(minutes)}分`;
}

function codeSign(sign: string): string {
  return /\d/.test(sign) ? chineseDigits(sign) : ` ${sign} `;
}
