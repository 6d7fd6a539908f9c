import type { SearchEntry } from './generation.ts';
import { matchWord, type WordMatch } from './search-match.ts';

export interface SearchHit {
  matterId: string;
  /** Larger is better; comparable within one query only. */
  score: number;
  /** The string that matched, for showing why. */
  entry: SearchEntry;
  /** Matched characters of entry.text (counted in code points, end exclusive), ordered and apart. */
  ranges: [start: number, end: number][];
}

/**
 * The matters a citizen may mean, best first, each once. Words of the query may stand in any order; every word must be
 * found, in one entry of the matter or spread over several. Same score: the shorter text, then the order of the index.
 */
export function search(entries: readonly SearchEntry[], query: string, limit: number): SearchHit[] {
  const words = queryWords(query);
  if (words.length === 0) return [];
  const best = new Map<string, Candidate>();
  for (const entry of entries) {
    const matches = words.map(word => matchWord(entry, word));
    if (matches.every(match => match === null)) continue;
    const candidate = best.get(entry.matterId) ?? { perWord: words.map(() => null), whole: null };
    best.set(entry.matterId, candidate);
    take(candidate, entry, matches);
  }
  const hits: SearchHit[] = [];
  for (const [matterId, candidate] of best) {
    const found = candidate.whole ?? spread(candidate);
    if (found !== null) hits.push({ matterId, ...found });
  }
  return hits.sort((a, b) => b.score - a.score || a.entry.text.length - b.entry.text.length).slice(0, limit);
}

/** Lower case, full-width letters made plain, ü as v, split at blanks and punctuation. */
export function queryWords(query: string): string[] {
  return query
    .normalize('NFKC')
    .toLowerCase()
    .replaceAll('ü', 'v')
    .split(/[^\p{Letter}\p{Number}]+/u)
    .filter(word => word !== '');
}

type Found = Omit<SearchHit, 'matterId'>;
type Candidate = { perWord: (Found | null)[]; whole: Found | null };

/** An everyday alias counts a little less than the matter's own name. */
const aliasPenalty = 15;
/** Words found in different entries of one matter say less than words found together. */
const spreadPenalty = 200;

function take(candidate: Candidate, entry: SearchEntry, matches: (WordMatch | null)[]): void {
  const penalty = entry.kind === 'alias' ? aliasPenalty : 0;
  for (const [at, match] of matches.entries()) {
    if (match === null) continue;
    const found: Found = { score: match.score - penalty, entry, ranges: match.ranges };
    if (found.score > (candidate.perWord[at]?.score ?? Number.NEGATIVE_INFINITY)) candidate.perWord[at] = found;
  }
  const all = matches.filter(match => match !== null);
  if (all.length < matches.length) return;
  const score = all.reduce((sum, match) => sum + match.score, 0) / all.length - penalty;
  if (score > (candidate.whole?.score ?? Number.NEGATIVE_INFINITY)) {
    candidate.whole = { score, entry, ranges: joined(all.flatMap(match => match.ranges)) };
  }
}

function spread(candidate: Candidate): Found | null {
  const found = candidate.perWord.filter(match => match !== null);
  const first = found[0];
  if (first === undefined || found.length < candidate.perWord.length) return null;
  const score = found.reduce((sum, match) => sum + match.score, 0) / found.length - spreadPenalty;
  return { ...first, score };
}

function joined(ranges: [number, number][]): [number, number][] {
  const result: [number, number][] = [];
  for (const [start, end] of ranges.toSorted((a, b) => a[0] - b[0])) {
    const last = result.at(-1);
    if (last !== undefined && start <= last[1]) last[1] = Math.max(last[1], end);
    else result.push([start, end]);
  }
  return result;
}
