import type { DatabaseSync } from 'node:sqlite';
import { recordHash } from '../../../content/delivery/records.ts';
import type { Role } from '../../../content/delivery/roles.ts';
import { type PackedLayer, packed } from './packed-layer.ts';
import { type RolePublications, rolesIn, versionOf } from './slots.ts';

/** A record whose text is not what its hash says: the disk changed it. */
export class DamagedRecord extends Error {}

/** Reading of records as they were at a version of their role. */
export interface RecordReader {
  /** Key -> sha256 of the record. */
  hashes(role: Role, version: number): Map<string, Uint8Array>;
  /** Undefined when there is none, or when it is damaged. */
  text(role: Role, version: number, key: string): string | undefined;
  /** Keys of a kind, like `place`. */
  keysOf(role: Role, version: number, kind: string): string[];
  /** Every record of these roles, in the order of layers. @throws DamagedRecord */
  layers(roles: RolePublications): PackedLayer[];
}

const valid = 'role = ? AND since <= ? AND (until IS NULL OR until > ?)';

export function recordReader(database: DatabaseSync): RecordReader {
  const hashes = database.prepare(`SELECT key, hash FROM record WHERE ${valid}`);
  const one = database.prepare(`SELECT hash, text FROM record WHERE ${valid} AND key = ?`);
  // Keys of a kind begin with its name and a slash; the character after a slash ends the span.
  const ofKind = database.prepare(`SELECT key FROM record WHERE ${valid} AND key >= ? AND key < ? ORDER BY key`);
  // As bytes: nobody here looks into a text.
  const all = database.prepare(`SELECT key, hash, CAST(text AS BLOB) AS bytes FROM record WHERE ${valid} ORDER BY key`);
  const layer = (role: Role, version: number): PackedLayer =>
    packed(
      all.all(role, version, version).map(row => {
        const { key, hash, bytes } = row as { key: string; hash: Uint8Array; bytes: Uint8Array };
        if (!recordHash(bytes).equals(hash)) throw new DamagedRecord(`${role} ${key}`);
        return [key, bytes];
      }),
    );
  return {
    hashes: (role, version) => {
      const rows = hashes.all(role, version, version);
      return new Map(rows.map(row => [String(row.key), row.hash as Uint8Array]));
    },
    text: (role, version, key) => {
      const row = one.get(role, version, version, key);
      if (row === undefined) return undefined;
      const { hash, text } = row as { hash: Uint8Array; text: string };
      return recordHash(text).equals(hash) ? text : undefined;
    },
    keysOf: (role, version, kind) =>
      ofKind.all(role, version, version, `${kind}/`, `${kind}0`).map(({ key }) => String(key)),
    layers: roles => rolesIn(roles).map(role => layer(role, versionOf(roles, role))),
  };
}
