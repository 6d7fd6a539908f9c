import type { FaultName } from '../../../../content/common/faults.ts';
import type { CutSide } from './cut-edge.ts';
import type { Point } from './grey-picture.ts';
import type { EdgeWidths } from './sharpness.ts';
import type { Box } from './turned-frame.ts';

/** A page as a scanner gave it, or as it was straightened. */
export interface ScannedPicture {
  jpeg: Uint8Array;
  dpi: number;
}

export interface PageMeasures {
  /** Ink inside the margins, and its share of the sheet. */
  inkMm2: number;
  inkShare: number;
  /** The paper's tone, 0 black to 255 white. */
  paperBrightness: number;
  /** How far the page is turned clockwise; null when neither print nor an edge of the sheet says. */
  angleDegrees: number | null;
  angleFrom: 'print' | 'sheet' | null;
  edgeWidths: EdgeWidths;
  /** Corners of the sheet in pixels of the page, clockwise from the top left; null when the sheet covers the glass or has no visible edge. */
  sheetCorners: Point[] | null;
  cutSides: CutSide[];
  /** Box around all ink in the frame turned by angleDegrees about the page's top left corner, pixels of the page. */
  inkBox: Box | null;
}

export interface PageReport {
  /** What is wrong, most helpful first; none: a good page. Each has its words on how to do it better in the catalogue of faults. */
  problems: FaultName[];
  measures: PageMeasures;
  widthPx: number;
  heightPx: number;
  dpi: number;
}

export interface StraightenedPage extends ScannedPicture {
  widthPx: number;
  heightPx: number;
}
