import type { SearchHit } from '../../../content/model/search/search.ts';
import type { FromWorker, ToWorker } from './messages.ts';

/** An answer, or that there is no index to be had just now. */
export type SearchAnswer = { hits: SearchHit[] } | 'unavailable';

/** What the client needs of a worker. */
export interface SearchWorker {
  post(message: ToWorker): void;
  end(): void;
}

export interface WorkerEvents {
  onMessage(message: FromWorker): void;
  onDeath(): void;
}

export interface ClientParts {
  startWorker(events: WorkerEvents): SearchWorker;
  /** The same in this very page, for when workers die one after the other. */
  startInPage(events: WorkerEvents): SearchWorker;
  delays: { answerMs: number; retryMs: number };
}

export interface SearchClient {
  /** The index to search from now on. */
  open(digest: string): void;
  /**
   * Asks; an earlier question that has no answer yet never gets one. Returns how to take the question back, after which
   * nothing of it is left here.
   */
  ask(question: { query: string; limit: number; date: string }, onAnswer: (answer: SearchAnswer) => void): () => void;
}

type Question = ToWorker & { type: 'ask' };

/** So many workers may die over one question before the page searches by itself. */
const mostDeaths = 2;

/**
 * Keeps a worker alive and asks it. A worker that dies, or that has not answered in time, is replaced by a new one that
 * gets the same question; no question is lost.
 */
export function createSearchClient({ startWorker, startInPage, delays }: ClientParts): SearchClient {
  let worker: SearchWorker | null = null;
  let digest: string | null = null;
  let deaths = 0;
  let lastId = 0;
  let asked: { question: Question; onAnswer: (answer: SearchAnswer) => void } | null = null;
  let timer: ReturnType<typeof setTimeout> | undefined;

  function ensure(): SearchWorker {
    if (worker !== null) return worker;
    const start = deaths > mostDeaths ? startInPage : startWorker;
    let isOver = false;
    const started = start({
      onMessage: message => {
        if (!isOver) hear(message);
      },
      onDeath: () => {
        if (!isOver) replace();
      },
    });
    worker = {
      post: started.post,
      end: () => {
        isOver = true;
        started.end();
      },
    };
    if (digest !== null) worker.post({ type: 'open', digest });
    return worker;
  }

  function hear(message: FromWorker): void {
    if (message.type === 'opened') return;
    if (message.type === 'missing') {
      asked?.onAnswer('unavailable');
      clearTimeout(timer);
      if (message.digest === digest) timer = setTimeout(() => again(), delays.retryMs);
      return;
    }
    deaths = 0;
    if (asked === null || message.id !== asked.question.id) return;
    const { onAnswer } = asked;
    asked = null;
    clearTimeout(timer);
    onAnswer({ hits: message.hits });
  }

  /** The bridge may be back, and with it the index. */
  function again(): void {
    if (digest === null || asked === null) return;
    ensure().post({ type: 'open', digest });
    send();
  }

  function replace(): void {
    worker?.end();
    worker = null;
    deaths++;
    if (asked !== null) send();
  }

  function send(): void {
    if (asked === null) return;
    ensure().post(asked.question);
    clearTimeout(timer);
    timer = setTimeout(replace, delays.answerMs);
  }

  return {
    open(wanted) {
      if (wanted === digest) return;
      digest = wanted;
      ensure().post({ type: 'open', digest });
    },
    ask({ query, limit, date }, onAnswer) {
      lastId++;
      const mine = { question: { type: 'ask' as const, id: lastId, query, limit, date }, onAnswer };
      asked = mine;
      send();
      return () => {
        if (asked !== mine) return;
        asked = null;
        clearTimeout(timer);
      };
    },
  };
}
