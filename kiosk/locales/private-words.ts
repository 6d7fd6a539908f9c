import type { Language } from '../../content/common/words.ts';
import { useWords } from './use-words.ts';

const zh = {
  hold: '按住可看全部',
  letGo: '松手就遮住',
  notNow: '现在看不了',
  cover: '遮一下',
  uncover: '不遮了',
  covered: '已遮住，点一下恢复',
  secondsLeft: (seconds: number) => `还有 ${seconds} 秒`,
};

type PrivateWords = typeof zh;

const en: PrivateWords = {
  hold: 'Hold to see all',
  letGo: 'Let go to hide',
  notNow: 'Not available now',
  cover: 'Cover',
  uncover: 'Uncover',
  covered: 'Covered. Touch to uncover',
  secondsLeft: seconds => `${seconds} seconds left`,
};

/** Words of what keeps onlookers out: they come with the visit's own code. */
export const privateWords: Record<Language, PrivateWords> = { zh, en };

export function usePrivateWords(): PrivateWords {
  return privateWords[useWords().language];
}
