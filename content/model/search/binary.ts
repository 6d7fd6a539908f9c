/**
 * A row of byte sections in one buffer: a magic number, the number of sections, the length of each (all uint32, little
 * endian), a check over everything behind it, then the sections, each beginning at a multiple of four.
 */
const magic = 0x31535948;
const headWords = 3;
/** Of a search index: build-index.ts writes them, open-index.ts reads them. */
export const sectionCount = 12;

/** @throws Error when the sections are too large for their lengths to be written */
export function joinSections(sections: readonly Uint8Array[]): Uint8Array {
  const headBytes = 4 * (headWords + sections.length);
  const bytes = new Uint8Array(headBytes + sections.reduce((sum, { length }) => sum + padded(length), 0));
  const head = new DataView(bytes.buffer);
  head.setUint32(0, magic, true);
  head.setUint32(4, sections.length, true);
  let at = headBytes;
  for (const [index, section] of sections.entries()) {
    head.setUint32(4 * (headWords + index), section.length, true);
    bytes.set(section, at);
    at += padded(section.length);
  }
  head.setUint32(8, checkOf(bytes), true);
  return bytes;
}

/**
 * Views of the sections, without a copy.
 * @throws Error when the bytes are not whole
 */
export function splitSections(bytes: Uint8Array, expected: number): Uint8Array[] {
  // Views of whole numbers need a buffer that begins at a multiple of four.
  const own = bytes.byteOffset % 4 === 0 ? bytes : bytes.slice();
  const head = new DataView(own.buffer, own.byteOffset, own.byteLength);
  if (own.length < 4 * (headWords + expected) || head.getUint32(0, true) !== magic) throw new Error('no search index');
  if (head.getUint32(4, true) !== expected) throw new Error('a search index of another form');
  let at = 4 * (headWords + expected);
  const sections: Uint8Array[] = [];
  for (let index = 0; index < expected; index++) {
    const length = head.getUint32(4 * (headWords + index), true);
    if (at + length > own.length) throw new Error('a torn search index');
    sections.push(own.subarray(at, at + length));
    at += padded(length);
  }
  if (at !== own.length || head.getUint32(8, true) !== checkOf(own)) throw new Error('a damaged search index');
  return sections;
}

export function uint16View(section: Uint8Array): Uint16Array {
  return new Uint16Array(section.buffer, section.byteOffset, section.byteLength / 2);
}

export function uint32View(section: Uint8Array): Uint32Array {
  return new Uint32Array(section.buffer, section.byteOffset, section.byteLength / 4);
}

export function bytesOf(array: Uint16Array | Uint32Array): Uint8Array {
  return new Uint8Array(array.buffer, array.byteOffset, array.byteLength);
}

function padded(length: number): number {
  return (length + 3) & ~3;
}

/** FNV-1a over words of four bytes: finds what a disk did, in a millisecond; it is no seal. */
function checkOf(bytes: Uint8Array): number {
  const words = new Uint32Array(bytes.buffer, bytes.byteOffset, bytes.byteLength >> 2);
  let check = 0x811c9dc5;
  for (let at = headWords; at < words.length; at++) check = Math.imul(check ^ (words[at] ?? 0), 0x01000193);
  return check >>> 0;
}
