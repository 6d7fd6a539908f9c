import { once } from 'node:events';
import { Worker } from 'node:worker_threads';
import type { PackedLayer } from '../store/packed-layer.ts';
import { DamagedRecord, type RecordReader } from '../store/records.ts';
import type { RolePublications } from '../store/slots.ts';
import { type ComposeFor, type Composition, composeLayers } from './compose-layers.ts';

/** Makes what is shown out of records, in the order of layers. */
export interface Composer {
  /** The layers belong to it from then on. */
  compose(layers: readonly PackedLayer[]): Promise<Composition>;
  /** Lets go of what is only needed now and then. */
  rest(): Promise<void>;
}

export interface ComposeTask extends ComposeFor {
  layers: readonly PackedLayer[];
}

/** In a thread of its own: parsing and searching a whole district takes longer than a citizen's touch may wait. */
export function composerThread(options: ComposeFor): Composer {
  let worker: Worker | null = null;
  return {
    compose: async layers => {
      worker ??= new Worker(new URL('./composer-worker.ts', import.meta.url));
      const task: ComposeTask = { ...options, layers };
      worker.postMessage(
        task,
        layers.map(({ texts }) => texts.buffer as ArrayBuffer),
      );
      try {
        return await answerOf(worker);
      } catch (error) {
        // The thread is over; the next composition gets a new one.
        worker = null;
        throw error;
      }
    },
    rest: async () => {
      // What comes while the old thread ends gets a new one.
      const old = worker;
      worker = null;
      await old?.terminate();
    },
  };
}

/** A thread that ends without an answer is a failure, not a wait for ever. */
async function answerOf(thread: Worker): Promise<Composition> {
  const answered = new AbortController();
  try {
    const { signal } = answered;
    const ended = once(thread, 'exit', { signal }).then(([code]) => {
      throw new Error(`the composing thread ended with ${code}`);
    });
    const [composition] = await Promise.race([once(thread, 'message', { signal }), ended]);
    return composition as Composition;
  } finally {
    answered.abort();
  }
}

/** Right here, where nobody waits for a touch. */
export function composerHere(options: ComposeFor): Composer {
  return { compose: async layers => composeLayers(layers, options), rest: async () => {} };
}

export async function composeRoles(
  composer: Composer,
  reader: RecordReader,
  roles: RolePublications,
): Promise<Composition> {
  try {
    return await composer.compose(reader.layers(roles));
  } catch (error) {
    if (!(error instanceof DamagedRecord)) throw error;
    return { composed: false, damaged: true, why: error.message };
  }
}
