import type { FaultName } from '../../../content/common/faults.ts';
import type { PrinterAttributes, Supply } from './ipp-answers.ts';
import { isA4Name } from './printer-description.ts';
import { a4Levels, sheetsLeftOf, stockOf } from './printer-stock.ts';
import { faultKeywords } from './reason-keywords.ts';
import { severityOf } from './reason-severity.ts';
import type { CertificatePrinterStatus } from './types.ts';

/** What the terminal knows of a printer beyond its own words of the moment. */
export interface Knowledge {
  /** False: it lacks A4 or PDF. */
  suitable: boolean;
  /** The terminal's own forecast of sheets; null: it keeps no count. */
  countedSheetsLeft: number | null;
  /** The CUPS queue in front of it takes no jobs or prints none. */
  queueStopped: boolean;
}

export const printerAlone: Knowledge = { suitable: true, countedSheetsLeft: null, queueStopped: false };

/** What the printer is able to do now, from its own words. Pure. */
export function statusOf(printer: PrinterAttributes, knowledge: Knowledge = printerAlone): CertificatePrinterStatus {
  const stock = stockOf(printer, knowledge.countedSheetsLeft);
  const fault = knowledge.suitable ? faultOf(printer) : 'printer-unsuitable';
  // What has run out needs no warning that it will.
  const warnings = stock.warnings.filter(warning => fault === null || foretold[fault] !== warning);
  if (fault !== null) return { state: 'attention', fault, ...stock, warnings };
  if (knowledge.queueStopped) return { state: 'attention', fault: 'printer-queue-stopped', ...stock };
  return { state: 'ready', busy: printer.state === 'processing', ...stock };
}

const foretold: { [name in FaultName]?: FaultName } = {
  'printer-out-of-paper': 'printer-paper-low',
  'printer-supplies-empty': 'printer-toner-low',
};

function faultOf(printer: PrinterAttributes): FaultName | null {
  const sheetsLeft = sheetsLeftOf(printer.inputTrays);
  for (const [fault, keywords] of faultKeywords) {
    const isStop = fault === 'printer-stopped';
    if (keywords.some(keyword => printer.reasons.some(reason => stops(printer, sheetsLeft, reason, keyword, isStop))))
      return fault;
  }
  const levels = a4Levels(printer.inputTrays);
  if (levels.length > 0 && levels.every(level => level === 0)) return 'printer-out-of-paper';
  // Trays are told, and A4 lies in none of them.
  if (printer.mediaReady.length > 0 && !printer.mediaReady.some(isA4Name)) return 'printer-out-of-paper';
  if (printer.state === 'stopped')
    return printer.supplies.some(isUsedUp) ? 'printer-supplies-empty' : 'printer-stopped';
  return printer.acceptingJobs ? null : 'printer-stopped';
}

/**
 * Severities cannot be taken at their word: ippeveprinter calls an empty tray a mere report while it is idle. They
 * count only where a reason may concern a part that is not needed: one empty tray of several, or a finished pause.
 */
function stops(
  printer: PrinterAttributes,
  sheetsLeft: number | null,
  reason: string,
  keyword: string,
  isStop: boolean,
): boolean {
  const severity = severityOf(reason, keyword);
  if (severity === null) return false;
  const harmless = severity !== 'error' && printer.state !== 'stopped';
  if (keyword === 'media-empty' || keyword === 'input-tray-missing') return !(harmless && (sheetsLeft ?? 0) > 0);
  return !(isStop && harmless);
}

/** Printers go on for a while at level 0, so this only explains a stop that nothing else explains. */
function isUsedUp(supply: Supply): boolean {
  return supply.kind === 'waste' ? supply.level >= 100 : supply.level === 0;
}
