import { readdir, rm } from 'node:fs/promises';
import { join } from 'node:path';

/** What a publisher that was killed left half written (content/common/write-whole.ts). */
export function isDraft(name: string): boolean {
  return name.startsWith('.') && name.endsWith('.new');
}

export async function removeDrafts(folder: string): Promise<void> {
  for (const name of await readdir(folder)) if (isDraft(name)) await rm(join(folder, name), { force: true });
}
