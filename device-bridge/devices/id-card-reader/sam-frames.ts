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
  const frame = Uint8Array.from([...preamble, length >> 8, length & 0xff, ...payload, 0]);
  frame[frame.length - 1] = xor(frame, preamble.length, frame.length - 1);
  return frame;
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
  const buffer = joined(state, bytes);
  const payloads: Uint8Array[] = [];
  let keepFrom: number | null = null;
  let at = buffer.indexOf(preamble[0]);
  while (at >= 0) {
    const end = frameEnd(buffer, at);
    if (end > 0) {
      payloads.push(buffer.slice(payloadStart(buffer, at), end - 1));
      keepFrom = null;
    } else if (end === unfinished) keepFrom ??= at;
    at = buffer.indexOf(preamble[0], end > 0 ? end : at + 1);
  }
  return { state: keepFrom === null ? emptyDecoder : buffer.slice(keepFrom), payloads };
}

const none = -1;
const unfinished = -2;

/** Where the frame that begins at `start` ends, or `none`, or `unfinished`. */
function frameEnd(buffer: Uint8Array, start: number): number {
  const at = afterPreamble(buffer, start);
  if (at < 0) return at;
  const [high, low] = [buffer[at], buffer[at + 1]];
  if (high === undefined || low === undefined) return unfinished;
  const length = (high << 8) + low;
  if (length < shortestLength || length > longestLength) return none;
  const end = at + 2 + length;
  if (end > buffer.length) return unfinished;
  return xor(buffer, at, end - 1) === buffer[end - 1] ? end : none;
}

function payloadStart(buffer: Uint8Array, start: number): number {
  return afterPreamble(buffer, start) + 2;
}

function afterPreamble(buffer: Uint8Array, start: number): number {
  let at = start;
  for (let index = 0; index < preamble.length; index += 1) {
    if (index > 0 && buffer[at] === 0x00) at += 1;
    if (at >= buffer.length) return unfinished;
    if (buffer[at] !== preamble[index]) return none;
    at += 1;
  }
  return at;
}

/** Never a Buffer: its slices would share the memory the line writes into. */
function joined(first: Uint8Array, second: Uint8Array): Uint8Array {
  if (first.length === 0) return new Uint8Array(second.buffer, second.byteOffset, second.byteLength);
  const both = new Uint8Array(first.length + second.length);
  both.set(first);
  both.set(second, first.length);
  return both;
}

function xor(bytes: Uint8Array, from: number, to: number): number {
  let sum = 0;
  for (let at = from; at < to; at += 1) sum ^= bytes[at] ?? 0;
  return sum;
}
