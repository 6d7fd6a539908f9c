import type { FaultName } from '../../../content/common/faults.ts';
import { type PrinterAttributes, type Supply, wholeNumber } from './ipp-answers.ts';
import { warningKeywords } from './reason-keywords.ts';
import { severityOf } from './reason-severity.ts';
import type { PrinterStock } from './types.ts';

/** From here on down a technician should come by. */
const lowTonerPercent = 10;
const lowSheets = 20;

/** What is in the printer. countedSheetsLeft: the terminal's own forecast, for a printer that gives no number. Pure. */
export function stockOf(printer: PrinterAttributes, countedSheetsLeft: number | null): PrinterStock {
  const told = sheetsLeftOf(printer.inputTrays);
  const sheetsLeft = told ?? countedSheetsLeft;
  const tonerPercent = tonerPercentOf(printer.supplies);
  return {
    sheetsLeft,
    sheetsLeftIsEstimate: told === null && sheetsLeft !== null,
    tonerPercent,
    warnings: warningsOf(printer.reasons, sheetsLeft, tonerPercent),
  };
}

/**
 * Sheets of A4 the printer says it holds; null when no tray tells. Levels are those of prtInputCurrentLevel
 * (RFC 3805): -1 no limit, -2 unknown, -3 at least one.
 */
export function sheetsLeftOf(trays: PrinterAttributes['inputTrays']): number | null {
  const known = a4Levels(trays).filter(level => level >= 0);
  return known.length === 0 ? null : known.reduce((sum, level) => sum + level, 0);
}

/** Levels of the trays that hold A4, or do not say what they hold, and count in sheets. */
export function a4Levels(trays: PrinterAttributes['inputTrays']): number[] {
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

function tonerPercentOf(supplies: Supply[]): number | null {
  const levels = supplies.filter(supply => supply.kind === 'toner' && supply.level >= 0).map(supply => supply.level);
  return levels.length === 0 ? null : Math.min(100, ...levels);
}

function warningsOf(reasons: string[], sheetsLeft: number | null, tonerPercent: number | null): FaultName[] {
  const low = new Set(
    warningKeywords
      .filter(([, keywords]) => keywords.some(keyword => reasons.some(reason => severityOf(reason, keyword) !== null)))
      .map(([name]) => name),
  );
  if (tonerPercent !== null && tonerPercent <= lowTonerPercent) low.add('printer-toner-low');
  if (sheetsLeft !== null && sheetsLeft <= lowSheets) low.add('printer-paper-low');
  return warningKeywords.map(([name]) => name).filter(name => low.has(name));
}
