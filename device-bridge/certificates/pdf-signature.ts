/** The one signature of a PDF, found and cut out, with the bytes it must vouch for. Nothing here is verified yet. */
export interface PdfSignature {
  /** Everything of the file except the hex string of /Contents. */
  signedBytes: Uint8Array;
  /** DER of the CMS, padding zeros still behind it. */
  cms: Uint8Array;
  subFilter: string | null;
  /** /M of the signature dictionary: what the signer says, proven only to be unchanged. */
  signedAt: Date | null;
}

export type PdfSignatureFinding = { found: true; signature: PdfSignature } | { found: false; why: string };

const maxFileBytes = 20 * 1024 * 1024;
const byteRangePattern = /\/ByteRange\s*\[\s*(\d{1,10})\s+(\d{1,10})\s+(\d{1,10})\s+(\d{1,10})\s*\]/g;

/**
 * Reads /ByteRange and /Contents (ISO 32000-1, 12.8.1) without a PDF parser, which is safe because of what it insists
 * on: exactly one signature, whose range begins at byte 0, ends at the last byte and leaves out one hex string and
 * nothing else. Whatever else the file says has then been signed, and nothing can have been appended.
 */
export function findPdfSignature(pdf: Uint8Array): PdfSignatureFinding {
  if (pdf.length > maxFileBytes) return missing('the file is too large');
  const text = Buffer.from(pdf.buffer, pdf.byteOffset, pdf.byteLength).toString('latin1');
  if (!text.startsWith('%PDF-')) return missing('this is not a PDF');
  const ranges = [...text.matchAll(byteRangePattern)];
  const [only] = ranges;
  if (!only) return missing('there is no signature');
  if (ranges.length > 1 || text.split('/ByteRange').length > 2) return missing('there is more than one signature');
  const [start, headBytes, tailStart, tailBytes] = only.slice(1).map(Number) as [number, number, number, number];
  if (start !== 0 || tailStart < headBytes || tailStart + tailBytes !== pdf.length) {
    return missing('the signature does not cover the whole file');
  }
  if (only.index + only[0].length > headBytes) return missing('the signed range does not cover its own dictionary');
  const hex = /^<((?:[0-9A-Fa-f]{2})+)>$/.exec(text.slice(headBytes, tailStart))?.[1];
  if (hex === undefined) return missing('the part left out of the signature is not a signature');
  const signedBytes = Buffer.concat([pdf.subarray(0, headBytes), pdf.subarray(tailStart)]);
  const dictionary = signatureDictionary(text, only.index, headBytes, tailStart);
  return {
    found: true,
    signature: {
      signedBytes,
      cms: Buffer.from(hex, 'hex'),
      subFilter: /\/SubFilter\s*\/([\w.]+)/.exec(dictionary)?.[1] ?? null,
      signedAt: pdfDate(/\/M\s*\(([^)]*)\)/.exec(dictionary)?.[1] ?? ''),
    },
  };
}

function missing(why: string): PdfSignatureFinding {
  return { found: false, why };
}

/** From the object's begin to its end, /Contents cut out. */
function signatureDictionary(text: string, byteRangeAt: number, headBytes: number, tailStart: number): string {
  const begin = text.lastIndexOf(' obj', byteRangeAt);
  const end = text.indexOf('endobj', tailStart);
  return text.slice(Math.max(begin, 0), headBytes) + text.slice(tailStart, end < 0 ? tailStart : end);
}

/** ISO 32000-1, 7.9.4: D:YYYYMMDDHHmmSS and Z or an offset like +08'00'. */
function pdfDate(value: string): Date | null {
  const parts = /^D:(\d{4})(\d{2})(\d{2})(\d{2})(\d{2})(\d{2})(?:Z|([+-])(\d{2})'?(\d{2})?'?)?/.exec(value);
  if (!parts) return null;
  const [year, month, day, hour, minute, second] = parts.slice(1, 7).map(Number) as [number, ...number[]];
  const offsetMinutes = (Number(parts[8] ?? 0) * 60 + Number(parts[9] ?? 0)) * (parts[7] === '-' ? -1 : 1);
  const at = Date.UTC(year, (month ?? 1) - 1, day, hour, minute, second) - offsetMinutes * 60_000;
  return Number.isNaN(at) ? null : new Date(at);
}
