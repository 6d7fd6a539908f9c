/** Says of bytes that they are a pack of clips, and of which form. */
const magic = 0x53504b31;
const headBytes = 8;

/** How characters are read where nothing better is known. */
export interface Syllables {
  /** Toned syllable (`huan2`) -> the characters that are read so when they stand alone. */
  characters: Record<string, string>;
  /** Words in which a character is read otherwise: 银行 -> `yin2 hang2`. */
  words: Record<string, string>;
}

interface Index {
  /** What is said, and how many bytes its sound has; in the order of the bytes. */
  clips: [key: string, bytes: number][];
  syllables?: Syllables;
}

/** Sounds by what they say: Ogg Opus files in one file. */
export interface SpeechPack {
  clips: ReadonlyMap<string, Uint8Array>;
  syllables: Syllables | null;
}

/**
 * Four bytes SPK1, four bytes (big endian) length of the index, the index (JSON, UTF-8), then the clips in its order.
 * The same clips give the same bytes, whatever their order was.
 */
export function encodePack({ clips, syllables }: SpeechPack): Uint8Array {
  const sorted = [...clips].sort(([a], [b]) => (a < b ? -1 : 1));
  const index: Index = {
    clips: sorted.map(([key, bytes]) => [key, bytes.length]),
    ...(syllables === null ? {} : { syllables }),
  };
  const text = new TextEncoder().encode(JSON.stringify(index));
  const pack = new Uint8Array(headBytes + text.length + sorted.reduce((sum, [, bytes]) => sum + bytes.length, 0));
  const head = new DataView(pack.buffer);
  head.setUint32(0, magic);
  head.setUint32(4, text.length);
  pack.set(text, headBytes);
  let at = headBytes + text.length;
  for (const [, bytes] of sorted) {
    pack.set(bytes, at);
    at += bytes.length;
  }
  return pack;
}

/** @throws Error when the bytes are no whole pack */
export function decodePack(pack: Uint8Array): SpeechPack {
  const head = new DataView(pack.buffer, pack.byteOffset, pack.byteLength);
  if (pack.length < headBytes || head.getUint32(0) !== magic) throw new Error('no pack of speech');
  const begin = headBytes + head.getUint32(4);
  const index = JSON.parse(new TextDecoder().decode(pack.subarray(headBytes, begin))) as Index;
  const clips = new Map<string, Uint8Array>();
  let at = begin;
  for (const [key, bytes] of index.clips) {
    clips.set(key, pack.subarray(at, at + bytes));
    at += bytes;
  }
  if (at !== pack.length) throw new Error('a pack of speech is cut short');
  return { clips, syllables: index.syllables ?? null };
}
