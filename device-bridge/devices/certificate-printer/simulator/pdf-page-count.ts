import { inflateSync } from 'node:zlib';

/**
 * Pages of a PDF: the largest /Count of its page tree (ISO 32000-1 section 7.7.3), which may stand in a compressed
 * object stream (7.5.7). At least 1. Enough for what a printer peer needs; it never refuses a document.
 */
export function pdfPageCount(document: Uint8Array): number {
  const bytes = Buffer.from(document.buffer, document.byteOffset, document.byteLength);
  const text = bytes.toString('latin1');
  const counts = [text, ...objectStreams(bytes, text)].flatMap(countsIn);
  return Math.max(1, ...counts);
}

/** Type and count in the same dictionary, in either order; an outline has a /Count of its own. */
function countsIn(text: string): number[] {
  const pageTrees = text.matchAll(/\/Type\s*\/Pages\b[^>]*?\/Count\s+(\d+)|\/Count\s+(\d+)[^>]*?\/Type\s*\/Pages\b/g);
  return [...pageTrees].map(match => Number(match[1] ?? match[2]));
}

function objectStreams(bytes: Buffer, text: string): string[] {
  return [...text.matchAll(/\/ObjStm\b[\s\S]{0,500}?stream\r?\n/g)].flatMap(match => {
    try {
      const inflated = inflateSync(bytes.subarray(match.index + match[0].length), { finishFlush: 2 });
      return [inflated.toString('latin1')];
    } catch {
      return [];
    }
  });
}
