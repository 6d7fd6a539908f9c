import { transform } from 'receiptline';

/** Characters a line: 48 on paper of 80 mm, 32 on 58 mm. A Chinese character takes two. */
export type Columns = 48 | 32;

/**
 * receiptline markup as ESC/POS, GB18030, 203 dpi. Codes are raster images (GS v 0), which every model draws, with
 * modules of four dots: their bytes are then never those of a real-time command (DLE ...), which a printer would obey in
 * the middle of the picture. Ends with a cut and GS r 1, the question that is answered behind the last byte.
 */
export function receiptBytes(document: string, columns: Columns = 48): Uint8Array {
  const commands = transform(document, {
    cpl: columns,
    encoding: 'gb18030',
    command: 'generic',
    spacing: true,
    cutting: true,
  });
  return Buffer.from(commands, 'latin1');
}

/** The same document as a picture for the screen: an <svg> element, without scripts and without a way to the network. */
export function receiptSvg(document: string, columns: Columns = 48): string {
  return transform(document, { cpl: columns, encoding: 'gb18030', command: 'svg', spacing: true });
}
