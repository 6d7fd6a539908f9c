import { inflateRawSync } from 'node:zlib';

/** One file of a ZIP archive (PKWARE APPNOTE 4.3), as its central directory tells it. */
export interface ZipEntry {
  name: string;
  method: number;
  packedBytes: number;
  unpackedBytes: number;
  /** Offset of its header in the central directory, and of its local header. */
  directoryAt: number;
  localAt: number;
}

const endSignature = 0x06054b50;
const directorySignature = 0x02014b50;
const localSignature = 0x04034b50;
const longestComment = 65_535;

/** null when the bytes are no plain ZIP archive (also: encrypted, split, ZIP64). */
export function zipEntries(bytes: Buffer): ZipEntry[] | null {
  const end = endOfDirectory(bytes);
  if (end === null) return null;
  const count = bytes.readUInt16LE(end + 10);
  let at = bytes.readUInt32LE(end + 16);
  const entries: ZipEntry[] = [];
  for (let index = 0; index < count; index++) {
    if (at + 46 > bytes.length || bytes.readUInt32LE(at) !== directorySignature) return null;
    const nameBytes = bytes.readUInt16LE(at + 28);
    const localAt = bytes.readUInt32LE(at + 42);
    const encrypted = (bytes.readUInt16LE(at + 8) & 1) === 1;
    if (encrypted || localAt + 30 > bytes.length || bytes.readUInt32LE(localAt) !== localSignature) return null;
    entries.push({
      name: bytes.toString('utf8', at + 46, at + 46 + nameBytes),
      method: bytes.readUInt16LE(at + 10),
      packedBytes: bytes.readUInt32LE(at + 20),
      unpackedBytes: bytes.readUInt32LE(at + 24),
      directoryAt: at,
      localAt,
    });
    at += 46 + nameBytes + bytes.readUInt16LE(at + 30) + bytes.readUInt16LE(at + 32);
  }
  return entries;
}

function endOfDirectory(bytes: Buffer): number | null {
  for (let at = bytes.length - 22; at >= Math.max(0, bytes.length - 22 - longestComment); at--)
    if (bytes.readUInt32LE(at) === endSignature) return at;
  return null;
}

/** The entry unpacked; null when it is not what the directory claims. Never unpacks more than was claimed. */
export function unpacked(bytes: Buffer, entry: ZipEntry): Buffer | null {
  const { localAt, packedBytes, unpackedBytes, method } = entry;
  const start = localAt + 30 + bytes.readUInt16LE(localAt + 26) + bytes.readUInt16LE(localAt + 28);
  const packed = bytes.subarray(start, start + packedBytes);
  if (packed.length !== packedBytes || (method !== 0 && method !== 8)) return null;
  try {
    const whole = method === 0 ? packed : inflateRawSync(packed, { maxOutputLength: Math.max(1, unpackedBytes) });
    return whole.length === unpackedBytes ? whole : null;
  } catch {
    return null;
  }
}

/** Gives every entry the same time (1980-01-01 in MS-DOS form), in place: the same files are the same archive. */
export function withoutTimes(bytes: Buffer): Buffer {
  for (const { directoryAt, localAt } of zipEntries(bytes) ?? []) {
    bytes.writeUInt32LE(0x0021_0000, directoryAt + 12);
    bytes.writeUInt32LE(0x0021_0000, localAt + 10);
  }
  return bytes;
}
