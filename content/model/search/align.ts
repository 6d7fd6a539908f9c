import { isAllCharacters, type QueryWord } from './query.ts';
import type { SearchIndex } from './search-index.ts';
import { type StepTable, swappedAcross } from './steps.ts';
import { mayBeWrong } from './typos.ts';

/** A word of the query, how units may take it, and whether one mistake is allowed. */
export interface Sought {
  word: QueryWord;
  exact: StepTable;
  /** Null: as typed only. */
  lenient: StepTable | null;
  typos: boolean;
}

/** A word of the query laid upon a text. */
export interface Alignment {
  /** Of the text's units, without marks between words: the first and one behind the last. */
  first: number;
  last: number;
  isInOrderOnly: boolean;
  /** Sum over the points of the query. */
  worth: number;
  /** Points that were met by sound only. */
  soft: number;
  typos: number;
  /** Units that are met, by their place in the text (marks between words counted), and how much of each is marked. */
  marks: { at: number; width: number }[];
}

/** The units of a text without the marks between words, and where each stands. */
export interface Row {
  units: number[];
  at: number[];
}

interface Move {
  next: Move | null;
  total: number;
  worth: number;
  soft: number;
  typos: number;
  units: number;
  marks: { at: number; width: number }[];
}

/** So much worth is given up, for the whole word, before a mistake is believed. */
const mistakeCost = 100;
const softCost = 20;
const done: Move = { next: null, total: 0, worth: 0, soft: 0, typos: 0, units: 0, marks: [] };

/** Every way in which the word stands side by side in the text: the best from each unit on. */
export function alignTight(index: SearchIndex, row: Row, { word, exact, lenient, typos }: Sought): Alignment[] {
  const known = new Map<number, Move | null>();
  const length = word.points.length;
  const budget = typos ? 1 : 0;
  const steps = lenient ?? exact;

  const walk = (unitAt: number, at: number, errors: number): Move | null => {
    if (at === length) return done;
    const key = (unitAt * (length + 1) + at) * 2 + errors;
    const before = known.get(key);
    if (before !== undefined) return before;
    known.set(key, null);
    let best: Move | null = null;
    const take = (next: Move | null, move: Omit<Move, 'next' | 'total'>): void => {
      if (next === null) return;
      const total = next.total + move.worth - move.typos * mistakeCost - (move.soft > 0 ? softCost : 0);
      if (best === null || total > best.total) best = { ...move, next, total };
    };
    const unit = row.units[unitAt];
    const place = row.at[unitAt] ?? 0;
    if (unit !== undefined)
      for (const step of steps(unit, at)) {
        if (step.isMistyped && errors === 0) continue;
        const next = walk(unitAt + 1, at + step.used, errors - (step.isMistyped ? 1 : 0));
        const marks = [{ at: place, width: step.marked }];
        const soft = step.isSoft ? 1 : 0;
        take(next, { worth: step.worth * step.used, soft, typos: step.isMistyped ? 1 : 0, units: 1, marks });
      }
    if (errors > 0) mistakes(unitAt, at, (next, move) => take(next, { soft: 0, typos: 1, ...move }));
    known.set(key, best);
    return best;
  };

  const mistakes = (
    unitAt: number,
    at: number,
    take: (next: Move | null, move: Pick<Move, 'worth' | 'units' | 'marks'>) => void,
  ): void => {
    const unit = row.units[unitAt];
    const after = row.units[unitAt + 1];
    const none = { worth: 0, marks: [] };
    const isOpen = mayBeWrong(word, at);
    if (isOpen && at > 0) take(walk(unitAt, at + 1, 0), { ...none, units: 0 });
    if (unit === undefined) return;
    if (isOpen) {
      take(walk(unitAt + 1, at + 1, 0), { ...none, units: 1 });
      if (at > 0) take(walk(unitAt + 1, at, 0), { ...none, units: 1 });
    }
    if (after === undefined || at + 1 >= length) return;
    const both = [unitAt, unitAt + 1].map(each => ({ at: row.at[each] ?? 0, width: 1 }));
    if (isOpen && mayBeWrong(word, at + 1)) {
      const [first] = exact(unit, at + 1).filter(({ used }) => used === 1);
      const [second] = exact(after, at).filter(({ used }) => used === 1);
      if (first !== undefined && second !== undefined)
        take(walk(unitAt + 2, at + 2, 0), { worth: 0.9 * (first.worth + second.worth), units: 2, marks: both });
    }
    if (word.isCharacter[at]) return;
    const used = swappedAcross(index, unit, after, word, at);
    if (used > 0) take(walk(unitAt + 2, at + used, 0), { worth: 60 * used, units: 2, marks: both });
  };

  const found: Alignment[] = [];
  for (let first = 0; first < row.units.length; first++) {
    const move = walk(first, 0, budget);
    if (move !== null) found.push(alignmentOf(move, first));
  }
  return found;
}

function alignmentOf(start: Move, first: number): Alignment {
  const result: Alignment = { first, last: first, isInOrderOnly: false, worth: 0, soft: 0, typos: 0, marks: [] };
  for (let move: Move | null = start; move !== null; move = move.next) {
    result.worth += move.worth;
    result.soft += move.soft;
    result.typos += move.typos;
    result.last += move.units;
    result.marks.push(...move.marks);
  }
  return result;
}

/** The word's points in order with gaps between them; a word with letters must begin at the first unit. */
export function alignInOrder(row: Row, { word, exact }: Sought): Alignment | null {
  const known = new Map<number, Move | null>();
  const length = word.points.length;
  const walk = (unitAt: number, at: number): Move | null => {
    if (at === length) return done;
    if (unitAt >= row.units.length) return null;
    const key = unitAt * (length + 1) + at;
    const before = known.get(key);
    if (before !== undefined) return before;
    let best: Move | null = null;
    const onward = at > 0 || isAllCharacters(word) ? walk(unitAt + 1, at) : null;
    for (const step of exact(row.units[unitAt] ?? 0, at)) {
      const next = walk(unitAt + 1, at + step.used);
      if (next === null) continue;
      const total = next.total + step.worth * step.used;
      const marks = [{ at: row.at[unitAt] ?? 0, width: step.marked }];
      if (best === null || total > (best as Move).total)
        best = { next, total, worth: step.worth * step.used, soft: 0, typos: 0, units: 1, marks };
    }
    if (onward !== null && (best === null || onward.total > (best as Move).total)) best = onward;
    known.set(key, best);
    return best;
  };
  const start = walk(0, 0);
  if (start === null) return null;
  const alignment = alignmentOf(start, 0);
  return { ...alignment, first: row.at.indexOf(alignment.marks[0]?.at ?? 0), isInOrderOnly: true };
}
