import type { ScanRequest } from '../types.ts';
import type { EsclCapabilities, EsclSource } from './answers.ts';

/** A4 in 1/300 inch. */
const a4 = { width: 2480, height: 3508 };

const format = 'image/jpeg';

export type ChosenSettings = { ok: true; xml: string; dpi: number } | { ok: false; why: string };

/** The ScanSettings document of a request, in the words this scanner offers (Mopria eSCL specification, 8.2). Pure. */
export function chooseSettings(capabilities: EsclCapabilities, request: ScanRequest): ChosenSettings {
  const source = capabilities.sources[request.source];
  if (source === undefined) return { ok: false, why: `no ${request.source}` };
  const colourMode = request.colour === 'colour' ? 'RGB24' : 'Grayscale8';
  // A scanner that lists nothing has left it out: it is asked for what every scanner does.
  if (!offers(source.colourModes, colourMode)) return { ok: false, why: `no ${colourMode}` };
  if (!offers(source.formats, format)) return { ok: false, why: `no ${format}` };
  const dpi = chooseResolution(source.resolutions, request.dpi);
  if (dpi === null) return { ok: false, why: `no ${request.dpi} dpi: ${JSON.stringify(source.resolutions)}` };
  return { ok: true, xml: settingsXml(source, request, colourMode, dpi), dpi };
}

function offers(offered: ReadonlySet<string>, wanted: string): boolean {
  return offered.size === 0 || offered.has(wanted);
}

/** The wanted resolution, or the next finer one. */
function chooseResolution(offered: EsclSource['resolutions'], dpi: number): number | null {
  if (Array.isArray(offered)) return offered.length === 0 ? dpi : (offered.find(each => each >= dpi) ?? null);
  const { min, max, step } = offered;
  const chosen = min + Math.ceil(Math.max(0, dpi - min) / step) * step;
  return chosen <= max ? chosen : null;
}

function settingsXml(source: EsclSource, request: ScanRequest, colourMode: string, dpi: number): string {
  const lines = [
    '<?xml version="1.0" encoding="UTF-8"?>',
    '<scan:ScanSettings xmlns:scan="http://schemas.hp.com/imaging/escl/2011/05/03" xmlns:pwg="http://www.pwg.org/schemas/2010/12/sm">',
    '<pwg:Version>2.0</pwg:Version>',
    ...(offers(source.intents, 'Document') ? ['<scan:Intent>Document</scan:Intent>'] : []),
    '<pwg:ScanRegions><pwg:ScanRegion>',
    '<pwg:ContentRegionUnits>escl:ThreeHundredthsOfInches</pwg:ContentRegionUnits>',
    '<pwg:XOffset>0</pwg:XOffset><pwg:YOffset>0</pwg:YOffset>',
    `<pwg:Width>${Math.min(a4.width, source.maxWidth ?? a4.width)}</pwg:Width>`,
    `<pwg:Height>${Math.min(a4.height, source.maxHeight ?? a4.height)}</pwg:Height>`,
    '</pwg:ScanRegion></pwg:ScanRegions>',
    `<pwg:InputSource>${request.source === 'feeder' ? 'Feeder' : 'Platen'}</pwg:InputSource>`,
    ...(request.source === 'feeder' ? ['<scan:Duplex>false</scan:Duplex>'] : []),
    `<scan:ColorMode>${colourMode}</scan:ColorMode>`,
    `<scan:XResolution>${dpi}</scan:XResolution><scan:YResolution>${dpi}</scan:YResolution>`,
    `<pwg:DocumentFormat>${format}</pwg:DocumentFormat>`,
    ...(source.formatExt ? [`<scan:DocumentFormatExt>${format}</scan:DocumentFormatExt>`] : []),
    '</scan:ScanSettings>',
  ];
  return lines.join('\n');
}
