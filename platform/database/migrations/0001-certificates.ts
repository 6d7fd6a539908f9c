import { type Kysely, sql } from 'kysely';

export async function up(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('certificates')
    .addColumn('number', 'text', column => column.primaryKey())
    .addColumn('kind', 'text', column => column.notNull())
    .addColumn('terminal_id', 'text', column => column.notNull())
    .addColumn('request_id', 'text', column => column.notNull())
    // HMAC-SHA256 of number and name under a key outside the database: finds a person, names nobody.
    .addColumn('person_hash', 'text', column => column.notNull())
    .addColumn('masked_name', 'text', column => column.notNull())
    .addColumn('masked_id_number', 'text', column => column.notNull())
    .addColumn('state', 'text', column =>
      column.notNull().check(sql`state in ('prepared', 'released', 'printed', 'void')`),
    )
    .addColumn('void_reason', 'text', column =>
      column.check(sql`void_reason in ('not-wanted', 'print-failed', 'print-uncertain', 'seal-refused')`),
    )
    // 128 random bits, base64url: the address in the QR code.
    .addColumn('verification_token', 'text', column => column.notNull().unique())
    // 40 random bits for those who type: asked for together with the number.
    .addColumn('verification_code', 'text', column => column.notNull())
    .addColumn('issued_at', 'timestamptz', column => column.notNull())
    .addColumn('changed_at', 'timestamptz', column => column.notNull())
    // Digest and pages of the sealed file, null before sealing. The file itself, with its clear data, is never in here:
    // deleted rows and their log outlive a delete.
    .addColumn('sha256', 'text')
    .addColumn('pages', 'integer')
    .addUniqueConstraint('certificates_request', ['terminal_id', 'request_id'])
    .execute();
  // A row, not a PostgreSQL sequence: an issue that is rolled back gives its number back, so the register has no gaps.
  await db.schema
    .createTable('certificate_sequences')
    .addColumn('year', 'integer', column => column.primaryKey())
    .addColumn('last', 'integer', column => column.notNull())
    .execute();
  await db.schema
    .createTable('events')
    .addColumn('id', 'integer', column => column.primaryKey().generatedAlwaysAsIdentity())
    .addColumn('at', 'timestamptz', column => column.notNull())
    .addColumn('certificate_number', 'text', column => column.notNull().references('certificates.number'))
    .addColumn('terminal_id', 'text', column => column.notNull())
    .addColumn('type', 'text', column => column.notNull())
    .addColumn('detail', 'text')
    .execute();
  await db.schema.createIndex('events_certificate').on('events').column('certificate_number').execute();
}

export async function down(db: Kysely<unknown>): Promise<void> {
  for (const table of ['events', 'certificate_sequences', 'certificates']) await db.schema.dropTable(table).execute();
}
