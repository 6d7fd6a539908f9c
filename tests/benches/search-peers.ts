import MiniSearch from 'minisearch';
import type { Searcher } from '../../content/model/search/search.ts';
import type { SearchSource, SourceEntry } from '../../content/model/search/search-index.ts';

export interface Peer {
  searcher: Searcher;
  /** Until it can answer, in this process. */
  readyMs: number;
}

interface Row {
  id: number;
  matterId: string;
  text: string;
  pinyin: string;
  initials: string;
}

/** MiniSearch over characters, pairs of characters, whole pinyin and initials, with prefixes and fuzzy terms. */
export function miniSearchPeer({ entries }: SearchSource): Peer {
  const began = performance.now();
  const engine = new MiniSearch<Row>({
    fields: ['text', 'pinyin', 'initials'],
    storeFields: ['matterId', 'text'],
    tokenize: (text, field) => (field === undefined || field === 'text' ? grams(text) : [text]),
  });
  engine.addAll(entries.map(rowOf));
  return {
    readyMs: performance.now() - began,
    searcher: {
      search: (query, { limit }) => {
        const options = { prefix: true, fuzzy: 0.2, boost: { text: 2 } };
        return hitsOf(engine.search(query.toLowerCase(), options), limit);
      },
    },
  };
}

/** What a few lines do: the query is somewhere in a text, its pinyin or its initials; shorter texts first. */
export function includesPeer({ entries }: SearchSource): Peer {
  const began = performance.now();
  const rows = entries.map(rowOf);
  return {
    readyMs: performance.now() - began,
    searcher: {
      search: (query, { limit }) => {
        const words = query.toLowerCase().split(' ');
        const found = rows.filter(row =>
          words.every(word => row.text.includes(word) || row.pinyin.includes(word) || row.initials.includes(word)),
        );
        return hitsOf(
          found.sort((a, b) => a.text.length - b.text.length),
          limit,
        );
      },
    },
  };
}

function rowOf({ matterId, text, readings }: SourceEntry, id: number): Row {
  const syllables = readings.map(each => each[0] ?? '');
  const initials = syllables.map(each => each.charAt(0)).join('');
  return { id, matterId, text: text.toLowerCase(), pinyin: syllables.join(''), initials };
}

function grams(text: string): string[] {
  return text.split(/[^\p{Letter}\p{Number}]+/u).flatMap(word => {
    if (!/\p{Script=Han}/u.test(word)) return [word];
    const chars = Array.from(word);
    return [...chars, ...chars.slice(1).map((char, at) => `${chars[at]}${char}`)];
  });
}

function hitsOf(found: readonly object[], limit: number): ReturnType<Searcher['search']> {
  const seen = new Set<string>();
  for (const row of found) if (seen.size < limit && 'matterId' in row) seen.add(String(row.matterId));
  return [...seen].map(matterId => ({ matterId, score: 0, kind: 'name', text: '', ranges: [] }));
}
