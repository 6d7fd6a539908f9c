import { once } from 'node:events';
import { Worker } from 'node:worker_threads';
import type { Records } from '../../../content/delivery/records.ts';
import { DamagedRecord, type RecordReader } from '../store/records.ts';
import type { RolePublications } from '../store/slots.ts';
import { type ComposeFor, type Composition, composeLayers } from './compose-layers.ts';

/** Makes what is shown out of records, in the order of layers. */
export interface Composer {
  compose(layers: readonly Records[]): Promise<Composition>;
  /** Lets go of what is only needed now and then. */
  rest(): Promise<void>;
}

export interface ComposeTask extends ComposeFor {
  layers: readonly Records[];
}

/** In a thread of its own: parsing and searching a whole district takes longer than a citizen's touch may wait. */
export function composerThread(options: ComposeFor): Composer {
  let worker: Worker | null = null;
  return {
    compose: async layers => {
      worker ??= new Worker(new URL('./composer-worker.ts', import.meta.url));
      const task: ComposeTask = { ...options, layers };
      worker.postMessage(task);
      try {
        const [composition] = await once(worker, 'message');
        return composition as Composition;
      } catch (error) {
        // The thread is over; the next composition gets a new one.
        worker = null;
        throw error;
      }
    },
    rest: async () => {
      await worker?.terminate();
      worker = null;
    },
  };
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
