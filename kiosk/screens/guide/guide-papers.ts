import type { DevicesView, GuidePaper } from '../../../device-bridge/api/types.ts';

/** On which paper a list can be printed now, the small one first: it costs less and fits a pocket. */
export function workingPapers({ receiptPrinter, certificatePrinter }: DevicesView): GuidePaper[] {
  const papers: GuidePaper[] = [];
  if (receiptPrinter?.state === 'ready') papers.push('receipt');
  if (certificatePrinter.state === 'ready') papers.push('a4');
  return papers;
}
