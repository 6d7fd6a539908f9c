import { effect } from '@preact/signals';
import { catalog } from '../catalog.ts';
import { createSearchClient, type SearchWorker, type WorkerEvents } from './search-client.ts';

/** The whole of a kiosk's search. Opens the index of what is on show as soon as this is loaded. */
export const searchClient = createSearchClient({
  startWorker,
  startInPage,
  delays: { answerMs: 4000, retryMs: 2000 },
});

effect(() => {
  const digest = catalog.value?.searchDigest;
  if (digest !== undefined) searchClient.open(digest);
});

function startWorker({ onMessage, onDeath }: WorkerEvents): SearchWorker {
  const worker = new Worker(new URL('./search-worker.ts', import.meta.url), { type: 'module', name: 'search' });
  worker.onmessage = event => onMessage(event.data);
  worker.onerror = onDeath;
  worker.onmessageerror = onDeath;
  return { post: message => worker.postMessage(message), end: () => worker.terminate() };
}

function startInPage({ onMessage, onDeath }: WorkerEvents): SearchWorker {
  let isOver = false;
  const desk = Promise.all([import('./desk.ts'), import('./open-search.ts')]).then(([{ createDesk }, { openSearch }]) =>
    createDesk(openSearch, message => {
      if (!isOver) onMessage(message);
    }),
  );
  desk.catch(onDeath);
  return {
    post: message => void desk.then(({ take }) => take(message)).catch(() => {}),
    end: () => {
      isOver = true;
    },
  };
}
