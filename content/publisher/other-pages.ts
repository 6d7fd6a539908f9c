import { readdir, rm, rmdir } from 'node:fs/promises';
import { dirname, join, relative } from 'node:path';

/**
 * Removes every phone page below `origin`/g that is not among `pages` (paths below the origin), with what a publisher
 * that was killed left there, and the folders that are empty then.
 */
export async function removeOtherPages(origin: string, pages: ReadonlyMap<string, string>): Promise<void> {
  const entries = await readdir(join(origin, 'g'), { recursive: true, withFileTypes: true });
  const files = entries.filter(entry => !entry.isDirectory()).map(entry => join(entry.parentPath, entry.name));
  const gone = files.filter(file => !pages.has(relative(origin, file)));
  for (const file of gone) {
    await rm(file);
    await removeEmptyFolders(dirname(file));
  }
}

/** From `folder` upwards, until one holds something; g itself holds the index. */
async function removeEmptyFolders(folder: string): Promise<void> {
  try {
    await rmdir(folder);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOTEMPTY') return;
    throw error;
  }
  await removeEmptyFolders(dirname(folder));
}
