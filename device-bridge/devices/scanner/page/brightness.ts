import { at, type GreyPicture, percentile } from './grey-picture.ts';
import type { RowSpans } from './row-spans.ts';

/** The paper's own tone: a tenth of the sheet is brighter. Print covers less than half of a page, so this is paper. */
export function paperBrightness({ grey, widthPx }: GreyPicture, spans: RowSpans): number {
  const histogram = new Uint32Array(256);
  spans.from.forEach((from, y) => {
    for (let i = y * widthPx + from; i < y * widthPx + (spans.to[y] ?? 0); i++) {
      const tone = at(grey, i);
      histogram[tone] = (histogram[tone] ?? 0) + 1;
    }
  });
  return percentile(histogram, 0.9);
}
