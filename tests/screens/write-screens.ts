import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { writeGallery } from './gallery.ts';
import { type ModeName, modes } from './modes.ts';
import { takePictures } from './take-pictures.ts';

const help = `Takes pictures of the real screens.

Usage: npm run screens                          the gallery in docs/screens: every screen, mode and orientation
       npm run screens -- --out DIR [...]       full pictures (PNG), for looking at a change
  --landscape
  --mode MODE  ${Object.keys(modes).join(' | ')}; more than one: each has a folder of its own
  --only NAME  these screens only (the way to them is walked all the same)
`;

const { values } = parseArgs({
  options: {
    out: { type: 'string' },
    landscape: { type: 'boolean', default: false },
    mode: { type: 'string', multiple: true, default: ['normal'] },
    only: { type: 'string', multiple: true },
    help: { type: 'boolean', short: 'h', default: false },
  },
});
if (values.help) {
  process.stdout.write(help);
  process.exit(0);
}
const isMode = (name: string): name is ModeName => name in modes;
const wanted = values.mode.filter(isMode);
if (wanted.length !== values.mode.length) {
  process.stderr.write(help);
  process.exit(2);
}

const { out } = values;
if (out === undefined) await writeGallery(line => process.stderr.write(`${line}\n`));
else {
  const folderOf = (mode: ModeName): string => (wanted.length === 1 ? out : join(out, mode));
  for (const mode of wanted) await mkdir(folderOf(mode), { recursive: true });
  const orientation = values.landscape ? 'landscape' : 'portrait';
  await takePictures(
    { orientation, modes: wanted, only: values.only ?? null, scale: 1, at: null },
    async ({ name, mode, png }) => writeFile(join(folderOf(mode), `${name}.png`), png),
  );
}
