import { createHash } from 'node:crypto';

/**
 * What one role publishes: records by key, each as canonical JSON. Keys: `matter/<id>`, `life-event/<id>`,
 * `lexicon/<role>-<letter>`, `speech/<matter>`, `shared-speech/<role>`, `calendar/<year>`, `place/<code>`, `overlay/<place code or district>`.
 */
export type Records = ReadonlyMap<string, string>;

/** sha256 of a record's text (UTF-8). */
export function recordHash(text: string | Uint8Array): Buffer {
  return createHash('sha256').update(text).digest();
}

/**
 * Hash of a whole state, hex: sha256 over each key (UTF-8), a zero byte and the record's hash, in the order of keys.
 * A store that keeps every record's hash needs no record to be read again.
 */
export function stateHash(entries: Iterable<readonly [key: string, hash: Uint8Array]>): string {
  const sorted = [...entries].sort(([a], [b]) => (a < b ? -1 : 1));
  const whole = createHash('sha256');
  for (const [key, hash] of sorted) whole.update(key).update('\0').update(hash);
  return whole.digest('hex');
}

export function stateHashOf(records: Records): string {
  return stateHash([...records].map(([key, text]) => [key, recordHash(text)] as const));
}
