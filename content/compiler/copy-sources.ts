import { cp } from 'node:fs/promises';
import { join } from 'node:path';
import { registryFile } from '../codes/registry-file.ts';
import { sourceParts } from './read-sources.ts';

/**
 * Copies the sources of a content folder and the registry of their codes, for trying something out. What `wanted`
 * refuses is left out; what is not there is no source.
 */
export async function copySources(from: string, to: string, wanted: (path: string) => boolean = () => true) {
  for (const part of [...sourceParts, registryFile])
    await cp(join(from, part), join(to, part), { recursive: true, filter: wanted }).catch(
      (error: NodeJS.ErrnoException) => {
        if (error.code !== 'ENOENT') throw error;
      },
    );
}
