import type { DatabaseSync } from 'node:sqlite';
import { rolesSchema, type Slot, type SlotName, type Slots } from './slots.ts';

export function readSlots(database: DatabaseSync): Slots {
  const slots: Slots = { staged: null, active: null, previous: null };
  for (const row of database.prepare('SELECT * FROM slot').all()) {
    const { name, roles, digest, confirmed, attempts } = row as Record<string, string | number | null>;
    slots[name as SlotName] = {
      roles: rolesSchema.parse(JSON.parse(String(roles))),
      digest: digest === null ? null : String(digest),
      confirmed: confirmed === 1,
      attempts: Number(attempts),
    };
  }
  return slots;
}

export function writeSlot(database: DatabaseSync, name: SlotName, slot: Slot | null): void {
  database.prepare('DELETE FROM slot WHERE name = ?').run(name);
  if (slot === null) return;
  const { roles, digest, confirmed, attempts } = slot;
  database
    .prepare('INSERT INTO slot VALUES (?, ?, ?, ?, ?)')
    .run(name, JSON.stringify(roles), digest, Number(confirmed), attempts);
}
