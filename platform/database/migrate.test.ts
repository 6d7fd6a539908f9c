import { PGlite } from '@electric-sql/pglite';
import { Kysely, sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { readyDatabase } from '../../tests/support/ready-database.ts';
import { temporaryFolder } from '../platform.test-support.ts';
import { migrate } from './migrate.ts';
import { pgliteDialect } from './pglite-dialect.ts';
import type { Database, Tables } from './tables.ts';

let folder: Awaited<ReturnType<typeof temporaryFolder>>;
let database: Database;
beforeAll(async () => {
  folder = await temporaryFolder();
  await readyDatabase(folder.path);
  database = new Kysely<Tables>({ dialect: pgliteDialect(await PGlite.create(folder.path)) });
});
afterAll(async () => {
  await database.destroy();
  await folder.remove();
});

test('migrations are applied once', async () => {
  expect(await migrate(database)).toEqual(['0001-certificates', '0002-fleet', '0003-citizens-voice']);
  expect(await migrate(database)).toEqual([]);
});

test('queries wait for the transaction of another caller and see nothing of it when it is rolled back', async () => {
  const inside = Promise.withResolvers<void>();
  const rolledBack = database.transaction().execute(async transaction => {
    await transaction.insertInto('certificate_sequences').values({ year: 2001, last: 1 }).execute();
    inside.resolve();
    await transaction.selectFrom('certificate_sequences').selectAll().execute();
    throw new Error('changed my mind');
  });
  await inside.promise;
  const seen = database.selectFrom('certificate_sequences').selectAll().execute();
  await expect(rolledBack).rejects.toThrow('changed my mind');
  expect(await seen).toEqual([]);
});

test('a failed query leaves the connection usable', async () => {
  await expect(sql`select nonsense`.execute(database)).rejects.toThrow();
  expect((await sql<{ one: number }>`select 1 as one`.execute(database)).rows).toEqual([{ one: 1 }]);
});
