import type { DatabaseSync } from 'node:sqlite';
import { recordHash } from '../../../content/delivery/records.ts';
import type { Role } from '../../../content/delivery/roles.ts';
import { type RolePublications, rolesIn, versionOf } from './slots.ts';

/** A record whose text is not what its hash says: the disk changed it. */
export class DamagedRecord extends Error {}

/** Reading of records as they were at a version of their role. */
export interface RecordReader {
  /** Key -> sha256 of the record. */
  hashes(role: Role, version: number): Map<string, Uint8Array>;
  /** Undefined when there is none, or when it is damaged. */
  text(role: Role, version: number, key: string): string | undefined;
  /** Every record of these roles, in the order of layers. @throws DamagedRecord */
  layers(roles: RolePublications): Map<string, string>[];
}

const valid = 'role = ? AND since <= ? AND (until IS NULL OR until > ?)';

export function recordReader(database: DatabaseSync): RecordReader {
  const hashes = database.prepare(`SELECT key, hash FROM record WHERE ${valid}`);
  const texts = database.prepare(`SELECT key, hash, text FROM record WHERE ${valid}`);
  const one = database.prepare(`SELECT hash, text FROM record WHERE ${valid} AND key = ?`);
  const wholeText = (row: Record<string, unknown>): string | undefined => {
    const { hash, text } = row as { hash: Uint8Array; text: string };
    return recordHash(text).equals(hash) ? text : undefined;
  };
  const layer = (role: Role, version: number): Map<string, string> => {
    const records = new Map<string, string>();
    for (const row of texts.iterate(role, version, version)) {
      const text = wholeText(row);
      if (text === undefined) throw new DamagedRecord(`${role} ${row.key}`);
      records.set(String(row.key), text);
    }
    return records;
  };
  return {
    hashes: (role, version) => {
      const rows = hashes.all(role, version, version);
      return new Map(rows.map(row => [String(row.key), row.hash as Uint8Array]));
    },
    text: (role, version, key) => {
      const row = one.get(role, version, version, key);
      return row === undefined ? undefined : wholeText(row);
    },
    layers: roles => rolesIn(roles).map(role => layer(role, versionOf(roles, role))),
  };
}
