import { sql } from 'kysely';
import { Refusal } from '../../content/model/faults.ts';
import type { CertificateState, VoidReason } from '../api/types.ts';
import type { CertificateRow, Database, NewCertificateRow } from '../database/tables.ts';
import { yearOf } from './dates.ts';
import { certificateNumber } from './number.ts';
import { type CertificateAction, stateAfter } from './states.ts';

/** A certificate before it has its number. */
export type Draft = Omit<
  NewCertificateRow,
  'number' | 'state' | 'void_reason' | 'changed_at' | 'pdf' | 'sha256' | 'pages'
>;

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

/** The first sealed file counts; a second one, made by a parallel request or after a crash, is dropped. */
export async function keepSealed(
  database: Database,
  number: string,
  sealed: { pdf: Uint8Array; sha256: string; pages: number },
): Promise<CertificateRow> {
  await database
    .updateTable('certificates')
    .set(sealed)
    .where('number', '=', number)
    .where('sha256', 'is', null)
    .where('state', '=', 'prepared')
    .execute();
  return database.selectFrom('certificates').selectAll().where('number', '=', number).executeTakeFirstOrThrow();
}

/** Throws Refusal certificate-unknown (also for another terminal's number) or certificate-state-conflict. */
export async function changeState(
  database: Database,
  change: { number: string; terminalId: string; action: CertificateAction; reason: VoidReason | null; at: Date },
): Promise<CertificateState> {
  return database.transaction().execute(async transaction => {
    const row = await transaction
      .selectFrom('certificates')
      .select(['number', 'terminal_id', 'state', 'sha256'])
      .where('number', '=', change.number)
      .where('terminal_id', '=', change.terminalId)
      .forUpdate()
      .executeTakeFirst();
    if (!row) throw new Refusal('certificate-unknown');
    const state = stateAfter(row.state, change.action);
    const unsealed = change.action !== 'void' && row.sha256 === null;
    if (state === null || unsealed) throw new Refusal('certificate-state-conflict', `it is ${row.state}`);
    if (state === row.state) return state;
    const over = state === 'printed' || state === 'void';
    await transaction
      .updateTable('certificates')
      .set({ state, void_reason: change.reason, changed_at: change.at, ...(over ? { pdf: null } : {}) })
      .where('number', '=', change.number)
      .execute();
    await transaction
      .insertInto('events')
      .values(eventOf(row, state, change.at, change.reason))
      .execute();
    return state;
  });
}

function eventOf(
  row: { number: string; terminal_id: string },
  type: CertificateState,
  at: Date,
  detail: VoidReason | null,
) {
  return { at, certificate_number: row.number, terminal_id: row.terminal_id, type, detail };
}
