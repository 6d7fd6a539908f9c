import { existsSync, renameSync, rmSync } from 'node:fs';
import { DatabaseSync } from 'node:sqlite';

const schemaVersion = 1;

const schema = `
  -- A record counts for versions of its role from since up to, but not with, until.
  CREATE TABLE record (
    role TEXT NOT NULL,
    key TEXT NOT NULL,
    since INTEGER NOT NULL,
    until INTEGER,
    -- sha256 of text
    hash BLOB NOT NULL,
    text TEXT NOT NULL,
    PRIMARY KEY (role, key, since)
  );
  CREATE INDEX record_hashes ON record (role, key, since, until, hash);
  CREATE TABLE slot (
    name TEXT PRIMARY KEY CHECK (name IN ('staged', 'active', 'previous')),
    -- role -> publication, JSON
    roles TEXT NOT NULL,
    digest TEXT,
    confirmed INTEGER NOT NULL DEFAULT 0,
    attempts INTEGER NOT NULL DEFAULT 0
  );
  -- Versions that are not taken again; why: name of a fault.
  CREATE TABLE failed (role TEXT NOT NULL, version INTEGER NOT NULL, why TEXT NOT NULL, PRIMARY KEY (role, version));
  PRAGMA user_version = ${schemaVersion};
`;

/**
 * Opens the database of content, whole or new: what the disk has torn, and what another version of this program left,
 * is put aside. Content comes again from the origin.
 * @throws what SQLite throws when the disk does not let it read or write: then nothing is lost
 */
export function openDatabase(file: string, onDamage: (what: string) => void): DatabaseSync {
  if (existsSync(file)) {
    try {
      return checked(file);
    } catch (error) {
      if (!isDamage(error)) throw error;
      onDamage(error.message);
      putAside(file);
    }
  }
  const database = opened(file);
  database.exec(`BEGIN; ${schema} COMMIT`);
  return database;
}

class Damaged extends Error {}

function opened(file: string): DatabaseSync {
  const database = new DatabaseSync(file);
  // EXCLUSIVE: this process alone uses it, so that there is no shared index beside the journal, which a full disk would
  // have no room for. FULL: what was committed is on the disk, also after a power cut.
  database.exec('PRAGMA locking_mode = EXCLUSIVE; PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL');
  return database;
}

function checked(file: string): DatabaseSync {
  const database = opened(file);
  try {
    const version = database.prepare('PRAGMA user_version').get();
    if (version?.user_version === 0 && isEmpty(database)) database.exec(`BEGIN; ${schema} COMMIT`);
    else if (version?.user_version !== schemaVersion) throw new Damaged('the database has another form');
    const check = database.prepare('PRAGMA quick_check(1)').get();
    if (check?.quick_check !== 'ok') throw new Damaged(`the database is damaged: ${check?.quick_check}`);
    return database;
  } catch (error) {
    database.close();
    throw error;
  }
}

const [corrupt, notADatabase] = [11, 26];

/** SQLITE_CORRUPT and SQLITE_NOTADB, or what the checks here found. */
function isDamage(error: unknown): error is Error {
  const code = (error as { errcode?: number }).errcode ?? 0;
  return error instanceof Damaged || [corrupt, notADatabase].includes(code & 0xff);
}

/** Ended between making the file and making its tables. */
function isEmpty(database: DatabaseSync): boolean {
  return database.prepare('SELECT 1 FROM sqlite_schema').get() === undefined;
}

function putAside(file: string): void {
  for (const part of ['', '-wal', '-shm']) {
    rmSync(`${file}${part}.damaged`, { force: true });
    if (existsSync(`${file}${part}`)) renameSync(`${file}${part}`, `${file}${part}.damaged`);
  }
}
