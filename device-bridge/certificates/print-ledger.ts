import { DatabaseSync } from 'node:sqlite';

/** intended: chosen, nothing sent. sent: bytes may have left. The rest are ends. */
export type PrintState = 'intended' | 'sent' | 'printed' | 'failed' | 'uncertain';
type EndState = Exclude<PrintState, 'intended' | 'sent'>;

export interface UnsettledPrint {
  number: string;
  state: EndState;
}

/** What became of each sheet, written before a byte leaves and kept over a crash. Holds numbers, nothing personal. */
export interface PrintLedger {
  has(number: string): boolean;
  intend(number: string): void;
  sent(number: string): void;
  ended(number: string, state: EndState): void;
  /** Ended prints the platform does not know about yet, oldest first. */
  unsettled(): UnsettledPrint[];
  settled(number: string): void;
  close(): void;
}

/**
 * Opens the ledger. Prints that a crash cut off end as `uncertain` (bytes may have left) or `failed` (none did):
 * both are then voided at the platform.
 */
export function openPrintLedger(file: string): PrintLedger {
  const database = new DatabaseSync(file, { timeout: 2000 });
  database.exec(`
    PRAGMA journal_mode = WAL;
    PRAGMA synchronous = FULL;
    CREATE TABLE IF NOT EXISTS prints (
      number TEXT PRIMARY KEY,
      state TEXT NOT NULL CHECK (state IN ('intended', 'sent', 'printed', 'failed', 'uncertain')),
      at TEXT NOT NULL,
      settled INTEGER NOT NULL DEFAULT 0
    ) STRICT;
    UPDATE prints SET state = 'uncertain' WHERE state = 'sent';
    UPDATE prints SET state = 'failed' WHERE state = 'intended';
  `);
  const insert = database.prepare('INSERT INTO prints (number, state, at) VALUES (?, ?, ?)');
  const update = database.prepare('UPDATE prints SET state = ?, at = ? WHERE number = ?');
  const settle = database.prepare('UPDATE prints SET settled = 1 WHERE number = ?');
  const known = database.prepare('SELECT 1 FROM prints WHERE number = ?');
  const open = database.prepare(
    "SELECT number, state FROM prints WHERE settled = 0 AND state NOT IN ('intended', 'sent') ORDER BY at, number",
  );
  const now = () => new Date().toISOString();
  return {
    has: number => known.get(number) !== undefined,
    intend: number => void insert.run(number, 'intended', now()),
    sent: number => void update.run('sent', now(), number),
    ended: (number, state) => void update.run(state, now(), number),
    unsettled: () => open.all().map(row => ({ number: String(row.number), state: row.state as EndState })),
    settled: number => void settle.run(number),
    close: () => database.close(),
  };
}
