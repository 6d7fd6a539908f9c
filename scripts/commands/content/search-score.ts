import type { Searcher } from '../../../content/model/search/search.ts';

export interface LabelledQuery {
  query: string;
  /** Ids of the matters that answer it. */
  relevant: string[];
}

export interface SearchScore {
  n: number;
  /** Mean over the queries: how many of the first five are relevant, of as many as could be. */
  recallAt5: number;
  /** Share of the queries with a relevant matter among the first five. */
  anyHit: number;
  p50Ms: number;
  p99Ms: number;
  /** Queries whose first five leave out what could be there. */
  missed: (LabelledQuery & { found: string[] })[];
  /** Named in the labels, and not matters of this content. */
  unknownIds: string[];
}

const depth = 5;
/** As many as a kiosk asks for. */
const limit = 30;
/** Engines make code quick while it runs: a kiosk that has run for a minute is measured, not its first second. */
const fewestWarmUps = 200;
const progressEveryMs = 1000;

/** Scores a searcher by labelled queries. Each is timed three times, and the middle counts: one pause of a machine is no search. */
export function scoreSearch(
  searcher: Searcher,
  cases: readonly LabelledQuery[],
  { ids, date }: { ids: ReadonlySet<string>; date: string },
): SearchScore {
  const progress = progressOf(cases.length);
  const times: number[] = [];
  const missed: SearchScore['missed'] = [];
  let recall = 0;
  let any = 0;
  for (let warmUps = 0; warmUps < fewestWarmUps; )
    for (const { query } of cases.slice(0, fewestWarmUps - warmUps)) {
      searcher.search(query, { limit, date });
      warmUps++;
    }
  for (const { query, relevant } of cases) {
    const hits = searcher.search(query, { limit, date });
    times.push(middleOf(() => searcher.search(query, { limit, date })));
    const wanted = new Set(relevant);
    const found = hits.slice(0, depth).map(({ matterId }) => matterId);
    const met = found.filter(id => wanted.has(id)).length;
    const most = Math.min(depth, wanted.size);
    recall += met / most;
    any += met > 0 ? 1 : 0;
    if (met < most) missed.push({ query, relevant, found });
    progress();
  }
  const sorted = times.toSorted((a, b) => a - b);
  const timeAt = (share: number): number =>
    rounded(sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))]);
  return {
    ...{ n: cases.length, recallAt5: rounded(recall / cases.length, 4), anyHit: rounded(any / cases.length, 4) },
    ...{ p50Ms: timeAt(0.5), p99Ms: timeAt(0.99), missed },
    unknownIds: [...new Set(cases.flatMap(({ relevant }) => relevant))].filter(id => !ids.has(id)),
  };
}

function middleOf(work: () => unknown): number {
  const times = [0, 1, 2].map(() => {
    const began = performance.now();
    work();
    return performance.now() - began;
  });
  return times.sort((a, b) => a - b)[1] ?? Number.NaN;
}

function rounded(value = Number.NaN, digits = 2): number {
  return Math.round(value * 10 ** digits) / 10 ** digits;
}

function progressOf(total: number): () => void {
  let count = 0;
  let told = performance.now();
  return () => {
    count++;
    if (performance.now() - told < progressEveryMs) return;
    told = performance.now();
    process.stderr.write(`search: ${count} of ${total} queries\n`);
  };
}
