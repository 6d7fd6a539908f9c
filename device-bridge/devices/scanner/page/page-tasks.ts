import type { FaultName } from '../../../../content/common/faults.ts';
import type { PageReport, ScannedPicture } from './page-report.ts';
import type { PdfLimits } from './pages-to-pdf.ts';

/** What the page process is asked; one at a time. */
export type PageTask =
  | { task: 'inspect'; page: ScannedPicture }
  | { task: 'straighten'; page: ScannedPicture; report: PageReport }
  | { task: 'pdf'; pages: readonly ScannedPicture[]; limits: PdfLimits };

export type PageAnswer =
  | { outcome: 'done'; value: unknown }
  | { outcome: 'refused'; fault: FaultName; detail: string }
  /** A mistake of the program. */
  | { outcome: 'thrown'; stack: string };
