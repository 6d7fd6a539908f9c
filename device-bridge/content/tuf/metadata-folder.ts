import { copyFileSync, linkSync, mkdirSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { syncFolder, writeWhole } from '../../../content/common/write-whole.ts';

/**
 * Trusted metadata on the disk:
 *
 *     current           names the folder that counts
 *     set-12/           root.json, timestamp.json, snapshot.json, targets.json, district.json, ...
 *     roots/2.root.json every root after the factory's
 *     work/             where tuf-js works; nothing in it counts
 *
 * tuf-js writes in place, so that a power cut tears what it is just writing. It therefore never sees the set that
 * counts, only a copy; what it made of it becomes a new set, flushed to the disk before `current` names it by rename.
 */
export interface MetadataFolder {
  /** A document of the set that counts; null when there is none. */
  read(name: string): Buffer | null;
  /** Names of the documents of the set that counts. */
  names(): string[];
  /** Empties the staging folder and copies the set that counts into it. Returns its path. */
  beginWork(): string;
  /** Makes what is in the staging folder the set that counts, unless it is the same. */
  keepWork(): Promise<void>;
  /** Roots after the factory's, by version; not yet verified. */
  roots(): Map<number, Buffer>;
  keepRoot(version: number, bytes: Buffer): Promise<void>;
}

const pointerName = 'current';

export function openMetadataFolder(folder: string): MetadataFolder {
  const work = join(folder, 'staging');
  const rootsFolder = join(folder, 'roots');
  mkdirSync(rootsFolder, { recursive: true });
  const current = (): string | null => {
    const name = readOrNull(join(folder, pointerName))?.toString('utf8') ?? '';
    return /^set-\d+$/.test(name) ? name : null;
  };
  const namesIn = (set: string | null): string[] => (set === null ? [] : documentsIn(join(folder, set)));
  return {
    read: name => {
      const set = current();
      return set === null ? null : readOrNull(join(folder, set, name));
    },
    names: () => namesIn(current()),
    beginWork: () => {
      rmSync(work, { recursive: true, force: true });
      mkdirSync(work);
      const set = current();
      for (const name of namesIn(set)) copyFileSync(join(folder, set ?? '', name), join(work, name));
      return work;
    },
    keepWork: async () => {
      const old = current();
      const oldNames = namesIn(old);
      const names = documentsIn(work);
      const isKept = (name: string): boolean =>
        oldNames.includes(name) && readFileSync(join(work, name)).equals(readFileSync(join(folder, old ?? '', name)));
      if (names.length === oldNames.length && names.every(isKept)) return;
      const next = `set-${Number(old?.slice(4) ?? 0) + 1}`;
      const made = join(folder, next);
      // Left by a process that ended before it could name it.
      rmSync(made, { recursive: true, force: true });
      mkdirSync(made);
      for (const name of names) {
        // What did not change is the same file under a second name: nothing ever writes into a set.
        if (!isKept(name) || !isLinked(join(folder, old ?? '', name), join(made, name)))
          await writeWhole(join(made, name), readFileSync(join(work, name)));
      }
      await syncFolder(made);
      await writeWhole(join(folder, pointerName), next);
      for (const name of readdirSync(folder))
        if (/^set-\d+$/.test(name) && name !== next) rmSync(join(folder, name), { recursive: true, force: true });
    },
    roots: () => {
      const names = readdirSync(rootsFolder).flatMap(name => /^(\d+)\.root\.json$/.exec(name) ?? []);
      const versions = names.flatMap(name => (/^\d+$/.test(name) ? [Number(name)] : []));
      return new Map(
        versions.flatMap(version => {
          const bytes = readOrNull(join(rootsFolder, `${version}.root.json`));
          return bytes === null ? [] : [[version, bytes]];
        }),
      );
    },
    keepRoot: (version, bytes) => writeWhole(join(rootsFolder, `${version}.root.json`), bytes),
  };
}

/** False where the file system knows no second names. */
function isLinked(file: string, name: string): boolean {
  try {
    linkSync(file, name);
    return true;
  } catch (error) {
    if (['EPERM', 'ENOTSUP', 'ENOSYS', 'EMLINK'].includes((error as NodeJS.ErrnoException).code ?? '')) return false;
    throw error;
  }
}

function documentsIn(folder: string): string[] {
  try {
    return readdirSync(folder)
      .filter(name => name.endsWith('.json'))
      .sort();
  } catch {
    return [];
  }
}

function readOrNull(path: string): Buffer | null {
  try {
    return readFileSync(path);
  } catch {
    return null;
  }
}
