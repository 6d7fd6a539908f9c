import { PGlite } from '@electric-sql/pglite';
import { Kysely } from 'kysely';
import { migrate } from './migrate.ts';
import { pgliteDialect } from './pglite-dialect.ts';
import type { Database, Tables } from './tables.ts';

/** The embedded PostgreSQL in `folder` (about 4 s at the very first start), migrated to the newest state. */
export async function openDatabase(folder: string): Promise<Database> {
  const database = new Kysely<Tables>({ dialect: pgliteDialect(await PGlite.create(folder)) });
  try {
    await migrate(database);
  } catch (error) {
    await database.destroy();
    throw error;
  }
  return database;
}
