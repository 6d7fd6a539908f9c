import { localDate } from '../../content/common/local-date.ts';

const english = new Intl.DateTimeFormat('en-GB', { timeZone: 'Asia/Shanghai', dateStyle: 'long' });

/** In China, whatever zone the server runs in. */
export function yearOf(at: Date): number {
  return Number(localDate(at).slice(0, 4));
}

/** 2026-11-23 -> 2026年11月23日, 2026-11 -> 2026年11月. */
export function chineseDate(day: string): string {
  const [year, month, date] = day.split('-').map(Number);
  return `${year}年${month}月${date === undefined ? '' : `${date}日`}`;
}

export function englishDate(at: Date): string {
  return english.format(at);
}
