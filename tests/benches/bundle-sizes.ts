import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { defaultPaths } from '../../scripts/paths.ts';

/** What must arrive before the first screen can be touched: the page with its styles inlined, and its scripts, in bytes after gzip. */
export async function criticalBytes(): Promise<{ htmlGz: number; jsGz: number }> {
  const html = await readFile(join(defaultPaths.builtKiosk, 'index.html'), 'utf8');
  const named = [...html.matchAll(/(?:src|href)="\/([^"]+\.js)"/g)];
  const sizes = { htmlGz: gzipSync(html).length, jsGz: 0 };
  for (const [, path = ''] of named) sizes.jsGz += gzipSync(await readFile(join(defaultPaths.builtKiosk, path))).length;
  return sizes;
}
