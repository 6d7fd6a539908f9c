import type { FaultName } from '../../../../content/common/faults.ts';
import type { PageMeasures } from './page-report.ts';
import { pageThresholds } from './page-thresholds.ts';
import type { EdgeWidths } from './sharpness.ts';

/** What is wrong with a page by its measures. Of a dark or a blank page
 * nothing else is said, and of a crooked one not that its corners are cut off: it follows. */
export function judgePage(measures: PageMeasures): FaultName[] {
  const { darkPaper, blankInkMm2, skewedDegrees, cutContacts } = pageThresholds;
  if (measures.paperBrightness < darkPaper) return ['page-too-dark'];
  if (measures.inkMm2 < blankInkMm2) return ['page-blank'];
  const problems: FaultName[] = [];
  if (Math.abs(measures.angleDegrees ?? 0) > skewedDegrees) problems.push('page-skewed');
  else if (measures.cutSides.some(({ contacts }) => contacts >= cutContacts)) problems.push('page-cut-edge');
  if (isBlurred(measures.edgeWidths)) problems.push('page-blurred');
  return problems;
}

/** Blurred both ways, or so much one way that only movement does it: photographs are soft one way by themselves. */
function isBlurred({ acrossMm, downMm }: EdgeWidths): boolean {
  const known = [acrossMm, downMm].filter(width => width !== null);
  if (known.length === 0) return false;
  return Math.min(...known) > pageThresholds.blurredEdgeMm || Math.max(...known) > pageThresholds.movedEdgeMm;
}
