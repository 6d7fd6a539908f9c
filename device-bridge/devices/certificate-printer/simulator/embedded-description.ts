import ipp, { type IppGroup } from '@sealsystems/ipp';
import { documentTimeoutSeconds } from './embedded-jobs.ts';
import { isHeld, type PeerSettings, trayCapacity, wantedReasons } from './peer-settings.ts';

/** Attributes of PWG 5100.13 and 5100.14 that the library's table lacks: it writes only what it can look up. */
const { tags } = ipp;
Object.assign(ipp.attributes['Printer Description'] ?? {}, {
  'printer-input-tray': { type: 'octetString', tag: tags.octetString, max: 1023 },
  'multiple-operation-time-out-action': { type: 'keyword', tag: tags.keyword, min: 1, max: 1023 },
  'printer-firmware-name': { type: 'name', tag: tags.nameWithoutLanguage, max: 255 },
  'printer-firmware-string-version': { type: 'text', tag: tags.textWithoutLanguage, max: 1023 },
  'printer-config-change-date-time': { type: 'dateTime', tag: tags.dateTime },
  'printer-config-change-time': { type: 'integer', tag: tags.integer, min: 0, max: 0x7fffffff },
});

const a4 = 'iso_a4_210x297mm';
/** Hundredths of a millimetre. */
const a4Size = { 'x-dimension': 21_000, 'y-dimension': 29_700 };
const marginHundredthsMm = 423;
const a4Media = {
  'media-size': a4Size,
  'media-bottom-margin': marginHundredthsMm,
  'media-left-margin': marginHundredthsMm,
  'media-right-margin': marginHundredthsMm,
  'media-top-margin': marginHundredthsMm,
  'media-source': 'main',
  'media-type': 'stationery',
};

/** Job Template attributes: what a job may ask for. One tray of A4, black. */
const template: IppGroup = {
  'copies-default': 1,
  'copies-supported': [[1, 99]],
  'finishings-default': 'none',
  'finishings-supported': 'none',
  'media-default': a4,
  'media-ready': a4,
  'media-supported': a4,
  'media-col-default': a4Media,
  'media-col-ready': a4Media,
  'media-col-supported': Object.keys(a4Media),
  'media-size-supported': a4Size,
  'media-source-supported': 'main',
  'media-type-supported': 'stationery',
  'media-bottom-margin-supported': marginHundredthsMm,
  'media-left-margin-supported': marginHundredthsMm,
  'media-right-margin-supported': marginHundredthsMm,
  'media-top-margin-supported': marginHundredthsMm,
  'orientation-requested-default': 'portrait',
  'orientation-requested-supported': 'portrait',
  'output-bin-default': 'face-down',
  'output-bin-supported': 'face-down',
  'page-ranges-supported': false,
  'print-color-mode-default': 'monochrome',
  'print-color-mode-supported': 'monochrome',
  'print-content-optimize-default': 'auto',
  'print-content-optimize-supported': 'auto',
  'print-quality-default': 'normal',
  'print-quality-supported': 'normal',
  'print-rendering-intent-default': 'auto',
  'print-rendering-intent-supported': 'auto',
  'printer-resolution-default': [[600, 600, 'dpi']],
  'printer-resolution-supported': [[600, 600, 'dpi']],
  'sides-default': 'one-sided',
  'sides-supported': ['one-sided', 'two-sided-long-edge'],
};

export const operations = [
  'Print-Job',
  'Validate-Job',
  'Create-Job',
  'Send-Document',
  'Cancel-Job',
  'Get-Job-Attributes',
  'Get-Jobs',
  'Get-Printer-Attributes',
  'Cancel-My-Jobs',
  'Close-Job',
  'Identify-Printer',
] as const;

export const documentFormats = ['application/octet-stream', 'application/pdf'];
export const compressions = ['none', 'gzip', 'deflate'];

export interface PrinterSituation {
  uri: string;
  uuid: string;
  settings: PeerSettings;
  startedAt: Date;
  busy: boolean;
  activeJobs: number;
}

/** Name to value of every Printer attribute, but for media-col-database, which has to be asked for by name. */
export function describePrinter(now: PrinterSituation): IppGroup {
  return { ...template, ...identity(now), ...condition(now) };
}

export const mediaColDatabase: IppGroup = { 'media-col-database': a4Media };

export function isTemplateAttribute(name: string): boolean {
  return name in template;
}

