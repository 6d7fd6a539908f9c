import { changeState, type Register } from './register.ts';

/** A visit lasts minutes; what is still only prepared after a day was never heard of by its terminal. */
export const abandonedAfterMs = 24 * 3_600_000;

/**
 * Voids what was prepared and never released (the answer was lost, the terminal died), so that no file with clear data
 * stays for ever. Released ones are left: the sheet may lie in somebody's hand while the terminal is off the network.
 */
export async function voidAbandoned(register: Register, now: Date): Promise<number> {
  const rows = await register.database
    .selectFrom('certificates')
    .select(['number', 'terminal_id'])
    .where('state', '=', 'prepared')
    .where('issued_at', '<', new Date(now.getTime() - abandonedAfterMs))
    .execute();
  for (const { number, terminal_id: terminalId } of rows) {
    await changeState(register, { number, terminalId, action: 'void', reason: 'not-wanted', at: now });
  }
  return rows.length;
}
