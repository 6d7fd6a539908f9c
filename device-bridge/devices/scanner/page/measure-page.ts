import { inkMm2, regionOf } from './blank.ts';
import { paperBrightness } from './brightness.ts';
import { cutSides } from './cut-edge.ts';
import { type GreyPicture, halved, type Point } from './grey-picture.ts';
import { inkOf } from './ink.ts';
import type { PageMeasures } from './page-report.ts';
import { mmPerInch, pageThresholds } from './page-thresholds.ts';
import { areaPx, insidePolygon, type RowSpans, wholePicture } from './row-spans.ts';
import { type SharpnessWindow, sharpnessWindows } from './sharpness.ts';
import { findSheet, type Sheet } from './sheet.ts';
import { type Spot, spotsOf } from './spots.ts';
import { type TextAngle, textAngle } from './text-angle.ts';
import { type Box, boundsOf, intoFrame } from './turned-frame.ts';

/** Shadow lines lie along the sheet's edge. */
const edgeShadowMm = 1.5;
const smallSheetMm = 150;

type Angle = Pick<PageMeasures, 'angleDegrees' | 'angleFrom'>;

export interface MeasuredGrey {
  measures: Omit<PageMeasures, 'edgeWidths'>;
  /** Where sharpness is best measured, pixels of the picture that was measured. */
  windows: SharpnessWindow[];
}

/** Everything that a page's grey picture at analysisDpi says. `scale`: pixels of the page per pixel of the picture. */
export function measureGrey(picture: GreyPicture, scale: number): MeasuredGrey {
  const { widthPx, heightPx, dpi } = picture;
  const px = dpi / mmPerInch;
  const sheet = findSheet(halved(picture));
  const corners = sheet?.corners.map(({ x, y }) => ({ x: 2 * x, y: 2 * y })) ?? null;
  const within = (insetMm: number): RowSpans =>
    corners ? insidePolygon(corners, insetMm * px, widthPx, heightPx) : wholePicture(widthPx, heightPx);
  const spans = within(edgeShadowMm);
  const ink = inkOf(picture, spans);
  const { spots, label } = spotsOf(ink, widthPx, heightPx);
  const region = regionOf(spans);
  const mm2 = inkMm2(spots, region, dpi);
  const angle = chooseAngle(sheet, textAngle(ink, widthPx, spots, label), px);
  const scaled = ({ x, y }: Point): Point => ({ x: x * scale, y: y * scale });
  return {
    measures: {
      inkMm2: mm2,
      inkShare: (mm2 * px * px) / Math.max(1, areaPx(spans)),
      paperBrightness: paperBrightness(picture, spans),
      ...angle,
      sheetCorners: corners?.map(scaled) ?? null,
      cutSides: cutSides(picture, spans),
      inkBox: inkBox(spots, angle.angleDegrees ?? 0, px, scaled),
    },
    windows: sharpnessWindows(ink, widthPx, heightPx),
  };
}

/**
 * Print on a large sheet says the angle best, and a form may stand crooked on its sheet; of small sheets, whose lines are
 * short, the edges do.
 */
function chooseAngle(sheet: Sheet | null, print: TextAngle | null, px: number): Angle {
  const clear = print && print.confidence >= pageThresholds.textConfidence ? print.degrees : null;
  if (!sheet) return { angleDegrees: clear, angleFrom: clear === null ? null : 'print' };
  const { left, top, right, bottom } = boundsOf(sheet.corners.map(corner => intoFrame(corner, sheet.degrees)));
  const small = Math.max(right - left, bottom - top) * 2 < smallSheetMm * px;
  const byEdges = clear === null || small;
  return { angleDegrees: byEdges ? sheet.degrees : clear, angleFrom: byEdges ? 'sheet' : 'print' };
}

function inkBox(spots: readonly Spot[], degrees: number, px: number, scaled: (point: Point) => Point): Box | null {
  const points = spots
    .filter(({ area }) => area >= pageThresholds.speckMm2 * px * px)
    .flatMap(({ left, top, right, bottom }) => [
      { x: left, y: top },
      { x: right + 1, y: top },
      { x: right + 1, y: bottom + 1 },
      { x: left, y: bottom + 1 },
    ])
    .map(point => intoFrame(scaled(point), degrees));
  return points.length === 0 ? null : boundsOf(points);
}
