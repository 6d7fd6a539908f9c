import { openIndex } from '../../../content/model/search/open-index.ts';
import { createSearcher } from '../../../content/model/search/search.ts';

export interface Measured {
  /** From the bytes at hand to the first answer. */
  readyMs: number;
  /** Of each query the middle of its rounds. */
  timesMs: number[];
}

/** Runs where it is called: on the page's thread or in a worker. */
export async function measure(rounds: number): Promise<Measured> {
  const bytes = new Uint8Array(await (await fetch('/index.bin')).arrayBuffer());
  const { queries, date }: { queries: string[]; date: string } = await (await fetch('/queries.json')).json();
  const began = performance.now();
  const searcher = createSearcher(openIndex(bytes));
  searcher.search('社保', { limit: 30, date });
  const readyMs = performance.now() - began;
  const times = queries.map((): number[] => []);
  for (let round = 0; round < rounds; round++)
    for (const [at, query] of queries.entries()) {
      const asked = performance.now();
      searcher.search(query, { limit: 30, date });
      times[at]?.push(performance.now() - asked);
    }
  return { readyMs, timesMs: times.map(each => each.toSorted((a, b) => a - b)[rounds >> 1] ?? Number.NaN) };
}

/** Milliseconds that a fixed piece of work takes: shows whether a thread is slowed down. */
export function burn(): number {
  const began = performance.now();
  let state = 1;
  for (let step = 0; step < 30_000_000; step++) state = Math.imul(state ^ step, 0x9e3779b1);
  return performance.now() - began + (state === 0 ? 1 : 0);
}
