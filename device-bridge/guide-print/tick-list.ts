import type { Language } from '../../content/common/words.ts';

/** A guide in one situation, in the words of one language: what stands on the sheet and on the receipt. */
export interface TickList {
  language: Language;
  title: string;
  /** The name in the other language; empty without one. */
  otherTitle: string;
  /** True for text that no authority wrote. */
  sample: boolean;
  /** What the citizen answered: question and answer. */
  situation: { ask: string; answer: string }[];
  groups: TickGroup[];
  facts: { name: string; value: string }[];
  where: WhereLine[];
  steps: string[];
  phones: { name: string; number: string }[];
  /** Where it was printed. */
  place: string;
  /** 2026-11-23 14:05 */
  printedAt: string;
  /** Address of the guide on the phone; null when it has no code. */
  guideUrl: string | null;
}

export interface TickGroup {
  need: 'must' | 'later' | 'optional' | 'exempt';
  heading: string;
  items: { name: string; note: string }[];
}

export interface WhereLine {
  name: string;
  /** Address, hours, why not: one line each. */
  lines: string[];
}
