import { readdir, rm, rmdir } from 'node:fs/promises';
import { basename, dirname, join, relative } from 'node:path';

/**
 * Folders of phone pages below the origin. Pages of codes stay whatever `pages` says: a code on paper leads somewhere
 * for ever, also one made by a version that was rolled back.
 */
const pageFolders = [
  { folder: 'g', stays: () => false },
  { folder: 'c', stays: (file: string) => basename(file) === 'index.html' },
];

/**
 * Removes every phone page of a guide that is not among `pages` (paths below the origin), with what a publisher that was killed
 * left there, and the folders that are empty then.
 */
export async function removeOtherPages(origin: string, pages: ReadonlyMap<string, string>): Promise<void> {
  for (const { folder, stays } of pageFolders) {
    const top = join(origin, folder);
    const entries = await readdir(top, { recursive: true, withFileTypes: true }).catch(() => []);
    const files = entries.filter(entry => !entry.isDirectory()).map(entry => join(entry.parentPath, entry.name));
    for (const file of files.filter(each => !stays(each) && !pages.has(relative(origin, each)))) {
      await rm(file);
      await removeEmptyFolders(dirname(file), origin);
    }
  }
}

/** From `folder` upwards, until one holds something. */
async function removeEmptyFolders(folder: string, origin: string): Promise<void> {
  if (folder === origin) return;
  try {
    await rmdir(folder);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOTEMPTY') return;
    throw error;
  }
  await removeEmptyFolders(dirname(folder), origin);
}
