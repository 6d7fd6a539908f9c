import type { FaultName } from '../../../content/common/faults.ts';
import { type PrinterAttributes, wholeNumber } from './ipp-answers.ts';
import type { CertificatePrinterStatus } from './types.ts';

/** How bad the printer says a reason is (RFC 8011 section 5.4.12). No suffix means error. */
export type Severity = 'report' | 'warning' | 'error';
const severities: Severity[] = ['report', 'warning', 'error'];

/**
 * The reasons that keep a sheet from coming out, the most important first: a jam needs a person and stops everything
 * else from mattering, an open cover hides what the sensors under it say. Registered in RFC 8011 and PWG 5100.9.
 */
const faultsByImportance: [FaultName, string[]][] = [
  ['printer-jammed', ['media-jam']],
  ['printer-cover-open', ['cover-open', 'door-open', 'interlock-open']],
  ['printer-out-of-paper', ['media-needed', 'media-empty', 'input-tray-missing']],
  [
    'printer-supplies-empty',
    [
      'toner-empty',
      'marker-supply-empty',
      'marker-supply-missing',
      'marker-waste-full',
      'developer-empty',
      'opc-life-over',
    ],
  ],
  [
    'printer-stopped',
    [
      'paused',
      'moving-to-paused',
      'stopping',
      'stopped',
      'shutdown',
      'deactivated',
      'offline',
      'spool-area-full',
      'output-area-full',
      'output-tray-missing',
      'fuser-over-temp',
      'fuser-under-temp',
    ],
  ],
];

/**
 * The severity when `reason` is `keyword`, else null. Some printers cut long reasons short
 * ("marker-waste-almost-full-warnin"), so any beginning of a severity counts.
 */
export function severityOf(reason: string, keyword: string): Severity | null {
  if (!reason.startsWith(keyword)) return null;
  const rest = reason.slice(keyword.length);
  if (rest === '' || rest === '-') return 'error';
  return severities.find(severity => `-${severity}`.startsWith(rest)) ?? null;
}

/**
 * Sheets of A4 the printer says it holds; null when no tray tells. Levels are those of prtInputCurrentLevel
 * (RFC 3805): -1 no limit, -2 unknown, -3 at least one.
 */
export function sheetsLeftOf(trays: PrinterAttributes['inputTrays']): number | null {
  const known = levelsOf(trays).filter(level => level >= 0);
  return known.length === 0 ? null : known.reduce((sum, level) => sum + level, 0);
}

/** What the printer is able to do now, from its own words. Pure. */
export function statusOf(printer: PrinterAttributes): CertificatePrinterStatus {
  const sheetsLeft = sheetsLeftOf(printer.inputTrays);
  const fault = faultOf(printer, sheetsLeft);
  return fault === null
    ? { state: 'ready', busy: printer.state === 'processing', sheetsLeft }
    : { state: 'attention', fault, sheetsLeft };
}

function faultOf(printer: PrinterAttributes, sheetsLeft: number | null): FaultName | null {
  for (const [fault, keywords] of faultsByImportance) {
    if (keywords.some(keyword => printer.reasons.some(reason => stops(printer, sheetsLeft, reason, keyword)))) {
      return fault;
    }
  }
  const levels = levelsOf(printer.inputTrays);
  if (levels.length > 0 && levels.every(level => level === 0)) return 'printer-out-of-paper';
  if (printer.state === 'stopped')
    return printer.supplies.some(isUsedUp) ? 'printer-supplies-empty' : 'printer-stopped';
  return printer.acceptingJobs ? null : 'printer-stopped';
}

/**
 * Severities cannot be taken at their word: ippeveprinter calls an empty tray a mere report while it is idle. They
 * count only where a reason may concern a part that is not needed: one empty tray of several, or a finished pause.
 */
function stops(printer: PrinterAttributes, sheetsLeft: number | null, reason: string, keyword: string): boolean {
  const severity = severityOf(reason, keyword);
  if (severity === null) return false;
  const harmless = severity !== 'error' && printer.state !== 'stopped';
  if (keyword === 'media-empty' || keyword === 'input-tray-missing') return !(harmless && (sheetsLeft ?? 0) > 0);
  const isStop = faultsByImportance.some(
    ([fault, keywords]) => fault === 'printer-stopped' && keywords.includes(keyword),
  );
  return !(isStop && harmless);
}

/** Levels of the trays that hold A4, or do not say what they hold, and count in sheets. */
function levelsOf(trays: PrinterAttributes['inputTrays']): number[] {
  return trays
    .filter(tray => isA4(tray) && (tray.unit === undefined || tray.unit === 'sheets'))
    .map(tray => wholeNumber(tray.level) ?? -2);
}

/** Feeds are in hundredths of a millimetre; 0 or less means not stated. A tray may feed A4 either way round. */
function isA4(tray: Record<string, string>): boolean {
  const sides = [tray.mediafeed, tray.mediaxfeed].map(side => wholeNumber(side) ?? 0);
  if (sides.some(side => side <= 0)) return true;
  const [short = 0, long = 0] = sides.sort((a, b) => a - b);
  return Math.abs(short - 21_000) <= 100 && Math.abs(long - 29_700) <= 100;
}

/** Printers go on for a while at level 0, so this only explains a stop that nothing else explains. */
function isUsedUp(supply: PrinterAttributes['supplies'][number]): boolean {
  return supply.kind === 'waste' ? supply.level >= 100 : supply.level === 0;
}
