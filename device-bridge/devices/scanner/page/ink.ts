import { at, type GreyPicture } from './grey-picture.ts';
import { mmPerInch, pageThresholds } from './page-thresholds.ts';
import type { RowSpans } from './row-spans.ts';

const blockMm = 2;
/** Blocks on either side whose paper is asked. */
const reach = 2;

/** The paper's tone around each block of 2 mm: what is bright in most of the blocks around it. */
interface PaperTones {
  tones: Uint8Array;
  columns: number;
  rows: number;
  blockPx: number;
}

/**
 * Ink: pixels clearly darker than the paper around them (background division, as in Gatos et al. 2006, "Adaptive
 * degraded document image binarization", with the paper estimated by percentiles). Coloured paper, a vignette and the
 * soft shadow of a lid are paper by this measure.
 * @returns 1 where there is ink, 0 elsewhere and outside of `spans`
 */
export function inkOf(picture: GreyPicture, spans: RowSpans): Uint8Array {
  const paper = paperTones(picture);
  const { grey, widthPx, heightPx } = picture;
  const ink = new Uint8Array(grey.length);
  const keep = 1 - pageThresholds.inkContrast;
  const limits = new Float32Array(widthPx);
  for (let y = 0; y < heightPx; y++) {
    rowLimits(paper, y, keep, limits);
    const [from, to] = [spans.from[y] ?? 0, spans.to[y] ?? 0];
    for (let x = from, i = y * widthPx + from; x < to; x++, i++) if (at(grey, i) < (limits[x] ?? 0)) ink[i] = 1;
  }
  return ink;
}

/** Between the centres of blocks, bilinear: `down` of the way from one row of blocks to the next. */
function rowLimits({ tones, columns, rows, blockPx }: PaperTones, y: number, keep: number, limits: Float32Array): void {
  const v = Math.min(rows - 1, Math.max(0, (y + 0.5) / blockPx - 0.5));
  const row = Math.floor(v);
  const [top, next] = [row * columns, Math.min(rows - 1, row + 1) * columns];
  const down = v - row;
  const tone = (column: number) => keep * (at(tones, top + column) * (1 - down) + at(tones, next + column) * down);
  for (let column = 0; column <= columns; column++) {
    const [left, right] = [tone(Math.max(0, column - 1)), tone(Math.min(columns - 1, column))];
    const from = Math.ceil((column - 0.5) * blockPx - 0.5);
    const to = column === columns ? limits.length : Math.ceil((column + 0.5) * blockPx - 0.5);
    for (let x = Math.max(0, from); x < to; x++) limits[x] = left + ((right - left) * (x - from)) / blockPx;
  }
}

function paperTones(picture: GreyPicture): PaperTones {
  const blockPx = Math.max(2, Math.round((blockMm / mmPerInch) * picture.dpi));
  const columns = Math.max(1, Math.floor(picture.widthPx / blockPx));
  const rows = Math.max(1, Math.floor(picture.heightPx / blockPx));
  const bright = new Uint8Array(columns * rows);
  const histogram = new Uint16Array(256);
  for (let row = 0; row < rows; row++)
    for (let column = 0; column < columns; column++)
      bright[row * columns + column] = brightInBlock(picture, column * blockPx, row * blockPx, blockPx, histogram);
  const tones = new Uint8Array(columns * rows);
  const around = new Uint8Array((2 * reach + 1) ** 2);
  for (let row = 0; row < rows; row++)
    for (let column = 0; column < columns; column++) {
      let count = 0;
      for (let r = Math.max(0, row - reach); r <= Math.min(rows - 1, row + reach); r++)
        for (let c = Math.max(0, column - reach); c <= Math.min(columns - 1, column + reach); c++)
          around[count++] = at(bright, r * columns + c);
      const sorted = around.subarray(0, count).sort();
      tones[row * columns + column] = at(sorted, Math.floor(count * 0.7));
    }
  return { tones, columns, rows, blockPx };
}

/** The tone that a fifth of the block is brighter than. */
function brightInBlock(picture: GreyPicture, x: number, y: number, side: number, histogram: Uint16Array): number {
  histogram.fill(0);
  for (let row = y; row < y + side; row++) {
    const start = row * picture.widthPx + x;
    for (let i = start; i < start + side; i++) {
      const tone = at(picture.grey, i);
      histogram[tone] = (histogram[tone] ?? 0) + 1;
    }
  }
  let left = (side * side) / 5;
  for (let tone = 255; tone > 0; tone--) {
    left -= histogram[tone] ?? 0;
    if (left < 0) return tone;
  }
  return 0;
}
