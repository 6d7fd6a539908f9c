import { isInForce } from '../in-force.ts';
import type { Sought } from './align.ts';
import { candidatesIn } from './candidates.ts';
import { exactPatterns } from './exact-patterns.ts';
import { looseMemory, loosePatterns } from './loose-patterns.ts';
import { scanLoose } from './loose-scan.ts';
import { type Scored, scoreMatter } from './matter-score.ts';
import { patternMemory } from './patterns.ts';
import { byPieces } from './pieces.ts';
import { parseQuery } from './query.ts';
import { rangesOf, textOf } from './rows.ts';
import { emptyFound, scanExact } from './scan.ts';
import type { SearchIndex } from './search-index.ts';
import { unitsThatSoundLike } from './sounds.ts';
import { stepTable } from './steps.ts';
import { takesTypos } from './typos.ts';

export interface SearchHit {
  matterId: string;
  /** Larger is better; comparable within one query only. */
  score: number;
  kind: 'name' | 'alias';
  /** The string that matched, for showing why. */
  text: string;
  /** Matched characters of the text (counted in code points, end exclusive), ordered and apart. */
  ranges: [start: number, end: number][];
}

export interface Searcher {
  /**
   * The matters a citizen may mean that are in force on `date` (ISO; null: on any day), best first, each once. Words of the query may
   * stand in any order; each may be Chinese, pinyin, its beginning, initials, or a mixture, with one mistake. Same
   * score: the shorter text, then the order of the index.
   */
  search(query: string, options: { limit: number; date: string | null }): SearchHit[];
}

/** With so many that hold the query as it is typed, side by side, nobody needs to guess. */
const enough = 5;
const solidScore = 560;
const wholeScore = 1000;
/** Of the best one's score. */
const leastBesideBest = 0.3;
const mostCandidates = 60;

/** One at a time: the memory that a query needs is kept for the next one. */
export function createSearcher(index: SearchIndex): Searcher {
  const found = emptyFound(index.textStart.length - 1, index.matters.length);
  const memory = patternMemory(index.units.length);
  const memoryOfLoose = looseMemory(index.units.length);
  let today = { date: null as string | null, hidden: hiddenOn(index, null) };
  return {
    search(text, { limit, date }) {
      const query = parseQuery(text);
      if (query === null || index.matters.length === 0) return [];
      if (today.date !== date) today = { date, hidden: hiddenOn(index, date) };
      const { hidden } = today;
      const best = new Map<number, Scored>();
      const keep = (scored: Scored | null): void => {
        if (scored === null) return;
        const known = best.get(scored.matter);
        if (known === undefined || scored.score > known.score) best.set(scored.matter, scored);
      };
      scanExact(index, query, exactPatterns(index, query, memory), found);
      const exact = query.words.map((word): Sought => {
        return { word, exact: stepTable(index, word, null), lenient: null, typos: false };
      });
      for (const matter of candidatesIn(index, query, found, hidden, mostCandidates))
        keep(scoreMatter(index, matter, found, exact));
      if (!isClear(best)) {
        scanLoose(index, query, loosePatterns(index, query, memoryOfLoose), found);
        const lenient = exact.map(sought => leniently(index, sought));
        for (const matter of candidatesIn(index, query, found, hidden, mostCandidates))
          keep(scoreMatter(index, matter, found, lenient));
        if (!isClear(best)) for (const piece of byPieces(index, query, { memory, found, hidden })) keep(piece);
      }
      return near(ranked(index, [...best.values()]))
        .slice(0, limit)
        .map(scored => hitOf(index, scored));
    },
  };
}

/** Whether what was typed needs no other reading: it is a whole text, or stands side by side in enough of them. */
function isClear(best: ReadonlyMap<number, Scored>): boolean {
  let count = 0;
  for (const { score } of best.values()) {
    if (score >= wholeScore) return true;
    if (score >= solidScore) count++;
  }
  return count >= enough;
}

/** Places in `index.matters` that do not count on this day. */
function hiddenOn({ matters }: SearchIndex, date: string | null): ReadonlySet<number> {
  const hidden = new Set<number>();
  for (const [at, matter] of matters.entries()) if (date !== null && !isInForce(matter, date)) hidden.add(at);
  return hidden;
}

function leniently(index: SearchIndex, { word, exact }: Sought): Sought {
  const none: ReadonlySet<number> = new Set();
  const sounds = word.points.map((point, at) => (word.isCharacter[at] ? unitsThatSoundLike(index, point) : none));
  const typos = takesTypos(word);
  return { word, exact, lenient: stepTable(index, word, { sounds, typos }), typos };
}

/** Without what lies far below the best: beside a match it is only noise. */
function near(sorted: Scored[]): Scored[] {
  const least = leastBesideBest * (sorted[0]?.score ?? 0);
  return sorted.filter(({ score }) => score >= least);
}

function ranked(index: SearchIndex, all: Scored[]): Scored[] {
  const length = ({ entry }: Scored): number => index.textLength[index.entryText[entry] ?? 0] ?? 0;
  return all.sort((a, b) => b.score - a.score || length(a) - length(b) || a.matter - b.matter);
}

function hitOf(index: SearchIndex, { matter, score, entry, marks }: Scored): SearchHit {
  const text = index.entryText[entry] ?? 0;
  return {
    matterId: index.matters[matter]?.id ?? '',
    score,
    kind: index.entryIsAlias[entry] === 1 ? 'alias' : 'name',
    text: textOf(index, text),
    ranges: rangesOf(index, text, marks),
  };
}
