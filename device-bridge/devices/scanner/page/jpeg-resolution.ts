/** Skia writes a JFIF header without a resolution; what opens the file alone would print it at the wrong size. Changes the bytes in place. */
export function withResolution(jpeg: Uint8Array, dpi: number): Uint8Array {
  const jfif = [0x4a, 0x46, 0x49, 0x46, 0].every((byte, index) => jpeg[6 + index] === byte);
  if (jpeg[2] === 0xff && jpeg[3] === 0xe0 && jfif) {
    const view = new DataView(jpeg.buffer, jpeg.byteOffset);
    view.setUint8(13, 1);
    view.setUint16(14, dpi);
    view.setUint16(16, dpi);
  }
  return jpeg;
}
