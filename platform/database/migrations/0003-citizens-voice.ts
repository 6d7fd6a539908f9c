import { type Kysely, sql } from 'kysely';

/** What citizens say at a terminal: of guides, and that they need help. Nothing personal. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('feedback')
    .addColumn('terminal_id', 'text', column => column.notNull())
    .addColumn('id', 'text', column => column.notNull())
    .addColumn('matter_id', 'text', column => column.notNull())
    // JSON of Text.
    .addColumn('matter_name', 'text', column => column.notNull())
    // Role of the content: whose guide it is.
    .addColumn('owner', 'text', column => column.notNull())
    .addColumn('verdict', 'text', column => column.notNull().check(sql`verdict in ('right', 'wrong', 'unclear')`))
    .addColumn('about', 'text', column => column.check(sql`about in ('materials', 'steps', 'place', 'fee', 'other')`))
    .addColumn('content_digest', 'text', column => column.notNull())
    .addColumn('given_at', 'timestamptz', column => column.notNull())
    .addColumn('received_at', 'timestamptz', column => column.notNull())
    .addPrimaryKeyConstraint('feedback_id', ['terminal_id', 'id'])
    .execute();
  await db.schema.createIndex('feedback_received').on('feedback').column('received_at').execute();
  await db.schema
    .createTable('calls')
    .addColumn('id', 'text', column => column.primaryKey())
    .addColumn('terminal_id', 'text', column => column.notNull())
    .addColumn('place_code', 'text', column => column.notNull())
    // JSON of Text, or null.
    .addColumn('place_name', 'text')
    .addColumn('terminal_number', 'integer', column => column.notNull())
    .addColumn('area', 'text', column => column.notNull())
    .addColumn('state', 'text', column => column.notNull().check(sql`state in ('open', 'answered', 'done', 'ended')`))
    .addColumn('answered_by', 'text')
    .addColumn('opened_at', 'timestamptz', column => column.notNull())
    .addColumn('changed_at', 'timestamptz', column => column.notNull())
    // When its terminal last asked: one that has gone silent has nobody waiting at it.
    .addColumn('asked_at', 'timestamptz', column => column.notNull())
    .execute();
  await db.schema.createIndex('calls_opened').on('calls').column('opened_at').execute();
}

export async function down(db: Kysely<unknown>): Promise<void> {
  for (const table of ['calls', 'feedback']) await db.schema.dropTable(table).execute();
}
