import { mkdir, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { createCanvas, loadImage } from '@napi-rs/canvas';
import { fileOf, galleryFolder, galleryModes, galleryOrientations, galleryPictures } from './gallery-list.ts';
import { galleryPage, galleryTable } from './gallery-page.ts';
import { takePictures } from './take-pictures.ts';

/** Half the pixels each way: legible, and small enough to be kept with the code. */
const scale = 0.5;
const webpQuality = 62;
/** A Monday night: windows closed, and the same moment in every picture. */
const at = new Date('2026-11-23T22:47:00+08:00');

/** Takes all pictures anew and writes the pages that show them. Pictures of screens that are no more go. */
export async function writeGallery(say: (line: string) => void): Promise<void> {
  for (const orientation of galleryOrientations)
    await rm(join(galleryFolder, orientation), { recursive: true, force: true });
  for (const orientation of galleryOrientations) {
    let taken = 0;
    const only =
      orientation === 'landscape'
        ? null
        : galleryPictures()
            .map(({ name }) => name)
            .filter(name => name !== 'dock');
    await takePictures({ orientation, modes: galleryModes, only, scale, at }, async ({ name, mode, png }) => {
      const file = join(galleryFolder, fileOf({ name, mode, orientation }));
      await mkdir(dirname(file), { recursive: true });
      await writeFile(file, await webp(png));
      taken++;
      say(`${orientation} ${taken}: ${name}, ${mode}`);
    });
  }
  const pictures = galleryPictures();
  await writeFile(join(galleryFolder, 'index.html'), galleryPage(pictures));
  await writeFile(join(galleryFolder, 'README.md'), galleryTable(pictures));
}

async function webp(png: Buffer): Promise<Buffer> {
  const image = await loadImage(png);
  const canvas = createCanvas(image.width, image.height);
  canvas.getContext('2d').drawImage(image, 0, 0);
  return canvas.encodeSync('webp', webpQuality);
}
