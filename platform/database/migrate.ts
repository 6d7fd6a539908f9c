import { type Migration, Migrator } from 'kysely';
import * as certificates from './migrations/0001-certificates.ts';
import * as fleet from './migrations/0002-fleet.ts';
import * as citizensVoice from './migrations/0003-citizens-voice.ts';
import type { Database } from './tables.ts';

/** In order, never edited once released. Named here rather than found in a folder, so a package cannot lose one. */
const migrations: Record<string, Migration> = {
  '0001-certificates': certificates,
  '0002-fleet': fleet,
  '0003-citizens-voice': citizensVoice,
};

/** Brings the database up to date and answers the names of the migrations that were applied now. */
export async function migrate(database: Database): Promise<string[]> {
  const migrator = new Migrator({ db: database, provider: { getMigrations: async () => migrations } });
  const { error, results } = await migrator.migrateToLatest();
  if (error) throw error;
  return (results ?? []).filter(result => result.status === 'Success').map(result => result.migrationName);
}
