import type { Point } from './grey-picture.ts';
import type { PageReport } from './page-report.ts';
import { mmPerInch, pageThresholds } from './page-thresholds.ts';
import { type Box, boundsOf, cornersOf, intoFrame, outOfFrame } from './turned-frame.ts';

export interface StraightenPlan {
  /** The page is turned back by this, clockwise positive. */
  degrees: number;
  /** What is kept, in the frame turned by `degrees` about the page's top left corner; whole pixels wide and high. */
  box: Box;
  /** What of the page is drawn, in pixels of the page; around it is white. */
  keep: Point[];
}

/** The shadow line and the unevenness of a cut edge. */
const rimMm = 0.5;
/** A crop that takes less off every side is not worth a new picture. */
const leastCropMm = 3;
const inkRoomMm = 2;

/** How a page is put straight and cropped; null: it is straight and whole already, or too crooked to be turned. */
export function straightenPlan(report: PageReport): StraightenPlan | null {
  const { angleDegrees, sheetCorners } = report.measures;
  const found = angleDegrees ?? 0;
  if (Math.abs(found) > pageThresholds.skewedDegrees) return null;
  const degrees = Math.abs(found) < pageThresholds.straightDegrees ? 0 : found;
  const box = wholePixels(sheetCorners ? sheetBox(sheetCorners, degrees) : pageBox(report, degrees));
  if (degrees === 0 && !worthCropping(box, report)) return null;
  return { degrees, box, keep: sheetCorners ? inset(sheetCorners, (rimMm / mmPerInch) * report.dpi) : glass(report) };
}

function sheetBox(corners: readonly Point[], degrees: number): Box {
  return boundsOf(corners.map(corner => intoFrame(corner, degrees)));
}

/** The page's own size, turned about its middle, and more where ink would fall off a corner. */
function pageBox(report: PageReport, degrees: number): Box {
  const { widthPx, heightPx, dpi } = report;
  const middle = intoFrame({ x: widthPx / 2, y: heightPx / 2 }, degrees);
  const [left, top] = [middle.x - widthPx / 2, middle.y - heightPx / 2];
  const page = { left, top, right: left + widthPx, bottom: top + heightPx };
  const ink = report.measures.inkBox;
  if (!ink || degrees === 0) return page;
  const room = (inkRoomMm / mmPerInch) * dpi;
  const kept = boundsOf(glass(report).map(corner => intoFrame(corner, degrees)));
  return {
    left: Math.min(page.left, Math.max(kept.left, ink.left - room)),
    top: Math.min(page.top, Math.max(kept.top, ink.top - room)),
    right: Math.max(page.right, Math.min(kept.right, ink.right + room)),
    bottom: Math.max(page.bottom, Math.min(kept.bottom, ink.bottom + room)),
  };
}

function worthCropping({ left, top, right, bottom }: Box, { widthPx, heightPx, dpi }: PageReport): boolean {
  return Math.max(left, top, widthPx - right, heightPx - bottom) > (leastCropMm / mmPerInch) * dpi;
}

/** A rectangle's corners moved towards its middle, so that each side moves by `px`. */
function inset(corners: readonly Point[], px: number): Point[] {
  const [a, b] = corners;
  if (!a || !b) return [...corners];
  const degrees = (Math.atan2(b.y - a.y, b.x - a.x) * 180) / Math.PI;
  const { left, top, right, bottom } = boundsOf(corners.map(corner => intoFrame(corner, degrees)));
  const smaller = { left: left + px, top: top + px, right: right - px, bottom: bottom - px };
  return cornersOf(smaller).map(corner => outOfFrame(corner, degrees));
}

function glass({ widthPx, heightPx }: PageReport): Point[] {
  return cornersOf({ left: 0, top: 0, right: widthPx, bottom: heightPx });
}

function wholePixels({ left, top, right, bottom }: Box): Box {
  return {
    left,
    top,
    right: left + Math.max(1, Math.round(right - left)),
    bottom: top + Math.max(1, Math.round(bottom - top)),
  };
}
