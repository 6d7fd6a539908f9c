import { cp } from 'node:fs/promises';
import { PGlite } from '@electric-sql/pglite';
import { madeOnce } from './run-folder.ts';

/**
 * Puts an embedded database as its very first start leaves it (no table yet) into `folder`, so that only one start of
 * a run takes these seconds. That the platform makes one itself is tested in platform/main.test.ts.
 */
export async function readyDatabase(folder: string): Promise<void> {
  const made = await madeOnce('database', async draft => {
    const database = await PGlite.create(draft);
    await database.close();
  });
  if (made !== null) await cp(made, folder, { recursive: true });
}
