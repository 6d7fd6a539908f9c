import { type Alignment, alignInOrder, alignTight, type Row, type Sought } from './align.ts';
import type { QueryWord } from './query.ts';
import type { SearchIndex } from './search-index.ts';

/** How the matched characters lie in the text. The distances between the ranks are larger than any bonus. */
const rank = { exact: 1000, prefix: 800, within: 600, inOrderFromStart: 400, inOrder: 250 } as const;
const coverageBonus = 60;
/** A mistake is believed rather than a match that lies worse by two ranks, not by one. */
const typoPenalty = 330;
/** Among lone first letters a mistake is a whole other character: the same letters with a gap are believed rather. */
const typoInInitialsPenalty = 620;
const worthOfInitials = 62;
const softPenalty = 90;
const mostSoftPenalty = 240;
/** Below it too much had to be guessed: nothing of what was typed is there as it was typed. */
const leastGuess = 150;

export interface WordMatch {
  score: number;
  marks: Alignment['marks'];
}

/** The best the word can do in the text. Null: it is not in it. */
export function matchWord(index: SearchIndex, row: Row, sought: Sought): WordMatch | null {
  let best: WordMatch | null = null;
  for (const alignment of alignTight(index, row, sought)) {
    const score = scoreOf(alignment, row, sought.word);
    if (best === null || score > best.score) best = { score, marks: alignment.marks };
  }
  if (sought.lenient !== null) return best !== null && best.score >= leastGuess ? best : null;
  if (best !== null) return best;
  const inOrder = alignInOrder(row, sought);
  return inOrder === null ? null : { score: scoreOf(inOrder, row, sought.word), marks: inOrder.marks };
}

function scoreOf(alignment: Alignment, row: Row, word: QueryWord): number {
  const { first, last, isInOrderOnly, worth, soft, typos, marks } = alignment;
  const base = isInOrderOnly
    ? first === 0
      ? rank.inOrderFromStart
      : rank.inOrder
    : first > 0
      ? rank.within
      : last < row.units.length
        ? rank.prefix
        : rank.exact;
  const meanWorth = worth / word.points.length;
  const isInitials = meanWorth < worthOfInitials && marks.length + typos >= word.points.length;
  const penalty = isInitials ? typoInInitialsPenalty : typoPenalty;
  const lost = typos * penalty + Math.min(soft * softPenalty, mostSoftPenalty);
  return base + meanWorth + (coverageBonus * marks.length) / row.units.length - lost;
}
