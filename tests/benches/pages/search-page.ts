import { burn, type Measured, measure } from './search-measure.ts';

function inWorker<T>(task: number | 'burn'): Promise<T> {
  const worker = new Worker(new URL('./search-page-worker.ts', import.meta.url), { type: 'module' });
  return new Promise((resolve, reject) => {
    worker.onmessage = event => {
      worker.terminate();
      resolve(event.data);
    };
    worker.onerror = event => reject(new Error(event.message));
    worker.postMessage(task);
  });
}

/** What the bench calls from outside. */
export interface BenchPage {
  measure(where: 'page' | 'worker', rounds: number): Promise<Measured>;
  burn(where: 'page' | 'worker'): Promise<number>;
}

const page: BenchPage = {
  measure: (where, rounds) => (where === 'page' ? measure(rounds) : inWorker(rounds)),
  burn: async where => (where === 'page' ? burn() : inWorker('burn')),
};
Object.assign(globalThis, page);
