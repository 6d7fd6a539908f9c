import type { SearchEntry } from './generation.ts';

export interface WordMatch {
  score: number;
  /** Matched characters in code points, end exclusive. */
  ranges: [start: number, end: number][];
}

/** How the matched characters lie in the text. The distances between the ranks are larger than any quality bonus. */
const rank = { exact: 1000, prefix: 800, within: 600, inOrderFromStart: 400, inOrder: 250 } as const;
/** How well one character was hit. A lone first letter says the least. */
const quality = { character: 100, syllable: 90, partOfSyllable: 55, initial: 60 } as const;
const coverageBonus = 60;
const latin = /^[a-z]+$/;

/**
 * One word of a query against one entry. The word may mix characters, full pinyin, the beginnings of syllables and
 * initials (社保zm, shebzm). Characters may be skipped when all of the word is Chinese, or when the first character of
 * the text is hit: without that, a few letters in order would match nearly everything.
 */
export function matchWord(entry: SearchEntry, word: string): WordMatch | null {
  const chars = Array.from(entry.text.toLowerCase());
  const query = Array.from(word);
  if (!possible(chars, entry, query)) return null;
  let best: WordMatch | null = null;
  for (let start = 0; start < chars.length; start++) {
    const run = contiguous(chars, entry, query, start);
    if (run === null) continue;
    const full = run.length === chars.length;
    const base = start > 0 ? rank.within : full ? rank.exact : rank.prefix;
    best = better(best, scored(base, run, chars.length));
  }
  if (best !== null) return best;
  const allChinese = query.every(char => !latin.test(char));
  const steps = inOrder(chars, entry, query, !allChinese);
  if (steps === null) return null;
  return scored(steps[0]?.at === 0 ? rank.inOrderFromStart : rank.inOrder, steps, chars.length);
}

interface Step {
  /** Index of the character in the text. */
  at: number;
  quality: number;
}

/** Cheap refusal: what is typed in Chinese must all be there, and the first letter must begin some syllable. */
function possible(chars: string[], entry: SearchEntry, query: string[]): boolean {
  const first = query[0];
  if (first === undefined || chars.length === 0) return false;
  for (const char of query) {
    if (!latin.test(char) && !chars.includes(char)) return false;
  }
  if (!latin.test(first)) return true;
  return chars.some((char, at) => char === first || readingsAt(entry, at).some(reading => reading.startsWith(first)));
}

/** The best way to read the whole query as a run of neighbouring characters from `start`. */
function contiguous(chars: string[], entry: SearchEntry, query: string[], start: number): Step[] | null {
  const dead = new Set<number>();
  const walk = (at: number, from: number): Step[] | null => {
    if (from === query.length) return [];
    const key = at * 256 + from;
    if (at >= chars.length || dead.has(key)) return null;
    for (const option of waysToHit(chars, entry, query, at, from)) {
      const rest = walk(at + 1, from + option.used);
      if (rest !== null) return [{ at, quality: option.quality }, ...rest];
    }
    dead.add(key);
    return null;
  };
  return walk(start, 0);
}

/** The query's pieces in order with gaps between them. `fromStart`: the first piece must be the first character. */
function inOrder(chars: string[], entry: SearchEntry, query: string[], fromStart: boolean): Step[] | null {
  const dead = new Set<number>();
  const walk = (at: number, from: number): Step[] | null => {
    if (from === query.length) return [];
    const key = at * 256 + from;
    if (dead.has(key)) return null;
    const lastAt = fromStart && from === 0 ? 1 : chars.length;
    for (let next = at; next < lastAt; next++) {
      for (const option of waysToHit(chars, entry, query, next, from)) {
        const rest = walk(next + 1, from + option.used);
        if (rest !== null) return [{ at: next, quality: option.quality }, ...rest];
      }
    }
    dead.add(key);
    return null;
  };
  return walk(0, 0);
}

/** How the query from `from` on can begin with the character at `at`: the longest, best ways first. */
function waysToHit(
  chars: string[],
  entry: SearchEntry,
  query: string[],
  at: number,
  from: number,
): { used: number; quality: number }[] {
  if (query[from] === chars[at]) return [{ used: 1, quality: quality.character }];
  const ways = new Map<number, number>();
  for (const reading of readingsAt(entry, at)) {
    let used = 0;
    while (used < reading.length && from + used < query.length && query[from + used] === reading[used]) {
      used++;
      const worth = used === reading.length ? quality.syllable : used === 1 ? quality.initial : quality.partOfSyllable;
      ways.set(used, Math.max(ways.get(used) ?? 0, worth));
    }
  }
  return [...ways].map(([used, worth]) => ({ used, quality: worth })).sort((a, b) => b.used - a.used);
}

/** Readings as the keyboard types them: lower case, ü as v. */
function readingsAt(entry: SearchEntry, at: number): string[] {
  const readings = entry.readings[at] ?? [];
  return readings.map(reading => reading.toLowerCase().replaceAll('ü', 'v'));
}

function scored(base: number, steps: Step[], textLength: number): WordMatch {
  const mean = steps.reduce((sum, step) => sum + step.quality, 0) / steps.length;
  const ranges: [number, number][] = [];
  for (const { at } of steps) {
    const last = ranges.at(-1);
    if (last !== undefined && last[1] === at) last[1] = at + 1;
    else ranges.push([at, at + 1]);
  }
  return { score: base + mean + (coverageBonus * steps.length) / textLength, ranges };
}

function better(a: WordMatch | null, b: WordMatch): WordMatch {
  return a === null || b.score > a.score ? b : a;
}
