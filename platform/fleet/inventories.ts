import { z } from 'zod';
import type { TerminalInventory } from '../api/types.ts';
import type { Database } from '../database/tables.ts';

const name = z.string().regex(/^[a-z0-9-]{1,64}$/);
const version = z.int().min(1);

export const inventorySchema: z.ZodType<TerminalInventory> = z.strictObject({
  roles: z.record(name, version),
  digest: z
    .string()
    .regex(/^[0-9a-f]{64}$/)
    .nullable(),
  failed: z.array(z.strictObject({ role: name, version, why: name })).max(64),
  fault: name.nullable(),
});

export interface Report {
  terminalId: string;
  seenAt: Date;
  inventory: TerminalInventory;
}

/** Keeps the newest report of each terminal. */
export async function keepInventory(database: Database, { terminalId, seenAt, inventory }: Report): Promise<void> {
  const values = { seen_at: seenAt, inventory: JSON.stringify(inventory) };
  await database
    .insertInto('terminal_inventories')
    .values({ terminal_id: terminalId, ...values })
    .onConflict(conflict => conflict.column('terminal_id').doUpdateSet(values))
    .execute();
}

export async function reports(database: Database): Promise<Report[]> {
  const rows = await database.selectFrom('terminal_inventories').selectAll().orderBy('terminal_id').execute();
  // What an older platform kept in another form is as good as no report: the next one is ten minutes away.
  return rows.flatMap(row => {
    const inventory = inventorySchema.safeParse(JSON.parse(row.inventory));
    return inventory.success ? [{ terminalId: row.terminal_id, seenAt: row.seen_at, inventory: inventory.data }] : [];
  });
}
