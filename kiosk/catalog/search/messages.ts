import type { SearchHit } from '../../../content/model/search/search.ts';

/** What the page asks of the worker. */
export type ToWorker =
  | { type: 'open'; digest: string }
  /** Answered by the index opened last; of several that wait for it only the newest. */
  | { type: 'ask'; id: number; query: string; limit: number; date: string };

export type FromWorker =
  | { type: 'opened'; digest: string }
  /** Neither this browser nor the bridge has the index. */
  | { type: 'missing'; digest: string }
  | { type: 'answer'; id: number; hits: SearchHit[] };
