import { setMaxListeners } from 'node:events';
import type { Database } from '../database/tables.ts';
import { endSilentCalls } from './call-store.ts';

/** Tells the pages of the staff when calls change, and knows whether anybody looks at them. */
export interface CallBoard {
  /** Calls came, changed or ended. */
  changed(): void;
  /** Resolves at the next change, after `atMostMs`, or when `signal` aborts. */
  next(atMostMs: number, signal: AbortSignal): Promise<void>;
  /** Somebody looks at the calls of these places (null: all) from now until the return value is called. */
  watch(places: readonly string[] | null): () => void;
  watched(placeCode: string): boolean;
  /** Aborted when the platform closes. */
  readonly closing: AbortSignal;
  close(): Promise<void>;
}

/** A page that is loaded anew, or that works without a script, is away for a moment only. */
const lingersMs = 15_000;
const sweepEveryMs = 5_000;

export function createCallBoard(database: Database, now: () => Date): CallBoard {
  const events = new EventTarget();
  setMaxListeners(0, events);
  const closing = new AbortController();
  setMaxListeners(0, closing.signal);
  const watchers = new Set<{ places: readonly string[] | null; until: number }>();
  const changed = (): void => void events.dispatchEvent(new Event('change'));
  let sweeping: Promise<void> = Promise.resolve();
  const sweeps = setInterval(() => {
    // A database that fails is told by the requests that need it.
    sweeping = endSilentCalls(database, now()).then(
      ended => void (ended && changed()),
      () => {},
    );
  }, sweepEveryMs);
  sweeps.unref();
  return {
    changed,
    next: (atMostMs, signal) =>
      new Promise(resolve => {
        const done = new AbortController();
        const finish = (): void => {
          clearTimeout(timer);
          done.abort();
          resolve();
        };
        const timer = setTimeout(finish, atMostMs);
        events.addEventListener('change', finish, { signal: done.signal });
        signal.addEventListener('abort', finish, { signal: done.signal });
        if (signal.aborted) finish();
      }),
    watch: places => {
      const watcher = { places, until: Number.POSITIVE_INFINITY };
      watchers.add(watcher);
      return () => {
        watcher.until = performance.now() + lingersMs;
      };
    },
    watched: placeCode => {
      for (const watcher of watchers) if (watcher.until < performance.now()) watchers.delete(watcher);
      return [...watchers].some(({ places }) => places === null || places.includes(placeCode));
    },
    closing: closing.signal,
    close: async () => {
      clearInterval(sweeps);
      closing.abort();
      await sweeping;
    },
  };
}
