import { sql } from 'kysely';
import { Refusal } from '../../content/common/faults.ts';
import type { CertificateState, VoidReason } from '../api/types.ts';
import type { CertificateRow, Database, NewCertificateRow } from '../database/tables.ts';
import { yearOf } from './dates.ts';
import { certificateNumber } from './number.ts';
import type { SealedFiles } from './sealed-files.ts';
import { type CertificateAction, isOver, stateAfter } from './states.ts';

/** Where certificates are kept: what is on record, and the files that can still be printed. */
export interface Register {
  database: Database;
  sealedFiles: SealedFiles;
}

/** A certificate before it has its number. */
export type Draft = Omit<NewCertificateRow, 'number' | 'state' | 'void_reason' | 'changed_at' | 'sha256' | 'pages'>;

class AlreadyReserved extends Error {}

export async function findByRequest(database: Database, terminalId: string, requestId: string) {
  return database
    .selectFrom('certificates')
    .selectAll()
    .where('terminal_id', '=', terminalId)
    .where('request_id', '=', requestId)
    .executeTakeFirst();
}

/**
 * Numbers a certificate and puts it on record, not yet sealed. Of several equal requests one wins and all get its row:
 * the row lock on the year's sequence makes them take turns, the unique constraint decides, and the loser's number is
 * rolled back.
 */
export async function reserve(database: Database, draft: Draft): Promise<CertificateRow> {
  const year = yearOf(draft.issued_at);
  try {
    return await database.transaction().execute(async transaction => {
      const { last } = await transaction
        .insertInto('certificate_sequences')
        .values({ year, last: 1 })
        .onConflict(conflict => conflict.column('year').doUpdateSet({ last: sql`certificate_sequences.last + 1` }))
        .returning('last')
        .executeTakeFirstOrThrow();
      const row = await transaction
        .insertInto('certificates')
        .values({
          ...draft,
          number: certificateNumber(year, last),
          state: 'prepared',
          changed_at: draft.issued_at,
        })
        .onConflict(conflict => conflict.columns(['terminal_id', 'request_id']).doNothing())
        .returningAll()
        .executeTakeFirst();
      if (!row) throw new AlreadyReserved();
      await transaction
        .insertInto('events')
        .values(eventOf(row, 'prepared', draft.issued_at, null))
        .execute();
      return row;
    });
  } catch (error) {
    if (!(error instanceof AlreadyReserved)) throw error;
    const row = await findByRequest(database, draft.terminal_id, draft.request_id);
    if (!row) throw error;
    return row;
  }
}

/**
 * The first sealed file counts; a second one, made by a parallel request or after a crash, is dropped. The row is locked
 * while the file is written, so the file is the one the row's digest is of, and nothing is written once it is void.
 */
export async function keepSealed(
  { database, sealedFiles }: Register,
  number: string,
  { pdf, sha256, pages }: { pdf: Uint8Array; sha256: string; pages: number },
): Promise<CertificateRow> {
  return database.transaction().execute(async transaction => {
    const ofNumber = transaction.selectFrom('certificates').selectAll().where('number', '=', number);
    const row = await ofNumber.forUpdate().executeTakeFirstOrThrow();
    if (row.sha256 !== null || row.state !== 'prepared') return row;
    await sealedFiles.write(number, pdf);
    await transaction.updateTable('certificates').set({ sha256, pages }).where('number', '=', number).execute();
    return { ...row, sha256, pages };
  });
}

/** Throws Refusal certificate-unknown (also for another terminal's number) or certificate-state-conflict. */
export async function changeState(
  { database, sealedFiles }: Register,
  change: { number: string; terminalId: string; action: CertificateAction; reason: VoidReason | null; at: Date },
): Promise<CertificateState> {
  const state = await database.transaction().execute(async transaction => {
    const row = await transaction
      .selectFrom('certificates')
      .select(['number', 'terminal_id', 'state', 'sha256'])
      .where('number', '=', change.number)
      .where('terminal_id', '=', change.terminalId)
      .forUpdate()
      .executeTakeFirst();
    if (!row) throw new Refusal('certificate-unknown');
    const next = stateAfter(row.state, change.action);
    const unsealed = change.action !== 'void' && row.sha256 === null;
    if (next === null || unsealed) throw new Refusal('certificate-state-conflict', `it is ${row.state}`);
    if (next === row.state) return next;
    await transaction
      .updateTable('certificates')
      .set({ state: next, void_reason: change.reason, changed_at: change.at })
      .where('number', '=', change.number)
      .execute();
    await transaction
      .insertInto('events')
      .values(eventOf(row, next, change.at, change.reason))
      .execute();
    return next;
  });
  // After the commit: a file without use is dropped later, a certificate in use without its file could not be printed.
  if (isOver(state)) await sealedFiles.drop(change.number);
  return state;
}

/** Drops files whose certificate is over or not on record: a crash came between the record and the file. */
export async function dropLeftovers({ database, sealedFiles }: Register): Promise<number> {
  const numbers = await sealedFiles.numbers();
  if (numbers.length === 0) return 0;
  const rows = await database
    .selectFrom('certificates')
    .select(['number', 'state'])
    .where('number', 'in', numbers)
    .execute();
  const wanted = new Set(rows.filter(row => !isOver(row.state)).map(row => row.number));
  const leftovers = numbers.filter(number => !wanted.has(number));
  for (const number of leftovers) await sealedFiles.drop(number);
  return leftovers.length;
}

function eventOf(
  row: { number: string; terminal_id: string },
  type: CertificateState,
  at: Date,
  detail: VoidReason | null,
) {
  return { at, certificate_number: row.number, terminal_id: row.terminal_id, type, detail };
}
