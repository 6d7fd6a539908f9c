import type { DatabaseSync } from 'node:sqlite';
import type { Publication } from '../../../content/delivery/publication.ts';
import { recordHash, stateHash } from '../../../content/delivery/records.ts';
import { mayHold, type Role } from '../../../content/delivery/roles.ts';
import { changedRoles, type RolePublications, versionOf } from './slots.ts';

/** A role's next version: what changes in its records. */
export interface RoleChange {
  role: Role;
  publication: Publication;
  put: ReadonlyMap<string, string>;
  removed: readonly string[];
}

/** The records would not be those that were signed. */
export class StateMismatch extends Error {}

/** Writes a role's next version, and holds what is then there against what was signed. */
export function putRole(database: DatabaseSync, change: RoleChange, above: number): void {
  const { role, publication, put, removed } = change;
  const { version } = publication;
  if (version <= above) throw new StateMismatch(`${role} ${version} is not above ${above}`);
  const end = database.prepare('UPDATE record SET until = ? WHERE role = ? AND key = ? AND until IS NULL');
  const add = database.prepare('INSERT INTO record VALUES (?, ?, ?, NULL, ?, ?)');
  for (const key of removed) end.run(version, role, key);
  for (const [key, text] of put) {
    if (!mayHold(role, key)) throw new StateMismatch(`${role} may not hold ${key}`);
    end.run(version, role, key);
    add.run(role, key, version, recordHash(text), text);
  }
  const rows = database.prepare('SELECT key, hash FROM record WHERE role = ? AND until IS NULL').all(role);
  const hash = stateHash(rows.map(row => [String(row.key), row.hash as Uint8Array] as const));
  if (hash !== publication.stateHash) throw new StateMismatch(`${role} ${version} is not the state that was signed`);
}

/** Removes records that count for none of the generations that are kept. */
export function prune(database: DatabaseSync, kept: readonly RolePublications[]): void {
  const roles = database.prepare('SELECT DISTINCT role FROM record').all();
  for (const row of roles) {
    const role = String(row.role) as Role;
    const versions = [...new Set(kept.map(each => versionOf(each, role)))];
    const counts = versions.map(() => '(since <= ? AND (until IS NULL OR until > ?))').join(' OR ');
    const values = versions.flatMap(version => [version, version]);
    database.prepare(`DELETE FROM record WHERE role = ? AND NOT (${counts})`).run(role, ...values);
  }
}

/** Takes back every version in `from` that is above the one in `to`. */
export function cutBack(database: DatabaseSync, from: RolePublications, to: RolePublications): void {
  for (const { role } of changedRoles(from, to)) {
    const version = versionOf(to, role);
    database.prepare('DELETE FROM record WHERE role = ? AND since > ?').run(role, version);
    database.prepare('UPDATE record SET until = NULL WHERE role = ? AND until > ?').run(role, version);
  }
}
