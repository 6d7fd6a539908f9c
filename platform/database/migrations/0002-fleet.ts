import type { Kysely } from 'kysely';

export async function up(db: Kysely<unknown>): Promise<void> {
  // The last report of each terminal: what it shows, what it went back from. Nothing personal.
  await db.schema
    .createTable('terminal_inventories')
    .addColumn('terminal_id', 'text', column => column.primaryKey())
    .addColumn('seen_at', 'timestamptz', column => column.notNull())
    .addColumn('inventory', 'text', column => column.notNull())
    .execute();
}

export async function down(db: Kysely<unknown>): Promise<void> {
  await db.schema.dropTable('terminal_inventories').execute();
}
