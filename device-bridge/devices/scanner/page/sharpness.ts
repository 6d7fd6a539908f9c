import { at, type GreyPicture, percentile } from './grey-picture.ts';
import { mmPerInch, pageThresholds } from './page-thresholds.ts';

/** A square of the page, pixels of the page at analysisDpi. */
export interface SharpnessWindow {
  x: number;
  y: number;
}

export const windowMm = 12;
const mostWindows = 16;
/** A page with fewer edges says nothing about sharpness. */
const leastEdges = 40;
/** Of the page's edges this share is sharper: one soft picture on a sharp page does not make it blurred. */
const sharperShare = 0.15;
/** What rises over more than this is a shadow or a sky. */
const widestMm = 2.5;

/** Where the page has the most ink: squares of a grid, the fullest first. */
export function sharpnessWindows(ink: Uint8Array, widthPx: number, heightPx: number): SharpnessWindow[] {
  const side = Math.round((windowMm / mmPerInch) * pageThresholds.analysisDpi);
  const cells: { x: number; y: number; edges: number }[] = [];
  for (let y = 0; y + side <= heightPx; y += side)
    for (let x = 0; x + side <= widthPx; x += side) {
      let edges = 0;
      for (let row = y; row < y + side; row++)
        for (let i = row * widthPx + x; i < row * widthPx + x + side - 1; i++) if (ink[i] !== ink[i + 1]) edges++;
      if (edges > side / 4) cells.push({ x, y, edges });
    }
  cells.sort((a, b) => b.edges - a.edges);
  return cells.slice(0, mostWindows).map(({ x, y }) => ({ x, y }));
}

/** Width in mm over which sharp edges rise from left to right and from top to bottom; null where there are too few. */
export interface EdgeWidths {
  acrossMm: number | null;
  downMm: number | null;
}

/**
 * How sharp a page is: the width over which its sharp edges rise, an edge's height divided by its steepest slope, so that
 * contrast cancels out (edge width as a measure of blur: Marziliano et al. 2002). A Gaussian blur of s mm makes edges of
 * 2.5 s; what moved while it was scanned is blurred one way only.
 */
export function edgeWidthsMm(windows: readonly GreyPicture[]): EdgeWidths {
  const sharp = (across: boolean): number | null => {
    const found = windows.flatMap(window => edgeWidths(window, across)).sort((a, b) => a - b);
    return found.length < leastEdges ? null : (found[Math.floor(found.length * sharperShare)] ?? null);
  };
  return { acrossMm: sharp(true), downMm: sharp(false) };
}

function edgeWidths({ grey, widthPx, heightPx, dpi }: GreyPicture, across: boolean): number[] {
  const [lines, length] = across ? [heightPx, widthPx] : [widthPx, heightPx];
  const [lineStep, step] = across ? [widthPx, 1] : [1, widthPx];
  const least = leastHeight(grey);
  const widths: number[] = [];
  const line = new Float32Array(length);
  for (let n = 1; n < lines - 1; n += 3) {
    // The mean of three lines: an edge is longer than that, noise is not.
    for (let i = 0, p = n * lineStep; i < length; i++, p += step)
      line[i] = (at(grey, p - lineStep) + at(grey, p) + at(grey, p + lineStep)) / 3;
    risesOf(line, least, (height, slope) => {
      const wide = ((height / slope) * mmPerInch) / dpi;
      if (wide <= widestMm) widths.push(wide);
    });
  }
  return widths;
}

/** Edges count that span a good part of the window's contrast; noise and back-print do not. */
function leastHeight(grey: Uint8Array): number {
  const histogram = new Uint32Array(256);
  for (const tone of grey) histogram[tone] = (histogram[tone] ?? 0) + 1;
  const contrast = percentile(histogram, 0.95) - percentile(histogram, 0.02);
  return Math.max(20, 0.45 * contrast);
}

/** Small ups and downs within an edge are noise: a rise ends when the line has come back by this share of `least`. */
const turnShare = 0.35;

/** Every stretch on which a line rises or falls by at least `least`; slope: its steepest step from pixel to pixel. */
function risesOf(line: Float32Array, least: number, found: (height: number, slope: number) => void): void {
  const turn = least * turnShare;
  let [start, extreme, sign] = [0, 0, 0];
  const value = (i: number) => line[i] ?? 0;
  for (let i = 1; i < line.length; i++) {
    const ahead = (value(i) - value(extreme)) * (sign || 1);
    if (sign === 0) {
      if (Math.abs(value(i) - value(start)) < turn) continue;
      sign = Math.sign(value(i) - value(start));
      extreme = i;
    } else if (ahead >= 0) extreme = i;
    else if (-ahead >= turn) {
      report(line, start, extreme, least, found);
      [start, extreme, sign] = [extreme, i, -sign];
    }
  }
  if (sign !== 0) report(line, start, extreme, least, found);
}

function report(
  line: Float32Array,
  from: number,
  to: number,
  least: number,
  found: (height: number, slope: number) => void,
): void {
  const height = Math.abs((line[to] ?? 0) - (line[from] ?? 0));
  if (height < least) return;
  let slope = 0;
  // Over two pixels: one step alone may be noise.
  for (let i = from; i < to; i++) {
    const next = Math.min(i + 2, to);
    slope = Math.max(slope, Math.abs((line[next] ?? 0) - (line[i] ?? 0)) / (next - i === 2 ? 2 : 1.6));
  }
  found(height, slope);
}
