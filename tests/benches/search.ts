import { gzipSync } from 'node:zlib';
import { readSources } from '../../content/compiler/read-sources.ts';
import { sourceReadings } from '../../content/compiler/readings.ts';
import { buildIndex } from '../../content/model/search/build-index.ts';
import { openIndex } from '../../content/model/search/open-index.ts';
import { createSearcher } from '../../content/model/search/search.ts';
import { type SearchScore, scoreSearch } from '../../scripts/commands/content/search-score.ts';
import { defaultPaths } from '../../scripts/paths.ts';
import { quantile, rounded } from './figures.ts';
import { heapBytesOf } from './heap.ts';
import { searchInBrowser } from './search-in-browser.ts';
import { searchMatters } from './search-matters.ts';
import { includesPeer, miniSearchPeer } from './search-peers.ts';
import { labelledQueries, queryKinds } from './search-queries.ts';

const matters = 10_000;
const perKind = 40;
const openings = 9;
const slowdown = 6;
const date = '2026-12-01';

/** The kiosk's own search over 10,000 matters, beside MiniSearch and plain `includes` over the same. */
export async function benchSearch(): Promise<Record<string, unknown>> {
  say(`${matters} matters`);
  const source = searchMatters(matters, sourceReadings(await readSources(defaultPaths.contentSource)));
  say(`${perKind} queries of each of ${queryKinds.length} kinds`);
  const cases = labelledQueries(source, perKind);
  say('building the index');
  const bytes = buildIndex(source);
  const readyMs = Array.from({ length: openings }, () => {
    const began = performance.now();
    createSearcher(openIndex(bytes)).search('社保', { limit: 5, date });
    return performance.now() - began;
  });
  say('searching');
  const searcher = createSearcher(openIndex(bytes));
  const ids = new Set(source.matters.map(({ id }) => id));
  const score = figuresOf(scoreSearch(searcher, cases, { ids, date }));
  const heapBytes = await heapBytesOf(() => {
    const opened = createSearcher(openIndex(bytes.slice()));
    for (const { query } of cases.slice(0, 50)) opened.search(query, { limit: 30, date });
    return opened;
  });
  say(`the same in Chromium, its processor slowed down ${slowdown} times`);
  const inBrowser = await searchInBrowser({ bytes, queries: cases.map(({ query }) => query), date, slowdown });
  say('MiniSearch and includes');
  return {
    ...score,
    ...{ indexBytes: bytes.length, indexGzBytes: gzipSync(bytes).length, heapBytes },
    ...{ readyMs: rounded(quantile(readyMs, 0.5)), ...inBrowser },
    perKind: Object.fromEntries(
      queryKinds.map(kind => {
        const own = cases.filter(each => each.kind === kind);
        return [kind, figuresOf(scoreSearch(searcher, own, { ids, date }))];
      }),
    ),
    peers: {
      minisearch: peerFigures(miniSearchPeer(source), cases, ids),
      includes: peerFigures(includesPeer(source), cases, ids),
    },
  };
}

function peerFigures(
  peer: ReturnType<typeof includesPeer>,
  cases: ReturnType<typeof labelledQueries>,
  ids: ReadonlySet<string>,
): Record<string, unknown> {
  return { ...figuresOf(scoreSearch(peer.searcher, cases, { ids, date })), readyMs: rounded(peer.readyMs) };
}

function figuresOf({ n, recallAt5, anyHit, p50Ms, p99Ms }: SearchScore) {
  return { n, recallAt5, anyHit, p50Ms, p99Ms };
}

function say(what: string): void {
  process.stderr.write(`search: ${what}\n`);
}
