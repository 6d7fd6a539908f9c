import { z } from 'zod';
import { textSchema } from '../../content/common/text.ts';
import { placeCodeSchema } from '../../content/model/place.ts';
import type { CallRequest } from '../api/types.ts';
import type { CallRow, Database } from '../database/tables.ts';

export const callSchema: z.ZodType<CallRequest> = z.strictObject({
  id: z.string().regex(/^[\w-]{8,64}$/),
  placeCode: placeCodeSchema,
  placeName: textSchema.nullable(),
  terminalNumber: z.int().min(1).max(99),
  area: z.enum(['home', 'find', 'guide', 'certificates', 'scan', 'other']),
  calledAt: z.iso.datetime(),
});

/** A terminal that has not asked about its call for so long has nobody waiting at it. */
export const silentAfterMs = 60_000;
/** Of one terminal: nobody is run off their feet by one who plays with the button. */
export const callsPerHour = 30;
const hourMs = 3_600_000;

/** False: the terminal has called often enough in this hour. */
export async function keepCall(
  database: Database,
  terminalId: string,
  { id, placeCode, placeName, terminalNumber, area }: CallRequest,
  now: Date,
): Promise<boolean> {
  const { count } = await database
    .selectFrom('calls')
    .select(row => row.fn.countAll<string>().as('count'))
    .where('terminal_id', '=', terminalId)
    .where('id', '!=', id)
    .where('opened_at', '>', new Date(now.getTime() - hourMs))
    .executeTakeFirstOrThrow();
  if (Number(count) >= callsPerHour) return false;
  await database
    .insertInto('calls')
    .values({
      ...{ id, terminal_id: terminalId, place_code: placeCode, terminal_number: terminalNumber, area },
      ...{ place_name: placeName === null ? null : JSON.stringify(placeName), state: 'open', answered_by: null },
      ...{ opened_at: now, changed_at: now, asked_at: now },
    })
    .onConflict(conflict => conflict.column('id').doNothing())
    .execute();
  return true;
}

/** The terminal's own call, noting that it asks about it; undefined when there is none. */
export function askedAbout(database: Database, terminalId: string, id: string, now: Date) {
  return database
    .updateTable('calls')
    .set({ asked_at: now })
    .where('id', '=', id)
    .where('terminal_id', '=', terminalId)
    .returningAll()
    .executeTakeFirst();
}

/** By its terminal: nobody need come. */
export function endCall(database: Database, terminalId: string, id: string, now: Date) {
  return database
    .updateTable('calls')
    .set({ state: 'ended', changed_at: now })
    .where('id', '=', id)
    .where('terminal_id', '=', terminalId)
    .where('state', 'in', ['open', 'answered'])
    .executeTakeFirst();
}

/** By the staff: whoever answers first comes. True when it changed something. */
export async function answerCall(database: Database, id: string, by: string, now: Date): Promise<boolean> {
  const { numUpdatedRows } = await database
    .updateTable('calls')
    .set({ state: 'answered', answered_by: by, changed_at: now })
    .where('id', '=', id)
    .where('state', '=', 'open')
    .executeTakeFirst();
  return numUpdatedRows > 0n;
}

export async function finishCall(database: Database, id: string, by: string, now: Date): Promise<boolean> {
  const { numUpdatedRows } = await database
    .updateTable('calls')
    .set(row => ({ state: 'done', changed_at: now, answered_by: row.fn.coalesce('answered_by', row.val(by)) }))
    .where('id', '=', id)
    .where('state', 'in', ['open', 'answered'])
    .executeTakeFirst();
  return numUpdatedRows > 0n;
}

/** Ends calls whose terminals went silent. True when there were some. */
export async function endSilentCalls(database: Database, now: Date): Promise<boolean> {
  const { numUpdatedRows } = await database
    .updateTable('calls')
    .set({ state: 'ended', changed_at: now })
    .where('state', 'in', ['open', 'answered'])
    .where('asked_at', '<', new Date(now.getTime() - silentAfterMs))
    .executeTakeFirst();
  return numUpdatedRows > 0n;
}

/** Calls that somebody waits for, the oldest first. */
export function openCalls(database: Database): Promise<CallRow[]> {
  return database
    .selectFrom('calls')
    .selectAll()
    .where('state', 'in', ['open', 'answered'])
    .orderBy('opened_at')
    .execute();
}

/** What was called lately and is over, the newest first. */
export function pastCalls(database: Database, limit: number): Promise<CallRow[]> {
  return database
    .selectFrom('calls')
    .selectAll()
    .where('state', 'in', ['done', 'ended'])
    .orderBy('changed_at', 'desc')
    .limit(limit)
    .execute();
}
