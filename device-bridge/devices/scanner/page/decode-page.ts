import { createCanvas, type Image, loadImage, type SKRSContext2D } from '@napi-rs/canvas';
import { type GreyPicture, greyOf } from './grey-picture.ts';
import { readJpegHeader, refuseDamaged } from './jpeg-header.ts';
import { mmPerInch, pageThresholds } from './page-thresholds.ts';
import { type SharpnessWindow, windowMm } from './sharpness.ts';

/** Decoders fill what a file does not hold with exactly this grey; no scanner gives eight whole lines of it. */
const missing = 128;
const blockPx = 8;

/** @throws Refusal scanner-failed: damaged, cut off, too large or no JPEG */
export async function decodePage(jpeg: Uint8Array): Promise<Image> {
  const { widthPx, heightPx } = readJpegHeader(jpeg);
  const image = await loadImage(Buffer.from(jpeg.buffer, jpeg.byteOffset, jpeg.byteLength)).catch(() => null);
  if (image?.width !== widthPx || image.height !== heightPx) return refuseDamaged('it cannot be decoded');
  const lastLines = pixelsOf(widthPx, blockPx, context => context.drawImage(image, 0, blockPx - heightPx));
  if (lastLines.every((value, index) => value === (index % 4 === 3 ? 255 : missing)))
    refuseDamaged('its end is missing');
  if (lastLines[3] === 0) refuseDamaged('its data cannot be decoded');
  return image;
}

/** The page in grey at analysisDpi, or as it is when it has less. Reduced with mipmaps, which averages. */
export function greyPicture(image: Image, dpi: number): { picture: GreyPicture; scale: number } {
  const scale = Math.max(1, dpi / pageThresholds.analysisDpi);
  const [widthPx, heightPx] = [Math.round(image.width / scale), Math.round(image.height / scale)];
  const rgba = pixelsOf(widthPx, heightPx, context => {
    context.imageSmoothingQuality = 'medium';
    context.drawImage(image, 0, 0, widthPx, heightPx);
  });
  return { picture: greyOf(rgba, widthPx, heightPx, dpi / scale), scale };
}

/** Squares of the page in grey at full resolution, sharpnessDpi at most. `scale`: page pixels per pixel of the windows' x and y. */
export function sharpPictures(
  image: Image,
  dpi: number,
  windows: readonly SharpnessWindow[],
  scale: number,
): GreyPicture[] {
  const reduce = Math.max(1, dpi / pageThresholds.sharpnessDpi);
  const from = Math.round((windowMm / mmPerInch) * dpi);
  const side = Math.round(from / reduce);
  if (windows.length === 0) return [];
  const rgba = pixelsOf(side, side * windows.length, context => {
    context.imageSmoothingQuality = 'medium';
    windows.forEach(({ x, y }, index) => {
      context.drawImage(image, x * scale, y * scale, from, from, 0, index * side, side, side);
    });
  });
  const bytes = side * side * 4;
  return windows.map((_, index) => greyOf(rgba.subarray(index * bytes), side, side, dpi / reduce));
}

function pixelsOf(widthPx: number, heightPx: number, draw: (context: SKRSContext2D) => void): Uint8Array {
  const canvas = createCanvas(widthPx, heightPx);
  draw(canvas.getContext('2d'));
  return canvas.data();
}
