import { once } from 'node:events';
import { Worker } from 'node:worker_threads';
import type { SheetAnswer } from './sheet-worker.ts';
import type { TickList } from './tick-list.ts';

/** Sets tick lists in a thread of its own: Typst and its fonts take a second, and a touch may not wait so long. */
export interface SheetThread {
  /** A4, PDF. One at a time. @throws Error when the sheet cannot be set */
  typeset(list: TickList): Promise<Uint8Array>;
  /** Lets go of the thread and its 60 MB until the next sheet. */
  rest(): Promise<void>;
}

export function sheetThread(): SheetThread {
  let worker: Worker | null = null;
  return {
    typeset: async list => {
      worker ??= new Worker(new URL('./sheet-worker.ts', import.meta.url));
      const thread = worker;
      const answered = new AbortController();
      try {
        const { signal } = answered;
        const ended = once(thread, 'exit', { signal }).then(([code]): never => {
          throw new Error(`the typesetting thread ended with ${code}`);
        });
        thread.postMessage(list);
        const [answer] = (await Promise.race([once(thread, 'message', { signal }), ended])) as [SheetAnswer];
        if ('problem' in answer) throw new Error(`the sheet could not be set: ${answer.problem}`);
        return answer.pdf;
      } catch (error) {
        // A thread that failed is not asked again; the next sheet gets a new one.
        if (worker === thread) worker = null;
        await thread.terminate();
        throw error;
      } finally {
        answered.abort();
      }
    },
    rest: async () => {
      const old = worker;
      worker = null;
      await old?.terminate();
    },
  };
}
