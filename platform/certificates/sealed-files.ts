import { mkdir, readdir, readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { syncFolder, writeWhole } from '../../content/common/write-whole.ts';

/**
 * The sealed PDFs, with their clear data: one file a certificate, named by its number. Not in the database, because
 * PostgreSQL keeps what was deleted in its tables and its log until it happens to write over it. Unlinking does not
 * wipe the disk's blocks either: encrypt the disk.
 */
export interface SealedFiles {
  /** Whole or not at all, and on the disk when it resolves; takes the place of what a crash left. */
  write(number: string, pdf: Uint8Array): Promise<void>;
  /** Null: there is none. */
  read(number: string): Promise<Uint8Array | null>;
  /** Also a half-written one. Nothing to drop is no error. */
  drop(number: string): Promise<void>;
  /** Certificate numbers of all files, half-written ones included. */
  numbers(): Promise<string[]>;
}

/** Makes the folder (0700) at the first start; files are 0600. */
export async function openSealedFiles(folder: string): Promise<SealedFiles> {
  await mkdir(folder, { recursive: true, mode: 0o700 });
  const fileOf = (number: string): string => join(folder, `${number}.pdf`);
  return {
    write: (number, pdf) => writeWhole(fileOf(number), pdf, 0o600),
    read: number =>
      readFile(fileOf(number)).catch((error: NodeJS.ErrnoException) => {
        if (error.code === 'ENOENT') return null;
        throw error;
      }),
    drop: async number => {
      for (const name of await readdir(folder))
        if (numberOf(name) === number) await rm(join(folder, name), { force: true });
      await syncFolder(folder);
    },
    numbers: async () => {
      const found = (await readdir(folder)).map(numberOf);
      return [...new Set(found.filter(number => number !== undefined))];
    },
  };
}

/** Of a file or of a half-written one. */
function numberOf(name: string): string | undefined {
  return /^\.?([\w-]+)\.pdf(?:\.\d+\.new)?$/.exec(name)?.[1];
}
