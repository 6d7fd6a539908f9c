import { mkdir, readdir, readFile, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { sha256Hex } from '../../../content/common/canonical-json.ts';
import { writeWhole } from '../../../content/common/write-whole.ts';
import type { SpeechReference } from '../../../content/model/speech/speech-reference.ts';

/** A generation may be given up for the one before: its sounds are kept this long after nothing names them. */
const keptMs = 7 * 24 * 60 * 60_000;
const packName = /^[0-9a-f]{64}\.pack$/;

/** The packs of sounds on this terminal, by the hash that a signed record names. */
export interface PackFolder {
  has(reference: SpeechReference): Promise<boolean>;
  /** False, and nothing is kept, when the bytes are not those that were signed. */
  put(reference: SpeechReference, bytes: Uint8Array): Promise<boolean>;
  /** Null when it is not here (yet). */
  read(sha256: string): Promise<Uint8Array | null>;
  /** Removes what is not among `named` and has not been for a week, and drafts of a process that was killed. */
  prune(named: ReadonlySet<string>, now: number): Promise<void>;
}

export function packFolder(folder: string): PackFolder {
  const fileOf = (sha256: string): string => join(folder, `${sha256}.pack`);
  return {
    has: ({ sha256, bytes }) =>
      stat(fileOf(sha256)).then(
        found => found.size === bytes,
        () => false,
      ),
    put: async ({ sha256, bytes: length }, bytes) => {
      if (bytes.length !== length || sha256Hex(bytes) !== sha256) return false;
      await writeWhole(fileOf(sha256), bytes);
      return true;
    },
    read: async sha256 => (packName.test(`${sha256}.pack`) ? readFile(fileOf(sha256)).catch(() => null) : null),
    prune: async (named, now) => {
      await mkdir(folder, { recursive: true });
      for (const name of await readdir(folder)) {
        if (named.has(name.replace(/\.pack$/, ''))) continue;
        const file = join(folder, name);
        if (!packName.test(name) || now - (await stat(file)).mtimeMs > keptMs) await rm(file, { force: true });
      }
    },
  };
}
