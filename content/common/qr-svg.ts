import { create } from 'qrcode';

const quietModules = 4;

/** A QR code (ISO/IEC 18004, level M) as one SVG path with its quiet zone: sharp at any printer's resolution. */
export function qrSvg(text: string): string {
  const { size, data } = create(text, { errorCorrectionLevel: 'M' }).modules;
  const runs: string[] = [];
  for (let row = 0; row < size; row++) {
    for (let column = 0; column < size; column++) {
      const begin = column;
      while (column < size && data[row * size + column]) column++;
      // A whole run as one rectangle: no hairlines between modules.
      if (column > begin) runs.push(`M${begin} ${row}h${column - begin}v1h${begin - column}z`);
    }
  }
  const side = size + 2 * quietModules;
  const box = `${-quietModules} ${-quietModules} ${side} ${side}`;
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="${box}" shape-rendering="crispEdges"><path fill="#000" d="${runs.join('')}"/></svg>`;
}
