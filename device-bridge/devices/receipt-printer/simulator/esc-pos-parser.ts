/**
 * ESC/POS as it arrives at a printer: the commands of receiptline's generic printer, and by their length those around
 * them. Source: Epson's ESC/POS reference.
 */
export type EscPosOp =
  /** Bytes in the current encoding: a run of text, without control characters. */
  | { op: 'text'; bytes: Uint8Array }
  | { op: 'line-feed' | 'initialize' | 'cut' }
  /** From the left edge of the print area, or from where the last character ended; in dots. */
  | { op: 'move'; to: 'absolute' | 'relative'; dots: number }
  | { op: 'align'; to: number }
  /** GS W: width of the print area in dots. */
  | { op: 'area'; dots: number }
  /** A picture, eight dots a byte, the highest bit first. */
  | { op: 'raster'; rowBytes: number; rows: number; bits: Uint8Array }
  | { op: 'ask-sensor' | 'ask-identity'; number: number }
  /** Obeyed as it arrives, whatever waits before it. */
  | { op: 'ask-status'; number: number }
  | { op: 'recover-and-clear' | 'clear' }
  /** Passed over: how it looks, not what it says. */
  | { op: 'other'; bytes: Uint8Array };

const [LF, DLE, ESC, FS, GS] = [0x0a, 0x10, 0x1b, 0x1c, 0x1d] as const;
/** Bytes after the two of the command, where they are no more than parameters. */
const escParameters: Readonly<Record<string, number>> = {
  ...{ ' ': 1, '!': 1, '-': 1, '3': 1, E: 1, G: 1, J: 1, M: 1, R: 1, t: 1, '{': 1, d: 1 },
  ...{ '2': 0, c: 2 },
};
const fsParameters: Readonly<Record<string, number>> = { '&': 0, '.': 0, '-': 1, S: 2, C: 1, '!': 1 };
const gsParameters: Readonly<Record<string, number>> = { '!': 1, B: 1, a: 1, h: 1, w: 1, H: 1, f: 1, L: 2 };

type Found = { op: EscPosOp; length: number } | 'unfinished';

/** Takes bytes as they come; what is not yet whole is kept for the next call. Total. */
export function parseEscPos(rest: Uint8Array, bytes: Uint8Array): { rest: Uint8Array; ops: EscPosOp[] } {
  const buffer = Buffer.concat([rest, bytes]);
  const ops: EscPosOp[] = [];
  let at = 0;
  while (at < buffer.length) {
    const found = opAt(buffer.subarray(at));
    if (found === 'unfinished') break;
    ops.push(found.op);
    at += found.length;
  }
  return { rest: Uint8Array.from(buffer.subarray(at)), ops };
}

function opAt(bytes: Buffer): Found {
  const first = bytes[0] ?? 0;
  if (first === DLE) return realTime(bytes);
  if (first === ESC) return escapeCommand(bytes);
  if (first === FS) return chineseCommand(bytes);
  if (first === GS) return groupCommand(bytes);
  if (first === LF) return { op: { op: 'line-feed' }, length: 1 };
  if (first < 0x20) return other(bytes, 1);
  let length = 1;
  while (length < bytes.length && (bytes[length] ?? 0) >= 0x20) length += 1;
  return { op: { op: 'text', bytes: Uint8Array.from(bytes.subarray(0, length)) }, length };
}

function realTime(bytes: Buffer): Found {
  const [, command, number] = bytes;
  if (command === undefined) return 'unfinished';
  if (command === 0x04) return number === undefined ? 'unfinished' : { op: { op: 'ask-status', number }, length: 3 };
  if (command === 0x05) {
    if (number === undefined) return 'unfinished';
    return number === 2 ? { op: { op: 'recover-and-clear' }, length: 3 } : other(bytes, 3);
  }
  if (command !== 0x14) return other(bytes, 1);
  if (number === undefined) return 'unfinished';
  const length = number === 8 ? 10 : 5;
  if (bytes.length < length) return 'unfinished';
  return number === 8 ? { op: { op: 'clear' }, length } : other(bytes, length);
}

function escapeCommand(bytes: Buffer): Found {
  const name = nameOf(bytes);
  if (name === undefined) return 'unfinished';
  if (name === '@') return { op: { op: 'initialize' }, length: 2 };
  if (name === 'a')
    return bytes.length < 3 ? 'unfinished' : { op: { op: 'align', to: (bytes[2] ?? 0) % 48 }, length: 3 };
  if (name === '$' || name === '\\') {
    if (bytes.length < 4) return 'unfinished';
    return { op: { op: 'move', to: name === '$' ? 'absolute' : 'relative', dots: bytes.readUInt16LE(2) }, length: 4 };
  }
  return other(bytes, 2 + (escParameters[name] ?? 0));
}

function chineseCommand(bytes: Buffer): Found {
  const name = nameOf(bytes);
  if (name === undefined) return 'unfinished';
  if (name === '(') return block(bytes);
  return other(bytes, 2 + (fsParameters[name] ?? 0));
}

function groupCommand(bytes: Buffer): Found {
  const name = nameOf(bytes);
  if (name === undefined) return 'unfinished';
  switch (name) {
    case 'r':
    case 'I':
      if (bytes.length < 3) return 'unfinished';
      return { op: { op: name === 'r' ? 'ask-sensor' : 'ask-identity', number: bytes[2] ?? 0 }, length: 3 };
    case 'V': {
      if (bytes.length < 3) return 'unfinished';
      // 65 and 66 feed before the cut and say how far.
      const length = (bytes[2] ?? 0) >= 65 ? 4 : 3;
      return bytes.length < length ? 'unfinished' : { op: { op: 'cut' }, length };
    }
    case 'W':
      return bytes.length < 4 ? 'unfinished' : { op: { op: 'area', dots: bytes.readUInt16LE(2) }, length: 4 };
    case '(':
      return block(bytes);
    case 'v':
      return raster(bytes);
    default:
      return other(bytes, 2 + (gsParameters[name] ?? 0));
  }
}

/** ( name pL pH data */
function block(bytes: Buffer): Found {
  return bytes.length < 5 ? 'unfinished' : other(bytes, 5 + bytes.readUInt16LE(3));
}

/** GS v 0 m xL xH yL yH data */
function raster(bytes: Buffer): Found {
  if (bytes.length < 8) return 'unfinished';
  const [rowBytes, rows] = [bytes.readUInt16LE(4), bytes.readUInt16LE(6)];
  const length = 8 + rowBytes * rows;
  if (bytes.length < length) return 'unfinished';
  return { op: { op: 'raster', rowBytes, rows, bits: Uint8Array.from(bytes.subarray(8, length)) }, length };
}

function other(bytes: Buffer, length: number): Found {
  if (bytes.length < length) return 'unfinished';
  return { op: { op: 'other', bytes: Uint8Array.from(bytes.subarray(0, length)) }, length };
}

function nameOf(bytes: Buffer): string | undefined {
  const name = bytes[1];
  return name === undefined ? undefined : String.fromCharCode(name);
}
