import type { Kind } from '../kinds/kind.ts';
import type { Column } from '../sheet.ts';

const weekdays = { mon: '周一', tue: '周二', wed: '周三', thu: '周四', fri: '周五', sat: '周六', sun: '周日' };

export function weekdayColumns(path: string, prefix: string, kind: Kind, about: string): Column[] {
  return Object.entries(weekdays).map(([day, word]) => ({
    path: `${path}.${day}`,
    header: `${prefix}${word}`,
    kind,
    about,
  }));
}
