import { z } from 'zod';

/**
 * What this terminal reads from a printer's answers, checked at the boundary. Attribute names and values are those of
 * RFC 8011 (job and printer), PWG 5100.13 (trays and supplies) and the CUPS marker-* attributes.
 */

/** The library gives one value bare, several as an array and no-value as ''. */
export function listOf<T extends z.ZodType>(item: T) {
  return z.preprocess(
    value => (value === undefined || value === '' ? [] : Array.isArray(value) ? value : [value]),
    z.array(item),
  );
}

/** A number that many printers leave out or answer with no-value. */
const optionalNumber = z.preprocess(value => (typeof value === 'number' ? value : null), z.number().nullable());
/** The library writes a text with its language as `en<RS>text`. */
const languageMark = '\u001e';
export const optionalText = z.preprocess(
  value => (typeof value === 'string' ? value.slice(value.indexOf(languageMark) + 1).trim() || null : null),
  z.string().nullable(),
);

export const printerAttributesSchema = z
  .object({
    'printer-state': z.enum(['idle', 'processing', 'stopped']),
    'printer-state-reasons': listOf(z.string()),
    'printer-is-accepting-jobs': z.boolean().default(true),
    'media-ready': listOf(z.string()),
    'printer-input-tray': listOf(z.string()),
    'printer-supply': listOf(z.string()),
    'marker-types': listOf(z.string()),
    'marker-levels': listOf(z.number()),
  })
  .transform(raw => ({
    state: raw['printer-state'],
    reasons: raw['printer-state-reasons'].filter(reason => reason !== 'none'),
    acceptingJobs: raw['printer-is-accepting-jobs'],
    mediaReady: raw['media-ready'],
    inputTrays: raw['printer-input-tray'].map(keyValues),
    supplies: [...raw['printer-supply'].map(supplyOf), ...markersOf(raw['marker-types'], raw['marker-levels'])],
  }));

export const requestedPrinterAttributes = [
  'printer-state',
  'printer-state-reasons',
  'printer-is-accepting-jobs',
  'media-ready',
  'printer-input-tray',
  'printer-supply',
  'marker-types',
  'marker-levels',
];

export type PrinterAttributes = z.output<typeof printerAttributesSchema>;

/** level: percent left (toner, other: drum, fuser) or used (waste); negative when the printer does not know. */
export interface Supply {
  kind: 'toner' | 'other' | 'waste';
  level: number;
}

export const jobStates = [
  'pending',
  'pending-held',
  'processing',
  'processing-stopped',
  'canceled',
  'aborted',
  'completed',
] as const;

export const jobAttributesSchema = z
  .object({
    'job-id': z.number().int().positive(),
    'job-uuid': optionalText,
    'job-state': z.enum(jobStates),
    'job-state-reasons': listOf(z.string()),
    'job-impressions-completed': optionalNumber,
    'job-media-sheets-completed': optionalNumber,
    'number-of-intervening-jobs': optionalNumber,
  })
  .transform(raw => ({
    id: raw['job-id'],
    uuid: raw['job-uuid'],
    state: raw['job-state'],
    reasons: raw['job-state-reasons'].filter(reason => reason !== 'none'),
    sheetsDone: raw['job-media-sheets-completed'] ?? raw['job-impressions-completed'] ?? 0,
    jobsBefore: raw['number-of-intervening-jobs'] ?? 0,
  }));

export const requestedJobAttributes = [
  'job-id',
  'job-uuid',
  'job-state',
  'job-state-reasons',
  'job-impressions-completed',
  'job-media-sheets-completed',
  'number-of-intervening-jobs',
];

export type JobAttributes = z.output<typeof jobAttributesSchema>;

/** `a=1;b=2;` as PWG 5100.13 writes trays and supplies. */
function keyValues(text: string): Record<string, string> {
  return Object.fromEntries(
    text
      .split(';')
      .map(pair => pair.split('='))
      .flatMap(([key, value]) => (key !== undefined && value !== undefined ? [[key.trim(), value.trim()]] : [])),
  );
}

/** Levels count in percent, or in the unit that maxcapacity counts in (RFC 3805, prtMarkerSuppliesLevel). */
function supplyOf(text: string): Supply {
  const { class: use, type = '', unit, level, maxcapacity } = keyValues(text);
  const kind = use === 'receptacleThatIsFilled' ? 'waste' : kindOf(type);
  const told = wholeNumber(level) ?? -2;
  const capacity = wholeNumber(maxcapacity) ?? -2;
  const inPercent = unit === undefined || unit === 'percent' || capacity <= 0 || told < 0;
  return { kind, level: inPercent ? told : Math.round((told / capacity) * 100) };
}

function markersOf(types: string[], levels: number[]): Supply[] {
  return levels.map((level, index) => ({ kind: kindOf(types[index] ?? ''), level }));
}

function kindOf(type: string): Supply['kind'] {
  if (/waste/i.test(type)) return 'waste';
  return /toner|ink/i.test(type) ? 'toner' : 'other';
}

export function wholeNumber(text: string | undefined): number | null {
  return text !== undefined && /^-?\d+$/.test(text) ? Number(text) : null;
}
