import { convexHull, simplified } from './convex-hull.ts';
import type { GreyPicture, Point } from './grey-picture.ts';
import { type LidTone, lidTones, notLid } from './lid.ts';
import { mmPerInch } from './page-thresholds.ts';
import { areaPx, insidePolygon } from './row-spans.ts';
import { edgeTones } from './sheet-edge-tones.ts';
import { type SheetSide, straightSides } from './sheet-sides.ts';
import { spotsOf } from './spots.ts';
import { type Box, boundsOf, cornersOf, intoFrame, outOfFrame } from './turned-frame.ts';

/** A sheet that was seen to end before the glass does. */
export interface Sheet {
  /** Clockwise, of the sides that were seen. */
  degrees: number;
  /** Pixels of the picture that was searched, clockwise from the top left; may lie a little outside of it. */
  corners: Point[];
}

/** Smaller things on the lid are dust or a hair. */
const leastPieceMm2 = 25;
const thinMm = 1.5;
const leastSideMm = 12;
/** A one-inch portrait is 25 mm wide. */
const leastSheetMm = 20;
/** Rounded and torn corners leave this much of a rectangle. */
const leastSolid = 0.85;
/** Sides of one rectangle agree within this. */
const sameDegrees = 1.2;

/**
 * Finds the sheet on the glass: floods the lid's tone in from the border, and takes what the flood cannot enter when it is
 * a rectangle with straight sides. White paper under a white lid without a shadow has no edge to be seen: null, and
 * nothing is cropped; so has a page that covers the glass.
 */
export function findSheet(picture: GreyPicture): Sheet | null {
  const found = lidTones(picture).flatMap(lid => sheetAgainst(picture, lid) ?? []);
  // What is paper and what lid is not known beforehand: the other way round, a corner of the lid may look like a sheet.
  return found.sort((a, b) => b.areaPx - a.areaPx)[0] ?? null;
}

function sheetAgainst(picture: GreyPicture, lid: LidTone): (Sheet & { areaPx: number }) | null {
  const { widthPx, heightPx, dpi } = picture;
  const px = dpi / mmPerInch;
  const mask = notLid(picture, lid);
  dropDust(mask, picture);
  const { ends, boundary, areaPx: area } = outline(mask, widthPx, heightPx);
  // Nothing but lid, or no lid.
  if (ends.length < 3 || area > 0.997 * mask.length) return null;
  const hull = simplified(convexHull(ends), 0.5 * px);
  const seen = straightSides(hull, boundary, { leastLengthPx: leastSideMm * px, nearPx: 0.6 * px });
  const sides = agreeing(seen);
  if (sides.length === 0) return null;
  const weight = sides.reduce((sum, side) => sum + side.lengthPx, 0);
  const degrees = sides.reduce((sum, side) => sum + side.degrees * side.lengthPx, 0) / weight;
  const box = boundsOf(hull.map(point => intoFrame(point, degrees)));
  if (Math.min(box.right - box.left, box.bottom - box.top) < leastSheetMm * px) return null;
  const corners = cornersOf(box).map(corner => outOfFrame(corner, degrees));
  const solid = area / areaPx(insidePolygon(corners, 0, widthPx, heightPx));
  if (solid < leastSolid || !seenSides(box, sides, degrees, px)) return null;
  return edgeTones(picture, sides, lid, area / mask.length) ? { degrees, corners, areaPx: area } : null;
}

/** Most of the length of the sides must lie on the box's sides; else the hull is no rectangle. */
function seenSides(box: Box, sides: readonly SheetSide[], degrees: number, px: number): boolean {
  const onBox = sides.filter(({ from, to }) => {
    const middle = intoFrame({ x: (from.x + to.x) / 2, y: (from.y + to.y) / 2 }, degrees);
    const off = [middle.x - box.left, box.right - middle.x, middle.y - box.top, box.bottom - middle.y];
    return Math.min(...off) < 1.5 * px;
  });
  return onBox.length > 0 && onBox.length >= sides.length - 1;
}

/** The sides whose angles agree with the longest side's. */
function agreeing(sides: readonly SheetSide[]): SheetSide[] {
  const [longest] = [...sides].sort((a, b) => b.lengthPx - a.lengthPx);
  return longest ? sides.filter(side => Math.abs(side.degrees - longest.degrees) <= sameDegrees) : [];
}

function dropDust(mask: Uint8Array, { widthPx, heightPx, dpi }: GreyPicture): void {
  const px = dpi / mmPerInch;
  const { spots, label } = spotsOf(mask, widthPx, heightPx);
  const drop = spots.map(({ area, left, top, right, bottom }) => {
    const long = Math.max(right - left, bottom - top) + 1;
    return area < leastPieceMm2 * px * px || area / long < thinMm * px;
  });
  for (let i = 0; i < mask.length; i++) if (mask[i] === 1 && drop[(label[i] ?? 0) - 1]) mask[i] = 0;
}

/**
 * Where the rows and columns of a mask begin and end. `ends` are pixel corners, for the hull; `boundary` those ends that
 * are not on the picture's border, for the angle.
 */
function outline(mask: Uint8Array, widthPx: number, heightPx: number) {
  const ends: Point[] = [];
  const boundary: Point[] = [];
  let areaPx = 0;
  const end = (point: Point, onBorder: boolean): void => {
    ends.push(point);
    if (!onBorder) boundary.push(point);
  };
  for (let y = 0; y < heightPx; y++) {
    const row = mask.subarray(y * widthPx, (y + 1) * widthPx);
    const left = row.indexOf(1);
    if (left < 0) continue;
    const right = row.lastIndexOf(1) + 1;
    for (let x = left; x < right; x++) areaPx += row[x] ?? 0;
    end({ x: left, y: y + 0.5 }, left <= 1);
    end({ x: right, y: y + 0.5 }, right >= widthPx - 1);
  }
  for (let x = 0; x < widthPx; x++) {
    let [top, bottom] = [-1, -1];
    for (let y = 0; y < heightPx && top < 0; y++) if (mask[y * widthPx + x] === 1) top = y;
    if (top < 0) continue;
    for (let y = heightPx - 1; bottom < 0; y--) if (mask[y * widthPx + x] === 1) bottom = y + 1;
    end({ x: x + 0.5, y: top }, top <= 1);
    end({ x: x + 0.5, y: bottom }, bottom >= heightPx - 1);
  }
  return { ends, boundary, areaPx };
}
