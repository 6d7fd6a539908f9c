import { Refusal } from '../../../../content/common/faults.ts';
import { wholeJpeg } from '../whole-jpeg.ts';

export interface JpegHeader {
  widthPx: number;
  heightPx: number;
  /** 1 grey, 3 colour. */
  components: 1 | 3;
}

/** A4 at 600 dpi has 35 megapixels; decoding takes four bytes a pixel. */
const mostPixels = 100_000_000;
const leastSidePx = 16;

/**
 * What a JPEG says of itself. What a scanner does not make is refused here, before the decoder sees it: that is native
 * code, and some broken or huge headers end its process.
 * @throws Refusal scanner-failed: no JPEG, cut off, too large, or of a kind that no scanner makes
 */
export function readJpegHeader(jpeg: Uint8Array): JpegHeader {
  const whole = wholeJpeg(jpeg);
  if (!whole) return refuseDamaged('no JPEG, or not whole');
  const { widthPx, heightPx } = whole;
  if (Math.min(widthPx, heightPx) < leastSidePx || widthPx * heightPx > mostPixels)
    return refuseDamaged(`${widthPx} x ${heightPx} pixels`);
  const frame = frameOf(jpeg);
  // ITU-T T.81 table B.1: baseline, extended and progressive; the rest no decoder here reads.
  if (frame.marker > 0xc2) return refuseDamaged('neither baseline nor progressive');
  return { widthPx, heightPx, components: frame.components === 1 ? 1 : 3 };
}

/** The frame header of a whole JPEG: segments follow one another up to it. */
function frameOf(jpeg: Uint8Array): { marker: number; components: number } {
  let at = 2;
  for (;;) {
    while (jpeg[at + 1] === 0xff) at += 1;
    const marker = jpeg[at + 1] ?? 0;
    const tables = marker === 0xc4 || marker === 0xc8 || marker === 0xcc;
    if (marker >= 0xc0 && marker <= 0xcf && !tables) return { marker, components: jpeg[at + 9] ?? 0 };
    at += 2 + (((jpeg[at + 2] ?? 0) << 8) | (jpeg[at + 3] ?? 0));
  }
}

export function refuseDamaged(why: string): never {
  throw new Refusal('scanner-failed', `the scanned picture is damaged: ${why}`);
}
