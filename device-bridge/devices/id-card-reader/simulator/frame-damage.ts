/** What a bad line does to one answer's frame. */
export type FrameDamage = keyof typeof frameDamages;

export const frameDamages = {
  /** One bit of the checksum turned. */
  bit: (frame: Uint8Array) => frame.with(-1, (frame.at(-1) ?? 0) ^ 1),
  /** The rest never comes. */
  torn: (frame: Uint8Array) => frame.slice(0, Math.ceil(frame.length / 2)),
  /** Bytes that belong to nothing in its middle. */
  noise: (frame: Uint8Array) => {
    const middle = Math.ceil(frame.length / 2);
    return Uint8Array.from([...frame.slice(0, middle), 0xff, 0xaa, 0x00, ...frame.slice(middle)]);
  },
} as const satisfies Record<string, (frame: Uint8Array) => Uint8Array>;

/** A stray 00 in a gap of the preamble (1 to 4), as some readers in the field send it. */
export function withStrayZero(frame: Uint8Array, gap: number): Uint8Array {
  return Uint8Array.from([...frame.slice(0, gap), 0x00, ...frame.slice(gap)]);
}
