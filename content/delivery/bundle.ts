import { constants, zstdCompressSync, zstdDecompressSync } from 'node:zlib';
import type { Records } from './records.ts';

/** A bundle or delta may unpack to this much and no more. */
const unpackedLimitBytes = 256 * 1024 * 1024;

/** The whole state of a role: zstd of a JSON list of [key, record] in the order of keys. */
export function encodeBundle(records: Records): Buffer {
  return zstdCompressSync(JSON.stringify(sorted(records)), level(9));
}

/** @throws Error when the bytes are no whole bundle */
export function decodeBundle(bytes: Uint8Array): Map<string, string> {
  const text = zstdDecompressSync(bytes, { maxOutputLength: unpackedLimitBytes }).toString('utf8');
  return new Map(list(JSON.parse(text)).map(line => pair(list(line))));
}

interface DeltaHead {
  /** Keys that were there and are other now, in order: their old records joined are the dictionary of the body. */
  changed: string[];
  added: string[];
  removed: string[];
}

export interface Delta {
  /** Key -> new record. */
  put: Map<string, string>;
  removed: string[];
}

/**
 * What turns `from` into `to`. Four bytes (big endian) say how long the head is; the head is zstd of JSON; the body is
 * zstd of the new records (a JSON list, changed before added) with the old records of the changed keys as dictionary.
 */
export function encodeDelta(from: Records, to: Records): Buffer {
  const head: DeltaHead = { changed: [], added: [], removed: [] };
  for (const [key, text] of sorted(to)) {
    const old = from.get(key);
    if (old === undefined) head.added.push(key);
    else if (old !== text) head.changed.push(key);
  }
  head.removed = sorted(from).flatMap(([key]) => (to.has(key) ? [] : [key]));
  const body = [...head.changed, ...head.added].map(key => to.get(key));
  const packedHead = zstdCompressSync(JSON.stringify(head), level(19));
  const length = Buffer.alloc(4);
  length.writeUInt32BE(packedHead.length);
  const dictionary = dictionaryOf(head.changed.map(key => from.get(key) ?? ''));
  return Buffer.concat([length, packedHead, zstdCompressSync(JSON.stringify(body), { ...level(19), ...dictionary })]);
}

/**
 * `old` gives the record that a key has now.
 * @throws Error when the bytes are no whole delta, or no delta from this state
 */
export function decodeDelta(bytes: Buffer, old: (key: string) => string | undefined): Delta {
  const headEnd = 4 + bytes.readUInt32BE(0);
  const limit = { maxOutputLength: unpackedLimitBytes };
  const head = headOf(JSON.parse(zstdDecompressSync(bytes.subarray(4, headEnd), limit).toString('utf8')));
  const before = head.changed.map(key => {
    const text = old(key);
    if (text === undefined) throw new Error(`a delta changes ${key}, which is not there`);
    return text;
  });
  const packed = bytes.subarray(headEnd);
  const body = zstdDecompressSync(packed, { ...limit, ...dictionaryOf(before) }).toString('utf8');
  const texts = list(JSON.parse(body)).map(word);
  const keys = [...head.changed, ...head.added];
  if (texts.length !== keys.length) throw new Error('a delta has another number of records than it says');
  return { put: new Map(keys.map((key, at) => [key, texts[at] ?? ''])), removed: head.removed };
}

// A schema would make an issue of each bad element: a few packed bytes hold millions. These end at the first.

function headOf(value: unknown): DeltaHead {
  const { changed, added, removed } = { ...(value as object) } as Record<string, unknown>;
  return { changed: list(changed).map(word), added: list(added).map(word), removed: list(removed).map(word) };
}

function list(value: unknown): unknown[] {
  if (!Array.isArray(value)) throw new Error('a list is expected');
  return value;
}

function word(value: unknown): string {
  if (typeof value !== 'string' || value === '') throw new Error('words are expected');
  return value;
}

function pair([key, text, ...more]: unknown[]): [string, string] {
  if (more.length > 0) throw new Error('a key and a record are expected');
  return [word(key), word(text)];
}

/** The body quotes each record as a JSON string, so the dictionary does, too. */
function dictionaryOf(texts: readonly string[]): { dictionary?: Buffer } {
  return texts.length === 0 ? {} : { dictionary: Buffer.from(JSON.stringify(texts)) };
}

function level(compressionLevel: number): { params: Record<number, number> } {
  return { params: { [constants.ZSTD_c_compressionLevel]: compressionLevel } };
}

function sorted(records: Records): [string, string][] {
  return [...records].sort(([a], [b]) => (a < b ? -1 : 1));
}
