import { mkdir, open, rename, rm, stat, writeFile } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';

/**
 * Write beside, flush, rename, flush the folder: after a power cut there is the old file or the whole new one, and
 * nobody ever reads half. The draft's name begins with a dot, so that web servers hide it.
 */
export async function writeWhole(path: string, bytes: string | Uint8Array, mode = 0o644): Promise<void> {
  if (await isNoPlainFile(path)) {
    // A device or a pipe (/dev/null, /dev/stdout) is written into; a file put in its place would break the machine.
    await writeFile(path, bytes);
    return;
  }
  const folder = dirname(path);
  await mkdir(folder, { recursive: true });
  const draft = join(folder, `.${basename(path)}.${process.pid}.new`);
  // A draft of an earlier process with this number may have another mode.
  await rm(draft, { force: true });
  const file = await open(draft, 'wx', mode);
  try {
    await file.writeFile(bytes);
    await file.sync();
    await rename(draft, path);
  } catch (error) {
    await rm(draft, { force: true });
    throw error;
  } finally {
    await file.close();
  }
  await syncFolder(folder);
}

async function isNoPlainFile(path: string): Promise<boolean> {
  const found = await stat(path).catch(() => null);
  return found !== null && !found.isFile() && !found.isDirectory();
}

/** Names are on the disk only once their folder is. */
export async function syncFolder(folder: string): Promise<void> {
  const handle = await open(folder, 'r');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}
