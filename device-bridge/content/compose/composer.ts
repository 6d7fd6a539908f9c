import { once } from 'node:events';
import { Worker } from 'node:worker_threads';
import { openForReading } from '../store/database.ts';
import { recordReader } from '../store/records.ts';
import type { RolePublications } from '../store/slots.ts';
import { type ComposeFor, type Composition, composeStored } from './compose-stored.ts';

/** Composes what the database holds. */
export interface Composer {
  compose(roles: RolePublications): Promise<Composition>;
  /** Lets go of what is only needed now and then. */
  rest(): Promise<void>;
}

export interface ComposeTask extends ComposeFor {
  databaseFile: string;
  roles: RolePublications;
}

/** In a thread of its own: parsing and searching a whole district takes longer than a citizen's touch may wait. */
export function composerThread(options: ComposeFor & { databaseFile: string }): Composer {
  let worker: Worker | null = null;
  return {
    compose: async roles => {
      worker ??= new Worker(new URL('./composer-worker.ts', import.meta.url));
      const task: ComposeTask = { ...options, roles };
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
export function composerHere(options: ComposeFor & { databaseFile: string }): Composer {
  return { compose: async roles => composeFromFile({ ...options, roles }), rest: async () => {} };
}

export function composeFromFile({ databaseFile, roles, ...composeFor }: ComposeTask): Composition {
  const database = openForReading(databaseFile);
  try {
    return composeStored(recordReader(database), roles, composeFor);
  } finally {
    database.close();
  }
}
