import { readdir, readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { fileOf, galleryFolder, galleryPictures } from './gallery-list.ts';
import { galleryPage, galleryTable } from './gallery-page.ts';

const mend = 'run npm run screens';

test('the gallery has a picture of every screen in every mode and orientation, and no other', async () => {
  const files = await readdir(galleryFolder, { recursive: true });
  const kept = files.map(file => file.replaceAll('\\', '/')).filter(file => file.endsWith('.webp'));
  expect(kept.toSorted(), mend).toEqual(galleryPictures().map(fileOf).toSorted());
});

test('its pages are as they would be written now', async () => {
  const pictures = galleryPictures();
  expect(await readFile(join(galleryFolder, 'index.html'), 'utf8'), mend).toBe(galleryPage(pictures));
  expect(await readFile(join(galleryFolder, 'README.md'), 'utf8'), mend).toBe(galleryTable(pictures));
});

test('it stays small enough to be kept with the code', async () => {
  const sizes = await Promise.all(
    galleryPictures().map(async picture => (await stat(join(galleryFolder, fileOf(picture)))).size),
  );
  expect(Math.max(...sizes)).toBeLessThan(80_000);
  expect(sizes.reduce((sum, size) => sum + size, 0)).toBeLessThan(9_000_000);
});
