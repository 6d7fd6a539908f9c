import { createCanvas } from '@napi-rs/canvas';
import { decodePage } from './decode-page.ts';
import { withResolution } from './jpeg-resolution.ts';
import type { PageReport, ScannedPicture, StraightenedPage } from './page-report.ts';
import { straightenPlan } from './straighten-plan.ts';

/** Above what scanners themselves write, so that a second compression is not seen. */
const jpegQuality = 88;

/**
 * Turns a page straight and crops it to its sheet; around a turned sheet it is white. Resolution is kept. A page that is
 * straight and whole comes back with the same bytes, and so does one that is too crooked (its report says page-skewed).
 * @throws Refusal scanner-failed when the picture cannot be decoded
 */
export async function straightenPage(page: ScannedPicture, report: PageReport): Promise<StraightenedPage> {
  const plan = straightenPlan(report);
  const { widthPx, heightPx } = report;
  if (!plan) return { ...page, widthPx, heightPx };
  const image = await decodePage(page.jpeg);
  const { box, degrees, keep } = plan;
  const canvas = createCanvas(box.right - box.left, box.bottom - box.top);
  const context = canvas.getContext('2d');
  context.fillStyle = '#fff';
  context.fillRect(0, 0, canvas.width, canvas.height);
  context.translate(-box.left, -box.top);
  context.rotate((-degrees * Math.PI) / 180);
  context.beginPath();
  for (const { x, y } of keep) context.lineTo(x, y);
  context.clip();
  context.imageSmoothingQuality = 'low';
  context.drawImage(image, 0, 0);
  const jpeg = withResolution(new Uint8Array(canvas.encodeSync('jpeg', jpegQuality)), page.dpi);
  return { jpeg, dpi: page.dpi, widthPx: canvas.width, heightPx: canvas.height };
}
