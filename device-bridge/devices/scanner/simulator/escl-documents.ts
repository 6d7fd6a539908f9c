/** What the simulated scanner says of itself, in the words of the Mopria eSCL specification. */

const head =
  '<?xml version="1.0" encoding="UTF-8"?>\n<scan:$ xmlns:scan="http://schemas.hp.com/imaging/escl/2011/05/03" xmlns:pwg="http://www.pwg.org/schemas/2010/12/sm">';

function document(name: string, lines: string[]): string {
  return [head.replace('$', name), ...lines, `</scan:${name}>`, ''].join('\n');
}

export const resolutions = [75, 150, 200, 300, 600];
export const colourModes = ['RGB24', 'Grayscale8'];

/** A little larger than A4, in 1/300 inch: Letter's width, as most glasses have it. */
export const glassSize = { width: 2550, height: 3508 };

const inputCaps = [
  '<scan:MinWidth>16</scan:MinWidth>',
  `<scan:MaxWidth>${glassSize.width}</scan:MaxWidth>`,
  '<scan:MinHeight>16</scan:MinHeight>',
  `<scan:MaxHeight>${glassSize.height}</scan:MaxHeight>`,
  '<scan:MaxScanRegions>1</scan:MaxScanRegions>',
  '<scan:SettingProfiles><scan:SettingProfile>',
  `<scan:ColorModes>${colourModes.map(mode => `<scan:ColorMode>${mode}</scan:ColorMode>`).join('')}</scan:ColorModes>`,
  '<scan:DocumentFormats><pwg:DocumentFormat>image/jpeg</pwg:DocumentFormat><scan:DocumentFormatExt>image/jpeg</scan:DocumentFormatExt></scan:DocumentFormats>',
  '<scan:SupportedResolutions><scan:DiscreteResolutions>',
  ...resolutions.map(
    dpi =>
      `<scan:DiscreteResolution><scan:XResolution>${dpi}</scan:XResolution><scan:YResolution>${dpi}</scan:YResolution></scan:DiscreteResolution>`,
  ),
  '</scan:DiscreteResolutions></scan:SupportedResolutions>',
  '</scan:SettingProfile></scan:SettingProfiles>',
  '<scan:SupportedIntents><scan:Intent>Document</scan:Intent><scan:Intent>Photo</scan:Intent></scan:SupportedIntents>',
];

export const capabilitiesDocument = document('ScannerCapabilities', [
  '<pwg:Version>2.63</pwg:Version>',
  '<pwg:MakeAndModel>Township Sample Scanner</pwg:MakeAndModel>',
  '<scan:Manufacturer>Township</scan:Manufacturer>',
  '<pwg:SerialNumber>SAMPLE-0001</pwg:SerialNumber>',
  '<scan:UUID>5a3f1c00-0000-4000-8000-331003000001</scan:UUID>',
  `<scan:Platen><scan:PlatenInputCaps>${inputCaps.join('')}</scan:PlatenInputCaps></scan:Platen>`,
  `<scan:Adf><scan:AdfSimplexInputCaps>${inputCaps.join('')}</scan:AdfSimplexInputCaps><scan:FeederCapacity>50</scan:FeederCapacity></scan:Adf>`,
]);

export interface StatusWords {
  state: 'Idle' | 'Processing';
  adfState: string;
  jobs: { path: string; id: string; state: string; reason: string; completed: number; left: number }[];
}

export function statusDocument({ state, adfState, jobs }: StatusWords): string {
  return document('ScannerStatus', [
    '<pwg:Version>2.63</pwg:Version>',
    `<pwg:State>${state}</pwg:State>`,
    `<scan:AdfState>${adfState}</scan:AdfState>`,
    '<scan:Jobs>',
    ...jobs.map(
      job =>
        `<scan:JobInfo><pwg:JobUri>${job.path}</pwg:JobUri><pwg:JobUuid>${job.id}</pwg:JobUuid><scan:Age>1</scan:Age>` +
        `<pwg:ImagesCompleted>${job.completed}</pwg:ImagesCompleted><pwg:ImagesToTransfer>${job.left}</pwg:ImagesToTransfer>` +
        `<pwg:JobState>${job.state}</pwg:JobState><pwg:JobStateReasons><pwg:JobStateReason>${job.reason}</pwg:JobStateReason></pwg:JobStateReasons></scan:JobInfo>`,
    ),
    '</scan:Jobs>',
  ]);
}
