/** Value lengths that RFC 8010 section 3.9 fixes: boolean, integer, enum, dateTime, resolution, rangeOfInteger. */
const fixedLengths = new Map([
  [0x22, 1],
  [0x21, 4],
  [0x23, 4],
  [0x31, 11],
  [0x32, 9],
  [0x33, 8],
]);
/** octetString, begCollection, text, name, keyword, uri, uriScheme, charset, naturalLanguage, mimeMediaType, memberAttrName. */
const freeLengths = new Set([0x30, 0x34, 0x41, 0x42, 0x44, 0x45, 0x46, 0x47, 0x48, 0x49, 0x4a]);
const withLanguage = new Set([0x35, 0x36]);
const headerBytes = 8;
const endOfAttributes = 0x03;
/** Its real tag is in the value (RFC 8010 section 3.5.2); the library looks for it before the name. No printer needs it. */
const extension = 0x7f;

/**
 * True when every length of an IPP message (RFC 8010 section 3.1) stays inside it and fits its value. The library's
 * parser believes them: a negative one sends it back over what it has read, for ever.
 */
export function isSoundlyFramed(bytes: Buffer): boolean {
  let at = headerBytes;
  while (at < bytes.length) {
    const tag = bytes.readUInt8(at);
    if (tag === endOfAttributes) return true;
    if (tag < 0x0f) {
      // 0 is reserved, and two of them would pass for an empty name.
      if (tag === 0) return false;
      at += 1;
      continue;
    }
    const next = afterAttribute(bytes, at);
    if (next === null) return false;
    at = next;
  }
  return false;
}

/** Where the attribute value that begins at `at` ends; null when it does not. */
function afterAttribute(bytes: Buffer, at: number): number | null {
  const tag = bytes.readUInt8(at);
  const nameLength = lengthAt(bytes, at + 1);
  if (tag === extension || nameLength === null) return null;
  const valueAt = at + 3 + nameLength;
  const length = lengthAt(bytes, valueAt);
  if (length === null) return null;
  const end = valueAt + 2 + length;
  if (withLanguage.has(tag)) return afterTextWithLanguage(bytes, valueAt + 2, length);
  const fits = freeLengths.has(tag) || length === (fixedLengths.get(tag) ?? 0);
  return fits && end < bytes.length ? end : null;
}

/** A language and a text, each with its length. Some printers give only the language's length for both. */
function afterTextWithLanguage(bytes: Buffer, at: number, length: number): number | null {
  if (length === 0 || at >= bytes.length) return null;
  const wellFormed = bytes.readUInt8(at) === 0;
  const languageLength = wellFormed ? lengthAt(bytes, at) : length;
  if (languageLength === null) return null;
  const textAt = at + languageLength + (wellFormed ? 2 : 0);
  const textLength = lengthAt(bytes, textAt);
  if (textLength === null) return null;
  const end = textAt + 2 + textLength;
  return (!wellFormed || end === at + length) && end < bytes.length ? end : null;
}

/** A two-byte length; null where there is none or where it is negative. */
function lengthAt(bytes: Buffer, at: number): number | null {
  if (at + 2 > bytes.length) return null;
  const length = bytes.readInt16BE(at);
  return length < 0 ? null : length;
}
