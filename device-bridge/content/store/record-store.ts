import type { FaultName } from '../../../content/common/faults.ts';
import type { Role } from '../../../content/delivery/roles.ts';
import { openDatabase } from './database.ts';
import { type RecordReader, recordReader } from './records.ts';
import { cutBack, prune, putRole, type RoleChange } from './role-change.ts';
import { readSlots, writeSlot } from './slot-table.ts';
import { changedRoles, type RolePublications, rolesIn, type SlotName, type Slots, versionOf } from './slots.ts';

export interface FailedVersion {
  role: string;
  version: number;
  why: FaultName;
}

/**
 * The content of a terminal: records, each valid for a span of its role's versions, and which versions count together.
 * Every change is one durable transaction: after a power cut it happened or it did not.
 */
export interface RecordStore extends RecordReader {
  readonly slots: Slots;
  readonly failed: readonly FailedVersion[];
  /** What the next version of each role is built on. */
  readonly newest: RolePublications;
  /**
   * Puts the next version of some roles beside what is shown.
   * @throws StateMismatch, and whatever SQLite throws; then nothing changed
   */
  stage(changes: readonly RoleChange[]): void;
  /** What is composed of a slot. */
  setDigest(slot: SlotName, digest: string): void;
  /** Forgets what is staged. Versions that `failed` are not taken again. */
  dropStaged(failed?: { roles: readonly Role[]; why: FaultName }): void;
  /** What is staged is active from now on. */
  activate(): void;
  beginCheck(): void;
  confirm(): void;
  /**
   * Back to the generation before; with a `why` the versions that were new are not taken again. False: there is none
   * to go back to.
   */
  goBack(why: FaultName | null): boolean;
  /** Forgets everything: the records are damaged. */
  reset(): void;
  close(): void;
}

export function openRecordStore(file: string, onDamage: (what: string) => void): RecordStore {
  const database = openDatabase(file, onDamage);
  const run = (sql: string, ...values: (string | number)[]): void => {
    database.prepare(sql).run(...values);
  };
  const transaction = (work: () => void): void => {
    database.exec('BEGIN IMMEDIATE');
    try {
      work();
      database.exec('COMMIT');
    } catch (error) {
      // A full disk may have rolled back already.
      if (database.isTransaction) database.exec('ROLLBACK');
      throw error;
    }
  };
  let cache: Slots | null = null;
  const slots = (): Slots => {
    cache ??= readSlots(database);
    return cache;
  };
  const change = (work: () => void): void => {
    try {
      transaction(work);
    } finally {
      cache = null;
    }
  };
  const markFailed = (roles: RolePublications, before: RolePublications, why: FaultName): void => {
    for (const { role, version } of changedRoles(roles, before)) {
      run('INSERT OR REPLACE INTO failed VALUES (?, ?, ?)', role, version, why);
    }
  };
  const dropStaged = (failed: { roles: readonly Role[]; why: FaultName } | null): void => {
    const { staged, active } = slots();
    if (staged === null) return;
    for (const role of failed?.roles ?? [])
      run('INSERT OR REPLACE INTO failed VALUES (?, ?, ?)', role, versionOf(staged.roles, role), failed?.why ?? '');
    cutBack(database, staged.roles, active?.roles ?? {});
    writeSlot(database, 'staged', null);
  };

  return {
    ...recordReader(database),
    get slots() {
      return slots();
    },
    get failed() {
      const rows = database.prepare('SELECT role, version, why FROM failed ORDER BY rowid DESC LIMIT 64').all();
      return rows as unknown as FailedVersion[];
    },
    get newest() {
      return (slots().staged ?? slots().active)?.roles ?? {};
    },
    stage: changes =>
      change(() => {
        const before = slots();
        const base = (before.staged ?? before.active)?.roles ?? {};
        for (const each of changes) putRole(database, each, versionOf(base, each.role));
        const roles = { ...base, ...Object.fromEntries(changes.map(({ role, publication }) => [role, publication])) };
        writeSlot(database, 'staged', { roles, digest: null, confirmed: false, attempts: 0 });
        prune(database, [roles, before.active?.roles ?? {}, before.previous?.roles ?? {}]);
      }),
    setDigest: (slot, digest) => change(() => run('UPDATE slot SET digest = ? WHERE name = ?', digest, slot)),
    dropStaged: (failed = undefined) => change(() => dropStaged(failed ?? null)),
    activate: () =>
      change(() => {
        const { staged, active } = slots();
        if (staged === null) throw new Error('nothing is staged');
        writeSlot(database, 'previous', active);
        writeSlot(database, 'active', { ...staged, confirmed: false, attempts: 0 });
        writeSlot(database, 'staged', null);
        prune(database, [staged.roles, active?.roles ?? {}]);
      }),
    beginCheck: () => change(() => run(`UPDATE slot SET attempts = attempts + 1 WHERE name = 'active'`)),
    confirm: () =>
      change(() => {
        run(`UPDATE slot SET confirmed = 1, attempts = 0 WHERE name = 'active'`);
        const { active } = slots();
        const roles = active?.roles ?? {};
        for (const role of rolesIn(roles))
          run('DELETE FROM failed WHERE role = ? AND version < ?', role, versionOf(roles, role));
      }),
    goBack: why => {
      const { active, previous } = slots();
      change(() => {
        const bad = slots().active;
        if (why !== null) markFailed(bad?.roles ?? {}, previous?.roles ?? {}, why);
        if (previous === null || bad === null) return;
        dropStaged(null);
        cutBack(database, bad.roles, previous.roles);
        writeSlot(database, 'active', { ...previous, confirmed: true, attempts: 0 });
        writeSlot(database, 'previous', null);
      });
      return active !== null && previous !== null;
    },
    reset: () => change(() => database.exec('DELETE FROM record; DELETE FROM slot')),
    close: () => database.close(),
  };
}
