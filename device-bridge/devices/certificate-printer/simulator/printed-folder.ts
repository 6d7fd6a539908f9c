import { mkdir, readdir, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

/**
 * Keeps a document whose last sheet has come out, byte for byte, as the next `printed/NNNN.pdf` of the spool. It appears
 * whole or not at all. One printer prints one job at a time, so counting is enough for the number.
 */
export async function keepPrinted(spool: string, document: Uint8Array): Promise<void> {
  const folder = join(spool, 'printed');
  await mkdir(folder, { recursive: true });
  const count = (await readdir(folder)).filter(name => name.endsWith('.pdf')).length;
  const name = `${String(count + 1).padStart(4, '0')}.pdf`;
  await writeFile(join(folder, `${name}.part`), document);
  await rename(join(folder, `${name}.part`), join(folder, name));
}
