import type { FaultName } from '../../../../content/common/faults.ts';
import type { PageMeasures } from './page-report.ts';
import { pageThresholds } from './page-thresholds.ts';

/** What is wrong with a page by its measures. Of a dark or a blank page
 * nothing else is said, and of a crooked one not that its corners are cut off: it follows. */
export function judgePage(measures: PageMeasures): FaultName[] {
  const { darkPaper, blankInkMm2, skewedDegrees, blurredEdgeMm, cutContacts, cutPictureMm } = pageThresholds;
  if (measures.paperBrightness < darkPaper) return ['page-too-dark'];
  if (measures.inkMm2 < blankInkMm2) return ['page-blank'];
  const problems: FaultName[] = [];
  if (Math.abs(measures.angleDegrees ?? 0) > skewedDegrees) problems.push('page-skewed');
  else if (measures.cutSides.some(({ contacts, pictureMm }) => contacts >= cutContacts || pictureMm >= cutPictureMm))
    problems.push('page-cut-edge');
  if ((measures.edgeWidthMm ?? 0) > blurredEdgeMm) problems.push('page-blurred');
  return problems;
}