function identity({ uri, uuid, startedAt }: PrinterSituation): IppGroup {
  const web = uri.replace(/^ipp:/, 'http:').replace(/\/ipp\/print$/, '/');
  return {
    'charset-configured': 'utf-8',
    'charset-supported': 'utf-8',
    'color-supported': false,
    'compression-supported': compressions,
    'document-format-default': 'application/pdf',
    'document-format-supported': documentFormats,
    'generated-natural-language-supported': 'en',
    'identify-actions-default': 'display',
    'identify-actions-supported': 'display',
    'ipp-features-supported': 'ipp-everywhere',
    'ipp-versions-supported': ['1.1', '2.0'],
    'job-creation-attributes-supported': ['document-format', 'document-name', 'job-name', 'copies', 'media', 'sides'],
    'job-ids-supported': true,
    'multiple-document-jobs-supported': false,
    'multiple-operation-time-out': documentTimeoutSeconds,
    'multiple-operation-time-out-action': 'abort-job',
    'natural-language-configured': 'en',
    'operations-supported': [...operations],
    'pages-per-minute': 20,
    'pdl-override-supported': 'attempted',
    'preferred-attributes-supported': false,
    'printer-config-change-date-time': startedAt,
    'printer-config-change-time': 0,
    'printer-device-id': 'MFG:Sample;MDL:Certificate Printer;CMD:PDF;SN:SAMPLE-0001;',
    'printer-firmware-name': 'embedded',
    'printer-firmware-string-version': '1.0',
    'printer-geo-location': 'geo:0,0',
    'printer-get-attributes-supported': 'document-format',
    'printer-icons': `${web}icon.png`,
    'printer-info': 'Certificate printer',
    'printer-location': 'Simulated',
    'printer-make-and-model': 'Sample certificate printer',
    'printer-more-info': web,
    'printer-name': 'certificate-printer',
    'printer-organization': 'Sample',
    'printer-organizational-unit': 'Sample',
    'printer-supply-info-uri': web,
    'printer-uri-supported': uri,
    'printer-uuid': uuid,
    'uri-authentication-supported': 'none',
    'uri-security-supported': 'none',
    'which-jobs-supported': ['completed', 'not-completed'],
  };
}

function supplyReasons({ tonerPercent, wastePercent }: PeerSettings): string[] {
  return [
    ...(tonerPercent === 0 ? ['toner-empty'] : tonerPercent < 10 ? ['toner-low'] : []),
    ...(wastePercent === 100 ? ['marker-waste-full'] : wastePercent > 90 ? ['marker-waste-almost-full'] : []),
  ];
}

function condition({ settings, startedAt, busy, activeJobs }: PrinterSituation): IppGroup {
  const held = busy && isHeld(settings);
  const severity = held ? 'error' : 'warning';
  const empty = settings.tray === 'empty';
  const reasons = [
    ...wantedReasons(settings),
    ...supplyReasons(settings),
    ...(empty ? ['media-empty'] : []),
    ...(empty && busy ? ['media-needed'] : []),
  ].map(reason => `${reason}-${severity}`);
  const upSeconds = Math.floor((Date.now() - startedAt.getTime()) / 1_000) + 1;
  return {
    'printer-state': held ? 'stopped' : busy ? 'processing' : 'idle',
    'printer-state-reasons': reasons.length > 0 ? reasons : 'none',
    'printer-state-message': held ? 'Waiting for attention.' : busy ? 'Printing.' : 'Idle.',
    'printer-state-change-date-time': startedAt,
    'printer-state-change-time': 0,
    'printer-is-accepting-jobs': true,
    'printer-current-time': new Date(),
    'printer-up-time': upSeconds,
    'queued-job-count': activeJobs,
    'printer-input-tray': `type=sheetFeedAutoRemovableTray;mediafeed=29700;mediaxfeed=21000;maxcapacity=${trayCapacity};level=${empty ? 0 : trayCapacity};status=0;name=main;`,
    'printer-supply': [
      `index=1;class=receptacleThatIsFilled;type=wasteToner;unit=percent;maxcapacity=100;level=${settings.wastePercent};colorantname=unknown;`,
      `index=2;class=supplyThatIsConsumed;type=toner;unit=percent;maxcapacity=100;level=${settings.tonerPercent};colorantname=black;`,
    ],
    'printer-supply-description': ['Toner Waste Tank', 'Black Toner'],
  };
}
