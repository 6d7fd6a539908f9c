import { type QueryWord, runEnd } from './query.ts';
import type { SearchIndex } from './search-index.ts';
import { commonLength, mistypedLengths } from './typos.ts';

/** How well one point of the query was met by the unit that took it. A lone first letter says the least. */
const worth = {
  character: 100,
  syllable: 90,
  initial: 60,
  partOfSyllable: 55,
  sameSound: 62,
  confused: 70,
  partConfused: 40,
} as const;
const mistypedWorth = 60;

/** One way for a unit to take a piece of the query. */
export interface Step {
  /** Points of the query. */
  used: number;
  /** For each point. */
  worth: number;
  /** Met by its sound only. */
  isSoft: boolean;
  isMistyped: boolean;
  /** How much of the unit is marked, in code points. */
  marked: number;
}

export interface Leniency {
  /** By place of the query: the units that sound like its character. */
  sounds: readonly ReadonlySet<number>[];
  /** Letters may be mistyped inside a spelling. */
  typos: boolean;
}

/** All ways for a unit to take the query from a place on; each looked up once for a query. */
export type StepTable = (unit: number, at: number) => readonly Step[];

export function stepTable(index: SearchIndex, word: QueryWord, lenient: Leniency | null): StepTable {
  const known = new Map<number, readonly Step[]>();
  return (unit, at) => {
    const key = unit * (word.points.length + 1) + at;
    const before = known.get(key);
    if (before !== undefined) return before;
    const steps = stepsOf(index, unit, word, at, lenient);
    known.set(key, steps);
    return steps;
  };
}

function stepsOf(
  index: SearchIndex,
  unit: number,
  word: QueryWord,
  at: number,
  lenient: Leniency | null,
): readonly Step[] {
  const shown = index.units[unit];
  const point = word.points[at];
  if (shown === undefined || point === undefined) return [];
  if (word.isCharacter[at]) return characterStep(shown.text, unit, point, lenient?.sounds[at]);
  const steps: Step[] = [];
  const end = runEnd(word, at);
  const { spellings } = index;
  for (let next = index.unitReadingStart[unit] ?? 0; next < (index.unitReadingStart[unit + 1] ?? 0); next++) {
    const reading = index.unitReadings[next] ?? 0;
    for (let spelling = spellings.start[reading] ?? 0; spelling < (spellings.start[reading + 1] ?? 0); spelling++) {
      const isSoft = spellings.isConfused[spelling] === 1;
      if (isSoft && lenient === null) break;
      const length = (spellings.letterStart[spelling + 1] ?? 0) - (spellings.letterStart[spelling] ?? 0);
      const common = commonLength(spellings, spelling, word.points, at, end);
      const marked = (used: number): number => (shown.kind === 'character' ? 1 : Math.min(used, shown.width));
      for (let used = isSoft ? 2 : 1; used <= common; used++) {
        const isWhole = used === length;
        const value = isSoft
          ? isWhole
            ? worth.confused
            : worth.partConfused
          : isWhole
            ? worth.syllable
            : used === 1
              ? worth.initial
              : worth.partOfSyllable;
        steps.push({ used, worth: value, isSoft, isMistyped: false, marked: isWhole ? shown.width : marked(used) });
      }
      if (isSoft || lenient?.typos !== true) continue;
      const lengths = mistypedLengths(spellings, spelling, word.points, { from: at, end, common });
      for (let bits = lengths; bits !== 0; bits &= bits - 1) {
        const used = 31 - Math.clz32(bits & -bits);
        steps.push({ used, worth: mistypedWorth, isSoft: false, isMistyped: true, marked: shown.width });
      }
    }
  }
  return steps;
}

function characterStep(text: string, unit: number, point: number, sounds: ReadonlySet<number> | undefined): Step[] {
  if (text.codePointAt(0) === point && Array.from(text).length === 1)
    return [{ used: 1, worth: worth.character, isSoft: false, isMistyped: false, marked: 1 }];
  if (sounds?.has(unit) !== true) return [];
  return [{ used: 1, worth: worth.sameSound, isSoft: true, isMistyped: false, marked: 1 }];
}

/**
 * Whether the last letter of `unit` and the first of the one after it are swapped in the query from `at` on, as in
 * shehubiao for shehuibao; how many points both take together, 0 when not. A spelling that is still being typed counts.
 */
export function swappedAcross(index: SearchIndex, unit: number, after: number, word: QueryWord, at: number): number {
  const { points } = word;
  const end = runEnd(word, at);
  for (const head of readingTexts(index, unit)) {
    const last = head.length - 1;
    if (last < 1 || !begins(head.slice(0, last), points, at, end)) continue;
    if (points[at + last + 1] !== head.charCodeAt(last)) continue;
    for (const tail of readingTexts(index, after)) {
      if (tail === head.charAt(last) || points[at + last] !== tail.charCodeAt(0)) continue;
      const from = at + last + 2;
      const rest = tail.slice(1, 1 + Math.max(0, end - from));
      const isOpen = rest.length < tail.length - 1;
      if (from <= end && begins(rest, points, from, end) && (!isOpen || end === points.length))
        return last + 2 + rest.length;
    }
  }
  return 0;
}

function begins(text: string, points: readonly number[], from: number, end: number): boolean {
  if (from + text.length > end) return false;
  for (let at = 0; at < text.length; at++) if (text.charCodeAt(at) !== points[from + at]) return false;
  return true;
}

function readingTexts(index: SearchIndex, unit: number): string[] {
  const from = index.unitReadingStart[unit] ?? 0;
  const to = index.unitReadingStart[unit + 1] ?? 0;
  return Array.from(index.unitReadings.subarray(from, to), reading => index.readings[reading] ?? '');
}
