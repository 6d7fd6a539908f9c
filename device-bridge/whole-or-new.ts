import { rmSync } from 'node:fs';
import { DatabaseSync } from 'node:sqlite';

const [corrupt, notADatabase] = [11, 26] as const;

/** Opens a small database. A file that is damaged is begun anew: nothing in it is worth a terminal that does not start. */
export function openWholeOrNew(file: string, schema: string): DatabaseSync {
  try {
    return opened(file, schema);
  } catch (error) {
    // One that is locked, or not permitted, is whole: it must not be deleted.
    const code = error instanceof Error && 'errcode' in error ? Number(error.errcode) & 0xff : 0;
    if (code !== corrupt && code !== notADatabase) throw error;
    for (const part of ['', '-wal', '-shm']) rmSync(`${file}${part}`, { force: true });
    return opened(file, schema);
  }
}

function opened(file: string, schema: string): DatabaseSync {
  const database = new DatabaseSync(file, { timeout: 2000 });
  try {
    database.exec(schema);
    return database;
  } catch (error) {
    database.close();
    throw error;
  }
}
