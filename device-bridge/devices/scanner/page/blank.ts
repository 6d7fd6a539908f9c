import { mmPerInch, pageThresholds } from './page-thresholds.ts';
import type { RowSpans } from './row-spans.ts';
import type { Spot } from './spots.ts';

/**
 * Ink inside the margins, in mm²: without dust and without the one or two thin lines that a dirty feeder draws down the
 * whole page. A piece counts when its middle lies inside the margins.
 * @param region box around the sheet, pixels
 */
export function inkMm2(spots: readonly Spot[], region: Spot, dpi: number): number {
  const { blankMarginMm, speckMm2 } = pageThresholds;
  const px = dpi / mmPerInch;
  const [wide, high] = [region.right - region.left, region.bottom - region.top];
  const [marginX, marginY] = [wide, high].map(side => Math.min(blankMarginMm * px, side / 10));
  const counted = spots.filter(({ area, left, top, right, bottom }) => {
    const [x, y] = [(left + right) / 2, (top + bottom) / 2];
    const within = x > region.left + (marginX ?? 0) && x < region.right - (marginX ?? 0);
    return (
      within && y > region.top + (marginY ?? 0) && y < region.bottom - (marginY ?? 0) && area >= speckMm2 * px * px
    );
  });
  const streaks = counted.filter(spot => isStreak(spot, wide, high, px));
  const ink = streaks.length > 2 ? counted : counted.filter(spot => !streaks.includes(spot));
  return ink.reduce((sum, { area }) => sum + area, 0) / (px * px);
}

function isStreak({ left, top, right, bottom }: Spot, wide: number, high: number, px: number): boolean {
  const thin = pageThresholds.streakWidthMm * px;
  const [w, h] = [right - left + 1, bottom - top + 1];
  return (w <= thin && h > 0.8 * high) || (h <= thin && w > 0.8 * wide);
}

/** The box around a region; its area in pixels. */
export function regionOf({ from, to }: RowSpans): Spot {
  const region: Spot = { area: 0, left: Number.MAX_SAFE_INTEGER, top: from.length, right: 0, bottom: 0 };
  from.forEach((left, y) => {
    const right = to[y] ?? 0;
    if (right <= left) return;
    region.area += right - left;
    region.left = Math.min(region.left, left);
    region.right = Math.max(region.right, right);
    region.top = Math.min(region.top, y);
    region.bottom = y + 1;
  });
  return region;
}
