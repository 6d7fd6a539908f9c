import { mkdir, readdir, readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { writeWhole } from '../../common/write-whole.ts';
import { type Document, parseDocument } from '../documents/document.ts';
import { documentText } from '../documents/document-text.ts';

/** Documents that lack signatures, by name: pending/NAME.json beside the origin, never in it. */
export type Pending = Map<string, Document<'targets'>>;

function pendingFolder(stateFolder: string): string {
  return join(stateFolder, 'pending');
}

export async function readPending(stateFolder: string): Promise<Pending> {
  const folder = pendingFolder(stateFolder);
  const pending: Pending = new Map();
  for (const file of await readdir(folder).catch(() => [])) {
    const name = /^([\w-]+)\.json$/.exec(file)?.[1];
    // What cannot be read is signed again: it was worth nothing yet.
    const document = name === undefined ? null : parseDocument('targets', await readFile(join(folder, file), 'utf8'));
    if (name !== undefined && document !== null) pending.set(name, document);
  }
  return pending;
}

/** Brings the folder in line with `pending`. */
export async function writePending(stateFolder: string, pending: Pending): Promise<void> {
  const folder = pendingFolder(stateFolder);
  await mkdir(folder, { recursive: true, mode: 0o700 });
  for (const [name, document] of pending) await writeWhole(join(folder, `${name}.json`), documentText(document));
  for (const file of await readdir(folder))
    if (!pending.has(file.replace(/\.json$/, ''))) await rm(join(folder, file), { force: true });
}
