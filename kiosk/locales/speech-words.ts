import type { Language } from '../../content/common/words.ts';

const zh = {
  bar: '朗读',
  ready: '点“读本页”，听这一页的内容',
  page: '读本页',
  previous: '上一句',
  next: '下一句',
  pause: '停一下',
  goOn: '继续',
  again: '再读',
  volume: (step: number, steps: number) => `音量 ${step}/${steps}`,
  headphones: '我戴了耳机',
  withheld: '这里是个人信息，只在耳机里读',
  chosen: '已选',
  on: '已打开',
  off: '没有打开',
  unavailable: '现在不能用',
};

export type SpeechWords = typeof zh;

const en: SpeechWords = {
  bar: 'Read aloud',
  ready: 'Touch “Read page” to hear this page',
  page: 'Read page',
  previous: 'Back',
  next: 'Next',
  pause: 'Pause',
  goOn: 'Go on',
  again: 'Again',
  volume: (step, steps) => `Volume ${step}/${steps}`,
  headphones: 'I wear headphones',
  withheld: 'Personal details are read in headphones only',
  chosen: 'chosen',
  on: 'on',
  off: 'off',
  unavailable: 'not available now',
};

/** The words of reading aloud: they come with its code, not with the first screen's. */
export const speechWords: Record<Language, SpeechWords> = { zh, en };
