import { child, numberOf, parseXml, textOf } from '../escl/xml.ts';
import { colourModes, glassSize, resolutions } from './escl-documents.ts';

/** What a client wants scanned. Sizes in 1/300 inch. */
export interface ScanWish {
  source: 'flatbed' | 'feeder';
  width: number;
  height: number;
  dpi: number;
  grey: boolean;
}

/** Reads ScanSettings. Null: not what this scanner offers (HTTP 409). */
export function readScanSettings(text: string): ScanWish | null {
  const root = parseXml(text);
  if (root?.name !== 'ScanSettings') return null;
  const region = child(child(root, 'ScanRegions'), 'ScanRegion');
  const input = textOf(root, 'InputSource');
  const mode = textOf(root, 'ColorMode') ?? 'RGB24';
  const dpi = numberOf(root, 'XResolution');
  const width = numberOf(region, 'Width') ?? glassSize.width;
  const height = numberOf(region, 'Height') ?? glassSize.height;
  const format = textOf(root, 'DocumentFormatExt') ?? textOf(root, 'DocumentFormat');
  const offered =
    (input === 'Platen' || input === 'Feeder') &&
    colourModes.includes(mode) &&
    format === 'image/jpeg' &&
    width >= 16 &&
    height >= 16 &&
    width <= glassSize.width &&
    height <= glassSize.height;
  if (!offered || dpi === null || !resolutions.includes(dpi)) return null;
  return { source: input === 'Feeder' ? 'feeder' : 'flatbed', width, height, dpi, grey: mode === 'Grayscale8' };
}
