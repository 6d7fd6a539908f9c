export interface WholeJpeg {
  /** From the first to the last marker; padding after it is left out. */
  jpeg: Uint8Array;
  widthPx: number;
  heightPx: number;
}

const startOfImage = 0xd8;
const endOfImage = 0xd9;
const startOfScan = 0xda;

/**
 * The picture when these bytes are a whole JPEG (ITU-T T.81 annex B: SOI, segments, a frame with a size, scans, EOI), else
 * null. It is not decoded. Total: any bytes are answered.
 */
export function wholeJpeg(bytes: Uint8Array): WholeJpeg | null {
  if (bytes[0] !== 0xff || bytes[1] !== startOfImage) return null;
  let at = 2;
  let size: { widthPx: number; heightPx: number } | null = null;
  let scans = 0;
  for (;;) {
    if (bytes[at] !== 0xff) return null;
    while (bytes[at + 1] === 0xff) at += 1;
    const marker = bytes[at + 1];
    if (marker === undefined || marker < 0xc0) return null;
    if (marker === endOfImage)
      return size === null || scans === 0 ? null : { jpeg: bytes.subarray(0, at + 2), ...size };
    if (marker >= 0xd0 && marker <= startOfImage) return null;
    const length = u16(bytes, at + 2);
    const end = at + 2 + length;
    if (length < 2 || end > bytes.length) return null;
    if (isFrame(marker)) {
      if (size !== null) return null;
      size = frameSize(bytes, at + 4, length - 2);
      if (size === null) return null;
    }
    at = end;
    if (marker === startOfScan) {
      if (size === null) return null;
      const next = endOfEntropy(bytes, at);
      if (next === null || next === at) return null;
      scans += 1;
      at = next;
    }
  }
}

/** SOF0 to SOF15 without DHT, JPG and DAC, which lie between them. */
function isFrame(marker: number): boolean {
  return marker <= 0xcf && marker !== 0xc4 && marker !== 0xc8 && marker !== 0xcc;
}

/** Eight bits a sample, grey or three colours: what a scanned page can be. */
function frameSize(bytes: Uint8Array, at: number, length: number): { widthPx: number; heightPx: number } | null {
  const components = bytes[at + 5];
  if (bytes[at] !== 8 || (components !== 1 && components !== 3) || length !== 6 + 3 * components) return null;
  const heightPx = u16(bytes, at + 1);
  const widthPx = u16(bytes, at + 3);
  return widthPx > 0 && heightPx > 0 ? { widthPx, heightPx } : null;
}

/** Where the next marker begins: a stuffed zero and restart markers belong to the data. */
function endOfEntropy(bytes: Uint8Array, from: number): number | null {
  for (let at = bytes.indexOf(0xff, from); at !== -1; at = bytes.indexOf(0xff, at + 1)) {
    const next = bytes[at + 1];
    if (next === undefined) return null;
    if (next !== 0x00 && next !== 0xff && !(next >= 0xd0 && next <= 0xd7)) return at;
  }
  return null;
}

function u16(bytes: Uint8Array, at: number): number {
  return ((bytes[at] ?? 0) << 8) | (bytes[at + 1] ?? 0);
}
