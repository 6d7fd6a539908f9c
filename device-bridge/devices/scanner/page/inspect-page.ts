import { decodePage, greyPicture, sharpPictures } from './decode-page.ts';
import { judgePage } from './judge-page.ts';
import { measureGrey } from './measure-page.ts';
import type { PageReport, ScannedPicture } from './page-report.ts';
import { edgeWidthsMm } from './sharpness.ts';

/**
 * Looks at a scanned page: what is wrong with it, and the measures behind that. Takes the processor for 0.1 s; in the
 * bridge it runs in the page workshop's process.
 * @throws Refusal scanner-failed when the picture cannot be decoded
 */
export async function inspectPage({ jpeg, dpi }: ScannedPicture): Promise<PageReport> {
  const image = await decodePage(jpeg);
  const { picture, scale } = greyPicture(image, dpi);
  const { measures, windows } = measureGrey(picture, scale);
  const all = { ...measures, edgeWidths: edgeWidthsMm(sharpPictures(image, dpi, windows, scale)) };
  return { problems: judgePage(all), measures: all, widthPx: image.width, heightPx: image.height, dpi };
}
