import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { defaultPaths } from '../../scripts/paths.ts';

/** What must arrive before the first screen can be touched: the page, its scripts and its styles, in bytes after gzip. */
export async function criticalBytes(): Promise<{ htmlGz: number; jsGz: number; cssGz: number }> {
  const html = await readFile(join(defaultPaths.builtKiosk, 'index.html'), 'utf8');
  const named = [...html.matchAll(/(?:src|href)="\/(assets\/[^"]+\.(js|css))"/g)];
  const sizes = { htmlGz: gzipSync(html).length, jsGz: 0, cssGz: 0 };
  for (const [, path = '', kind] of named) {
    const bytes = gzipSync(await readFile(join(defaultPaths.builtKiosk, path))).length;
    if (kind === 'js') sizes.jsGz += bytes;
    else sizes.cssGz += bytes;
  }
  return sizes;
}
