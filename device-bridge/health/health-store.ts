import { DatabaseSync } from 'node:sqlite';
import { type FaultName, faultNames } from '../../content/common/faults.ts';
import type { DeviceName } from '../api/types.ts';
import type { SheetCounter } from '../devices/certificate-printer/sheet-counter.ts';
import { openWholeOrNew } from '../whole-or-new.ts';

/** Its name in the terminal's dataDir. */
export const healthFile = 'health.sqlite';

export interface RememberedFault {
  fault: FaultName;
  /** ISO 8601. */
  at: string;
}

/** What the terminal remembers of its devices over a restart. Nothing personal. */
export interface HealthStore {
  lastFault(device: DeviceName): RememberedFault | null;
  remember(device: DeviceName, fault: FaultName, at: Date): void;
  /** Sheets that came out of the certificate printer since its tray was last filled. */
  sheetCounter: SheetCounter;
  close(): void;
}

const schema = `
  PRAGMA journal_mode = WAL;
  CREATE TABLE IF NOT EXISTS last_faults (device TEXT PRIMARY KEY, fault TEXT NOT NULL, at TEXT NOT NULL) STRICT;
  CREATE TABLE IF NOT EXISTS counters (name TEXT PRIMARY KEY, value INTEGER NOT NULL) STRICT;
`;

/**
 * Nothing in it throws once it is open: a disk that is full or breaks costs what would be remembered, never the sheet or
 * the status it is about. `onTrouble` is told.
 */
export function openHealthStore(file: string, onTrouble: (error: unknown) => void = () => {}): HealthStore {
  const database = openWholeOrNew(file, schema);
  const find = database.prepare('SELECT fault, at FROM last_faults WHERE device = ?');
  const keep = database.prepare('INSERT OR REPLACE INTO last_faults (device, fault, at) VALUES (?, ?, ?)');
  const count = database.prepare('SELECT value FROM counters WHERE name = ?');
  const raise = database.prepare(
    'INSERT INTO counters (name, value) VALUES (?, ?) ON CONFLICT (name) DO UPDATE SET value = value + excluded.value',
  );
  const reset = database.prepare('DELETE FROM counters WHERE name = ?');
  const sheets = 'sheets-since-fill';
  function attempt<T>(work: () => T): T | null {
    try {
      return work();
    } catch (error) {
      onTrouble(error);
      return null;
    }
  }
  return {
    lastFault: device => rememberedFault(attempt(() => find.get(device))),
    remember: (device, fault, at) => void attempt(() => keep.run(device, fault, at.toISOString())),
    sheetCounter: {
      sheetsSinceFill: () => Number(attempt(() => count.get(sheets))?.value ?? 0),
      add: added => void attempt(() => raise.run(sheets, added)),
      filled: () => void attempt(() => reset.run(sheets)),
    },
    close: () => database.close(),
  };
}

/** For a look beside the terminal: its file is not touched. One that cannot be read tells of no faults. */
export function recallFaults(file: string): (device: DeviceName) => RememberedFault | null {
  const faults = new Map<unknown, RememberedFault | null>();
  try {
    const database = new DatabaseSync(file, { readOnly: true, timeout: 2000 });
    try {
      for (const row of database.prepare('SELECT device, fault, at FROM last_faults').all())
        faults.set(row.device, rememberedFault(row));
    } finally {
      database.close();
    }
  } catch {
    // There is none yet, or it is another user's.
  }
  return device => faults.get(device) ?? null;
}

/** A fault of an older version that the catalogue no longer has is no use to anyone. */
function rememberedFault(row: Record<string, unknown> | null | undefined): RememberedFault | null {
  const name = faultNames().find(each => each === row?.fault);
  return name === undefined ? null : { fault: name, at: String(row?.at) };
}
