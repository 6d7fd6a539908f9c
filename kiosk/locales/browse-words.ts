import type { Language } from '../../content/common/words.ts';
import type { PowerLevel } from '../../content/model/code-lists.ts';
import type { BrowseWay } from '../catalog/matter-group.ts';
import { useWords } from './use-words.ts';

interface BrowseWords {
  title: string;
  tabs: string;
  ways: Record<BrowseWay, string>;
  search: string;
  levelNotes: Record<PowerLevel, string>;
  empty: string;
  emptyNote: string;
  /** Under a department's group: for whom it works. */
  mostUsed(unit: string): string;
  changed: { title: string; none: string; noneNote: string; began: string };
  on(month: number, day: number): string;
}

const months = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

const zh: BrowseWords = {
  title: '查办事指南',
  tabs: '怎么找',
  ways: {
    field: '按领域',
    level: '按层级',
    'life-event': '一件事',
    department: '按部门',
    'most-used': '本地常办',
    changed: '新变化',
  },
  search: '按名字找',
  levelNotes: {
    'delegated-collection': '材料交到镇里，由区里审批',
    'delegated-authority': '区里的事，镇里直接办好',
    'township-own': '镇（街道）自己办的事',
  },
  empty: '这里还没有事项',
  emptyNote: '可以换一种方法找，或者拨打 12345 问一问。',
  mostUsed: unit => `${unit}常办的事`,
  changed: {
    title: '最近半年的变化',
    none: '最近半年没有变化',
    noneNote: '指南照旧，放心办。',
    began: '新开办',
  },
  on: (month, day) => `${month} 月 ${day} 日`,
};

const en: BrowseWords = {
  title: 'Find a guide',
  tabs: 'Ways to look',
  ways: {
    field: 'By topic',
    level: 'By level',
    'life-event': 'Life events',
    department: 'By office',
    'most-used': 'Most used',
    changed: 'What changed',
  },
  search: 'Search',
  levelNotes: {
    'delegated-collection': 'Papers are handed in here, the district decides',
    'delegated-authority': 'A matter of the district, decided here',
    'township-own': 'The township’s own matters',
  },
  empty: 'Nothing here yet',
  emptyNote: 'Look another way, or call 12345 and ask.',
  mostUsed: unit => `Most used in ${unit}`,
  changed: {
    title: 'Changes of the last six months',
    none: 'Nothing changed in the last six months',
    noneNote: 'The guides are as they were.',
    began: 'Newly offered',
  },
  on: (month, day) => `${day} ${months[month - 1]}`,
};

/** Words of the catalogue's screens: they come with their own code. */
export const browseWords: Record<Language, BrowseWords> = { zh, en };

export function useBrowseWords(): BrowseWords {
  return browseWords[useWords().language];
}
