import type { Searcher } from '../../../content/model/search/search.ts';
import type { FromWorker, ToWorker } from './messages.ts';

/**
 * Answers questions by the index opened last. Runs in the worker, and in the page where there is no worker to be had.
 * Keeps no question once it is answered.
 */
export function createDesk(openSearch: (digest: string) => Promise<Searcher>, reply: (message: FromWorker) => void) {
  let wanted: string | null = null;
  let searcher: Searcher | null = null;
  let waiting: (ToWorker & { type: 'ask' }) | null = null;

  function answerWaiting(): void {
    if (searcher === null || waiting === null) return;
    const { id, query, limit, date } = waiting;
    waiting = null;
    reply({ type: 'answer', id, hits: searcher.search(query, { limit, date }) });
  }

  async function open(digest: string): Promise<void> {
    if (wanted === digest) return;
    wanted = digest;
    searcher = null;
    try {
      const opened = await openSearch(digest);
      if (wanted !== digest) return;
      searcher = opened;
      reply({ type: 'opened', digest });
      answerWaiting();
    } catch {
      if (wanted !== digest) return;
      wanted = null;
      reply({ type: 'missing', digest });
    }
  }

  return {
    take(message: ToWorker): void {
      if (message.type === 'open') void open(message.digest);
      else {
        waiting = message;
        answerWaiting();
      }
    },
  };
}
