import { createCanvas } from '@napi-rs/canvas';
import { decodePage } from './decode-page.ts';
import { withResolution } from './jpeg-resolution.ts';
import type { ScannedPicture } from './page-report.ts';

/** One way to make a page smaller. */
export interface ShrinkStep {
  /** JPEG quality, 0 to 100. */
  quality: number;
  /** No page gets more dots per inch than this. */
  dpi: number;
}

/**
 * From the least loss to the most: first quality, then resolution, down to 150 dpi at which print of 9 points can still be
 * read. Colour stays: a red seal must be seen to be red.
 */
export const shrinkSteps: readonly ShrinkStep[] = [
  { quality: 80, dpi: 600 },
  { quality: 70, dpi: 300 },
  { quality: 55, dpi: 300 },
  { quality: 70, dpi: 200 },
  { quality: 55, dpi: 200 },
  { quality: 65, dpi: 150 },
  { quality: 50, dpi: 150 },
  { quality: 38, dpi: 150 },
];

/** The page re-encoded, or as it was when that would not make it smaller. @throws Refusal scanner-failed */
export async function shrunkPage(page: ScannedPicture, step: ShrinkStep): Promise<ScannedPicture> {
  const image = await decodePage(page.jpeg);
  const scale = Math.min(1, step.dpi / page.dpi);
  const canvas = createCanvas(Math.round(image.width * scale), Math.round(image.height * scale));
  const context = canvas.getContext('2d');
  context.imageSmoothingQuality = 'medium';
  context.drawImage(image, 0, 0, canvas.width, canvas.height);
  const dpi = page.dpi * scale;
  const jpeg = withResolution(new Uint8Array(canvas.encodeSync('jpeg', step.quality)), Math.round(dpi));
  return jpeg.length < page.jpeg.length ? { jpeg, dpi } : page;
}
