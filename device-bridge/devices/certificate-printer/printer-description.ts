import { z } from 'zod';
import type { DeviceIdentity } from '../device.ts';
import { listOf, optionalText } from './ipp-answers.ts';

/** The PWG name of A4 (PWG 5101.1). */
export const a4Media = 'iso_a4_210x297mm';
const pdf = 'application/pdf';

/** What a printer can do for certificates; asked once per contact. */
export interface Capabilities {
  a4: boolean;
  pdf: boolean;
  twoSided: boolean;
  colour: boolean;
  /** Most copies of one job; 1 when it does not say. */
  copiesMax: number;
  /** Job attributes with a value this terminal asks for: only these are sent. */
  accepts: { media: boolean; oneSided: boolean; twoSided: boolean };
}

export interface PrinterDescription {
  identity: DeviceIdentity;
  capabilities: Capabilities;
}

export const requestedDescription = [
  'printer-make-and-model',
  'printer-device-id',
  'printer-serial-number',
  'printer-uuid',
  'printer-firmware-string-version',
  'printer-firmware-name',
  'media-supported',
  'media-ready',
  'sides-supported',
  'color-supported',
  'print-color-mode-supported',
  'copies-supported',
  'document-format-supported',
];

const twoSidedKeyword = 'two-sided-long-edge';

/** Attributes of RFC 8011, PWG 5100.13 and 5100.14 (identity) and IEEE 1284 (device id). Never refuses: what is missing is null or false. */
export const printerDescriptionSchema = z
  .object({
    'printer-make-and-model': optionalText,
    'printer-device-id': optionalText,
    'printer-serial-number': optionalText,
    'printer-uuid': optionalText,
    'printer-firmware-string-version': listOf(z.string()).catch([]),
    'printer-firmware-name': listOf(z.string()).catch([]),
    'media-supported': listOf(z.string()).catch([]),
    'media-ready': listOf(z.string()).catch([]),
    'sides-supported': listOf(z.string()).catch([]),
    'color-supported': z.boolean().catch(false),
    'print-color-mode-supported': listOf(z.string()).catch([]),
    'copies-supported': z.unknown().optional(),
    'document-format-supported': listOf(z.string()).catch([]),
  })
  .transform((raw): PrinterDescription => {
    const media = [...raw['media-supported'], ...raw['media-ready']];
    const sides = raw['sides-supported'];
    return {
      identity: identityOf(raw),
      capabilities: {
        // A printer that names no media at all may well take A4: only one that names others is known not to.
        a4: media.length === 0 || media.some(isA4Name),
        pdf: raw['document-format-supported'].includes(pdf),
        twoSided: sides.includes(twoSidedKeyword),
        colour: raw['color-supported'] || raw['print-color-mode-supported'].includes('color'),
        copiesMax: copiesMax(raw['copies-supported']),
        accepts: {
          media: media.includes(a4Media),
          oneSided: sides.includes('one-sided'),
          twoSided: sides.includes(twoSidedKeyword),
        },
      },
    };
  });

/** True for the names A4 has: the PWG one, its borderless and custom kin, and the old iso-a4 (RFC 2911 appendix C). */
export function isA4Name(media: string): boolean {
  return /(^|[_-])a4($|[_.-])/i.test(media);
}

type RawIdentity = Record<'printer-make-and-model' | 'printer-device-id' | 'printer-serial-number', string | null> & {
  'printer-uuid': string | null;
  'printer-firmware-string-version': string[];
  'printer-firmware-name': string[];
};

function identityOf(raw: RawIdentity): DeviceIdentity {
  const id = deviceId(raw['printer-device-id'] ?? '');
  const firmware = raw['printer-firmware-string-version'].join(', ') || raw['printer-firmware-name'].join(', ');
  return {
    manufacturer: id.get('MFG') ?? id.get('MANUFACTURER') ?? null,
    model: raw['printer-make-and-model'] ?? id.get('MDL') ?? id.get('MODEL') ?? null,
    // Without a serial number the printer's own UUID tells two of a kind apart.
    serialNumber: raw['printer-serial-number'] ?? serialIn(id) ?? raw['printer-uuid'],
    firmware: firmware === '' ? null : firmware,
  };
}

function serialIn(id: Map<string, string>): string | null {
  return id.get('SN') ?? id.get('SERN') ?? id.get('SERIALNUMBER') ?? null;
}

/** `MFG:..;MDL:..;` (IEEE 1284-2000, clause 7.6). */
function deviceId(text: string): Map<string, string> {
  const pairs = text.split(';').map(pair => /^\s*([^:]+?)\s*:\s*(.+?)\s*$/s.exec(pair));
  return new Map(pairs.flatMap(pair => (pair?.[1] && pair[2] ? [[pair[1].toUpperCase(), pair[2]]] : [])));
}

/** rangeOfInteger comes as [low, high], alone or in a list. */
function copiesMax(value: unknown): number {
  const numbers = [value].flat(2).filter(each => typeof each === 'number');
  return Math.max(1, ...numbers);
}
