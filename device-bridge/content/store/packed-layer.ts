/**
 * The records of one role as bytes: a thread hands them to another without copying, and half as large as strings.
 * `texts` has them one after the other (UTF-8), in the order of `keys`; `ends` says where each ends.
 */
export interface PackedLayer {
  keys: string[];
  ends: Uint32Array;
  texts: Uint8Array;
}

export function packed(records: readonly (readonly [key: string, text: Uint8Array])[]): PackedLayer {
  const ends = new Uint32Array(records.length);
  let length = 0;
  for (const [at, [, text]] of records.entries()) {
    length += text.length;
    ends[at] = length;
  }
  const texts = new Uint8Array(length);
  for (const [at, [, text]] of records.entries()) texts.set(text, (ends[at] ?? 0) - text.length);
  return { keys: records.map(([key]) => key), ends, texts };
}

export function unpacked({ keys, ends, texts }: PackedLayer): Map<string, string> {
  const bytes = Buffer.from(texts.buffer, texts.byteOffset, texts.byteLength);
  return new Map(keys.map((key, at) => [key, bytes.toString('utf8', ends[at - 1] ?? 0, ends[at])]));
}
