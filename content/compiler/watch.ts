import { type FSWatcher, watch } from 'node:fs';
import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { type CheckReport, checkContent } from './check.ts';
import { sourceParts } from './read-sources.ts';

/** Editors save in several steps; this long after the last one the files are taken as they are. */
const quietMs = 150;

export interface Watch {
  /** Ends the watch; a check that runs is waited for. */
  close(): Promise<void>;
}

/**
 * Checks a content folder now and after each change of its sources, one check at a time. A failure of `onReport` or of
 * the reading itself goes to `onError`, and the watch goes on: an author is in the middle of something.
 */
export function watchContent(
  folder: string,
  onReport: (report: CheckReport) => void | Promise<void>,
  onError: (error: unknown) => void,
): Watch {
  const watchers = new Map<string, FSWatcher>();
  let timer: NodeJS.Timeout | undefined;
  let closed = false;
  let running: Promise<void> = Promise.resolve();

  const check = (): void => {
    running = running.then(async () => {
      if (closed) return;
      try {
        // Before the files are read, so that what is saved meanwhile is noticed.
        await watchFolders();
        await onReport(await checkContent(folder));
      } catch (error) {
        onError(error);
      }
    });
  };
  const changed = (): void => {
    clearTimeout(timer);
    timer = setTimeout(check, quietMs);
  };

  /**
   * One watch for each folder: Node's recursive one watches files one by one on Linux, and loses a file for good when
   * an editor saves it by renaming another over it.
   */
  async function watchFolders(): Promise<void> {
    const present = await foldersBelow(folder);
    for (const [path, watcher] of watchers)
      if (!present.includes(path)) {
        watcher.close();
        watchers.delete(path);
      }
    for (const path of present) {
      if (closed || watchers.has(path)) continue;
      // Other files are an editor's own; a name without an ending may be a new folder.
      const watcher = watch(path, (_, name) => {
        if (name === null || /\.ya?ml$/.test(name) || !name.includes('.')) changed();
      });
      watcher.on('error', changed);
      watchers.set(path, watcher);
    }
  }

  check();
  return {
    async close() {
      closed = true;
      clearTimeout(timer);
      for (const watcher of watchers.values()) watcher.close();
      await running;
      for (const watcher of watchers.values()) watcher.close();
    },
  };
}

async function foldersBelow(folder: string): Promise<string[]> {
  const found = await Promise.all(
    sourceParts.map(async part => {
      const entries = await readdir(join(folder, part), { recursive: true, withFileTypes: true }).catch(() => null);
      if (entries === null) return [];
      const inside = entries.filter(entry => entry.isDirectory()).map(entry => join(entry.parentPath, entry.name));
      return [join(folder, part), ...inside];
    }),
  );
  return found.flat();
}
