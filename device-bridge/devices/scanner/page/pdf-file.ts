import { type JpegHeader, readJpegHeader } from './jpeg-header.ts';

export interface PdfPage {
  jpeg: Uint8Array;
  dpi: number;
}

const pointsPerInch = 72;
const latin = new TextEncoder();

/**
 * A PDF 1.4 (ISO 32000-1) with one JPEG to a page, each page of the picture's real size, the JPEG's bytes as they are
 * (DCTDecode, 7.4.8). Written here because Typst decodes every picture: 30 pages took it 16 s and 2 GB, and changed them.
 * The same pages give the same bytes; nothing but the title is told about where they come from.
 */
export function writePdf(pages: readonly PdfPage[], title: string): Uint8Array {
  const parts: Uint8Array[] = [];
  const offsets: number[] = [];
  let length = 0;
  const put = (part: Uint8Array | string): void => {
    const bytes = typeof part === 'string' ? latin.encode(part) : part;
    parts.push(bytes);
    length += bytes.length;
  };
  const object = (number: number, body: string, stream?: Uint8Array): void => {
    offsets[number] = length;
    put(`${number} 0 obj\n${body}\n`);
    if (stream) for (const part of ['stream\n', stream, '\nendstream\n']) put(part);
    put('endobj\n');
  };

  put('%PDF-1.4\n');
  // Four bytes above 127 tell a program that moves files that this is no text (7.5.2).
  put(Uint8Array.of(0x25, 0xe2, 0xe3, 0xcf, 0xd3, 0x0a));
  object(1, '<< /Type /Catalog /Pages 2 0 R /ViewerPreferences << /DisplayDocTitle true >> >>');
  const kids = pages.map((_, index) => `${firstPage + 3 * index} 0 R`);
  object(2, `<< /Type /Pages /Count ${pages.length} /Kids [${kids.join(' ')}] >>`);
  object(3, `<< /Title ${textString(title)} >>`);
  pages.forEach(({ jpeg, dpi }, index) => {
    const header = readJpegHeader(jpeg);
    const number = firstPage + 3 * index;
    const [wide, high] = [header.widthPx, header.heightPx].map(px => points(px, dpi));
    const drawing = latin.encode(`q ${wide} 0 0 ${high} 0 0 cm /P Do Q`);
    const resources = `/Resources << /XObject << /P ${number + 2} 0 R >> >> /Contents ${number + 1} 0 R`;
    object(number, `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 ${wide} ${high}] ${resources} >>`);
    object(number + 1, `<< /Length ${drawing.length} >>`, drawing);
    object(number + 2, picture(header, jpeg.length), jpeg);
  });
  const start = length;
  const rows = offsets.slice(1).map(offset => `${String(offset).padStart(10, '0')} 00000 n \n`);
  put(`xref\n0 ${rows.length + 1}\n0000000000 65535 f \n${rows.join('')}`);
  put(`trailer\n<< /Size ${rows.length + 1} /Root 1 0 R /Info 3 0 R >>\nstartxref\n${start}\n%%EOF\n`);
  return joined(parts, length);
}

/** Objects 1 to 3 are catalogue, page tree and title; each page has three. */
const firstPage = 4;

/** What a page costs beside its picture, and a file beside its pages; both a little more than true. */
export const pdfPageBytes = 700;
export const pdfFileBytes = 1500;

function picture({ widthPx, heightPx, components }: JpegHeader, bytes: number): string {
  const colours = components === 1 ? '/DeviceGray' : '/DeviceRGB';
  const size = `/Width ${widthPx} /Height ${heightPx} /ColorSpace ${colours} /BitsPerComponent 8`;
  return `<< /Type /XObject /Subtype /Image ${size} /Filter /DCTDecode /Length ${bytes} >>`;
}

function points(px: number, dpi: number): string {
  return ((px / dpi) * pointsPerInch).toFixed(3);
}

/** UTF-16BE with its mark (7.9.2.2), as hexadecimal digits: any title, nothing to escape. */
function textString(text: string): string {
  const units = Array.from({ length: text.length }, (_, i) => text.charCodeAt(i).toString(16).padStart(4, '0'));
  return `<feff${units.join('')}>`;
}

function joined(parts: readonly Uint8Array[], length: number): Uint8Array {
  const whole = new Uint8Array(length);
  let position = 0;
  for (const part of parts) {
    whole.set(part, position);
    position += part.length;
  }
  return whole;
}
