/**
 * What an ESC/POS printer says, byte by byte. Sources: Epson's ESC/POS reference for DLE EOT n (real-time status),
 * GS r n (sensor status, answered in its turn behind the data before it) and GS I n (names).
 */
export const statusQuestions = ['printer', 'off-line-cause', 'error-cause', 'paper'] as const;
export type StatusQuestion = (typeof statusQuestions)[number];

const [DLE, EOT, GS] = [0x10, 0x04, 0x1d] as const;

/** DLE EOT 1 to 4. */
export function encodeQuestion(question: StatusQuestion): Uint8Array {
  return Uint8Array.of(DLE, EOT, statusQuestions.indexOf(question) + 1);
}

/** GS r 1: answered when everything before it has been printed. */
export const askSensor = Uint8Array.of(GS, 0x72, 1);

/** GS I n, each answered as 5F, text, 00. Models without names keep silent. */
export const identityQuestions = { manufacturer: 66, model: 67, firmware: 65, serialNumber: 68 } as const;

export function encodeIdentityQuestion(number: number): Uint8Array {
  return Uint8Array.of(GS, 0x49, number);
}

/** DLE ENQ 2: clears the buffers and recovers from a recoverable error, a stuck cutter among them. */
export const recoverAndClear = Uint8Array.of(DLE, 0x05, 2);

/**
 * DLE DC4 8: clears the buffers at once, then ESC @ and a cut. Without it the rest of a broken receipt would come out
 * before the next citizen's eyes. Printers that do not know the command pass over its control characters.
 */
export const clearAndCut = Uint8Array.of(DLE, 0x14, 8, 1, 3, 20, 1, 6, 2, 8, 0x1b, 0x40, GS, 0x56, 66, 0);

/** status: an answer to DLE EOT. sensor: to GS r. flow: XON or XOFF. text: a whole name. Anything else is noise. */
export type Heard =
  | { kind: 'status'; byte: number }
  | { kind: 'sensor'; byte: number }
  | { kind: 'flow'; held: boolean }
  | { kind: 'text'; text: string };

/** Bytes of a name that has begun; null while none is expected or none has begun. */
export interface EarState {
  expectsText: boolean;
  text: readonly number[] | null;
}

export const freshEar: EarState = { expectsText: false, text: null };
const longestText = 80;
const [textBegin, textEnd] = [0x5f, 0x00] as const;

/**
 * Takes bytes as they come. Total: no byte throws, and what is no answer costs only itself. A name (whose letters would
 * pass for answers) is only taken for one while one is expected.
 */
export function hear(before: EarState, bytes: Uint8Array): { ear: EarState; heard: Heard[] } {
  let { expectsText, text } = before;
  const heard: Heard[] = [];
  for (const byte of bytes) {
    if (text !== null) {
      const ended = byte === textEnd || text.length >= longestText;
      if (!ended) text = [...text, byte];
      else {
        heard.push({ kind: 'text', text: decodeText(text) });
        text = null;
        expectsText = false;
      }
    } else if (expectsText && byte === textBegin) text = [];
    else {
      const single = classify(byte);
      if (single !== null) heard.push(single);
    }
  }
  return { ear: { expectsText, text }, heard };
}

function decodeText(bytes: readonly number[]): string {
  return String.fromCharCode(...bytes.filter(byte => byte >= 0x20 && byte < 0x7f)).trim();
}

/** DLE EOT: bits 1 and 4 one, 0 and 7 zero. GS r: bits 4 and 7 zero. XON 11, XOFF 13. */
function classify(byte: number): Heard | null {
  if (byte === 0x11 || byte === 0x13) return { kind: 'flow', held: byte === 0x13 };
  if ((byte & 0b1001_0011) === 0b0001_0010) return { kind: 'status', byte };
  if ((byte & 0b1001_0000) === 0) return { kind: 'sensor', byte };
  return null;
}
