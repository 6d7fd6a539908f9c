/**
 * Frames of the SAM protocol: `AA AA AA 96 69 | LEN u16 BE | payload | XOR`. LEN counts payload and XOR, XOR covers LEN
 * and payload. Requests and answers share the shape.
 */
const preamble = [0xaa, 0xaa, 0xaa, 0x96, 0x69] as const;
const shortestLength = 3;
/** Base information with 1024 bytes of fingerprints, the longest answer there is. */
const longestLength = 0x090a;
/** The longest frame, with a stray 00 in each gap of its preamble. */
export const longestFrameBytes = preamble.length * 2 - 1 + 2 + longestLength;

export function encodeFrame(payload: Uint8Array): Uint8Array {
  const length = payload.length + 1;
  const covered = [length >> 8, length & 0xff, ...payload];
  return Uint8Array.from([...preamble, ...covered, xor(covered)]);
}

/** Bytes that may still become a frame. */
export type DecoderState = Uint8Array;
export const emptyDecoder: DecoderState = new Uint8Array();

/**
 * Takes bytes as they come and gives the payloads of all whole frames, in order. Total: noise, a wrong checksum, an
 * impossible length or a frame cut short costs only itself. A frame that stands complete behind one still unfinished is
 * taken at once, because a torn frame's length would otherwise swallow the answers that follow. One stray 00 in
 * each gap of the preamble is passed over, as readers in the field send it.
 */
export function decodeFrames(state: DecoderState, bytes: Uint8Array): { state: DecoderState; payloads: Uint8Array[] } {
  const buffer = new Uint8Array(state.length + bytes.length);
  buffer.set(state);
  buffer.set(bytes, state.length);
  const payloads: Uint8Array[] = [];
  let keepFrom: number | null = null;
  let at = 0;
  while (at < buffer.length) {
    const found = frameAt(buffer, at);
    if (found === 'unfinished') keepFrom ??= at;
    if (typeof found === 'object') {
      payloads.push(found.payload);
      keepFrom = null;
      at = found.end;
    } else at += 1;
  }
  return { state: keepFrom === null ? emptyDecoder : buffer.slice(keepFrom), payloads };
}

function frameAt(buffer: Uint8Array, start: number): { payload: Uint8Array; end: number } | 'none' | 'unfinished' {
  let at = start;
  for (const [index, wanted] of preamble.entries()) {
    if (index > 0 && buffer[at] === 0x00) at += 1;
    if (at >= buffer.length) return 'unfinished';
    if (buffer[at] !== wanted) return 'none';
    at += 1;
  }
  const [high, low] = [buffer[at], buffer[at + 1]];
  if (high === undefined || low === undefined) return 'unfinished';
  const length = (high << 8) + low;
  if (length < shortestLength || length > longestLength) return 'none';
  const end = at + 2 + length;
  if (end > buffer.length) return 'unfinished';
  const sum = buffer[end - 1];
  return xor(buffer.subarray(at, end - 1)) === sum ? { payload: buffer.slice(at + 2, end - 1), end } : 'none';
}

function xor(bytes: Iterable<number>): number {
  let sum = 0;
  for (const byte of bytes) sum ^= byte;
  return sum;
}
