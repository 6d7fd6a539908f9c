/** Tones 0 (black) to 255 (white), row by row from the top left; dpi in both directions. */
export interface GreyPicture {
  grey: Uint8Array;
  widthPx: number;
  heightPx: number;
  dpi: number;
}

export interface Point {
  x: number;
  y: number;
}

/** Half the resolution: each pixel the mean of four; an odd last row or column is left out. */
export function halved(picture: GreyPicture): GreyPicture {
  const widthPx = picture.widthPx >> 1;
  const heightPx = picture.heightPx >> 1;
  const from = picture.grey;
  const grey = new Uint8Array(widthPx * heightPx);
  for (let y = 0; y < heightPx; y++) {
    let above = 2 * y * picture.widthPx;
    let below = above + picture.widthPx;
    for (let x = 0; x < widthPx; x++, above += 2, below += 2)
      grey[y * widthPx + x] = (at(from, above) + at(from, above + 1) + at(from, below) + at(from, below + 1) + 2) >> 2;
  }
  return { grey, widthPx, heightPx, dpi: picture.dpi / 2 };
}

/** A pixel; outside of the array black, so that loops need no case of their own. */
export function at(tones: Uint8Array, index: number): number {
  return tones[index] ?? 0;
}

/** The tone below which `share` of the counted pixels lie. */
export function percentile(histogram: Uint32Array, share: number): number {
  let total = 0;
  for (const count of histogram) total += count;
  let left = total * share;
  for (let tone = 0; tone < 256; tone++) {
    left -= histogram[tone] ?? 0;
    if (left < 0) return tone;
  }
  return 255;
}

/** Rec. 601 luma of RGBA pixels. */
export function greyOf(rgba: Uint8Array, widthPx: number, heightPx: number, dpi: number): GreyPicture {
  const grey = new Uint8Array(widthPx * heightPx);
  for (let i = 0, p = 0; i < grey.length; i++, p += 4)
    grey[i] = (77 * at(rgba, p) + 150 * at(rgba, p + 1) + 29 * at(rgba, p + 2) + 128) >> 8;
  return { grey, widthPx, heightPx, dpi };
}
