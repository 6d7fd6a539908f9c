import type { Language } from '../../common/words.ts';
import { spokenChinese } from './chinese-text.ts';
import { spokenEnglish } from './english-text.ts';

/** What is said in one breath: words only, no figures and no signs. */
export interface Clause {
  /** Chinese characters and, among them, Latin words; or English words in small letters. */
  text: string;
  language: Language;
  /** Silence after it. */
  pauseMs: number;
}

const pauses = { sentence: 380, part: 180, bracket: 120 } as const;
const han = /\p{Script=Han}/u;
const chineseMarks = /[，。；：！？、,;:!?\n（）()【】·…—–|/／→▸]|\.(?=\s|$)/u;
const englishMarks = /[.,;:!?\n()·…—–|/→▸，。；：！？、（）]/u;

/**
 * Any text of a screen as clauses. A text with Chinese characters is Chinese, with whatever Latin words it has; figures
 * alone are read in `language`. The publisher makes a sound of each clause, and the kiosk asks for the same ones.
 */
export function clausesOf(text: string, language: Language): Clause[] {
  const isChinese = han.test(text) || (language === 'zh' && !/[a-z]{2}/.test(text));
  const said = isChinese ? spokenChinese(text) : spokenEnglish(text.replace(/(?<=\w)\.(?=\w)/g, ' dot '));
  const marks = isChinese ? chineseMarks : englishMarks;
  const clauses: Clause[] = [];
  let words = '';
  const end = (mark: string): void => {
    const tidied = isChinese ? tidyChinese(words) : tidyEnglish(words);
    words = '';
    const pauseMs = pauseAfter(mark);
    const last = clauses.at(-1);
    if (tidied !== '') clauses.push({ text: tidied, language: isChinese ? 'zh' : 'en', pauseMs });
    else if (last !== undefined) last.pauseMs = Math.max(last.pauseMs, pauseMs);
  };
  for (const each of splitKeeping(said, marks)) {
    if (marks.test(each) && each.length === 1) end(each);
    else words += each;
  }
  end('.');
  return clauses;
}

/** Chinese rows and Latin words in order: each is a sound of its own. */
export function runsOf(text: string): string[] {
  return text.match(/\p{Script=Han}+|[A-Za-z']+/gu) ?? [];
}

function splitKeeping(text: string, marks: RegExp): string[] {
  return text.split(new RegExp(`(${marks.source})`, marks.flags)).filter(each => each !== undefined && each !== '');
}

function pauseAfter(mark: string): number {
  if (/[。！？!?\n.]/.test(mark)) return pauses.sentence;
  return /[，；：、,;:]/.test(mark) ? pauses.part : pauses.bracket;
}

function tidyChinese(words: string): string {
  return runsOf(words)
    .join(' ')
    .replace(/(?<=\p{Script=Han}) (?=\p{Script=Han})/gu, '');
}

function tidyEnglish(words: string): string {
  return words
    .replace(/[^a-z' ]+/g, ' ')
    .replace(/(?<![a-z])'|'(?![a-z])/g, '')
    .replace(/\s+/g, ' ')
    .trim();
}
