import { type DBSchema, deleteDB, type IDBPDatabase, openDB } from 'idb';
import type { TerminalState } from '../../device-bridge/api/types.ts';

export interface KeptGeneration {
  digest: string;
  /** The very bytes the digest names, as text. */
  text: string;
}

interface KioskSchema extends DBSchema {
  generation: { key: 'kept'; value: KeptGeneration };
  /** The terminal as it stood when nobody was there. */
  terminal: { key: 'kept'; value: TerminalState };
  /** By its digest. */
  searchIndex: { key: string; value: { digest: string; bytes: Uint8Array<ArrayBuffer>; keptAt: number } };
}

const name = 'kiosk';
const version = 3;
const stores = ['generation', 'terminal', 'searchIndex'] as const;

/**
 * Does something with what the kiosk keeps beyond a visit: content and what the machine is, nothing of any citizen. A
 * store that cannot be opened or read is thrown away and made anew, once.
 */
export async function withStore<T>(use: (database: IDBPDatabase<KioskSchema>) => Promise<T>): Promise<T> {
  try {
    return await once(use);
  } catch {
    await deleteDB(name);
    return once(use);
  }
}

async function once<T>(use: (database: IDBPDatabase<KioskSchema>) => Promise<T>): Promise<T> {
  const database = await openDB<KioskSchema>(name, version, {
    upgrade(opened) {
      for (const store of stores) if (!opened.objectStoreNames.contains(store)) opened.createObjectStore(store);
    },
    // Another page of this kiosk with a newer form: let it through.
    blocking: () => database.close(),
  });
  try {
    return await use(database);
  } finally {
    database.close();
  }
}
