import { mkdir, open, readdir, readFile, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';

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
  const draftOf = (number: string): string => join(folder, `.${number}.pdf.new`);
  return {
    write: async (number, pdf) => {
      await rm(draftOf(number), { force: true });
      const draft = await open(draftOf(number), 'wx', 0o600);
      try {
        await draft.writeFile(pdf);
        await draft.sync();
      } finally {
        await draft.close();
      }
      await rename(draftOf(number), fileOf(number));
      await syncFolder(folder);
    },
    read: number =>
      readFile(fileOf(number)).catch((error: NodeJS.ErrnoException) => {
        if (error.code === 'ENOENT') return null;
        throw error;
      }),
    drop: async number => {
      for (const file of [draftOf(number), fileOf(number)]) await rm(file, { force: true });
      await syncFolder(folder);
    },
    numbers: async () => {
      const found = (await readdir(folder)).map(name => /^\.?([\w-]+)\.pdf(?:\.new)?$/.exec(name)?.[1]);
      return [...new Set(found.filter(number => number !== undefined))];
    },
  };
}

/** Names are on the disk only once their folder is. */
async function syncFolder(folder: string): Promise<void> {
  const handle = await open(folder, 'r');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}
