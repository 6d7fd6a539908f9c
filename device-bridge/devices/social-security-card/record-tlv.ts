/**
 * Records of a social-security card: a tag of one byte, a length of one byte, the value. Source: 社会保障卡文件结构和数据项
 * (人社信息函 2012-37, LD/T 32): each record of EF05 and EF06 holds one item under its own tag.
 */
export interface CardRecord {
  tag: number;
  value: Uint8Array;
}

/** Null when the bytes are not one record with the wanted tag. Total; bytes after the value are passed over. */
export function decodeRecord(bytes: Uint8Array, tag: number): CardRecord | null {
  const [first, length] = bytes;
  if (first !== tag || length === undefined || bytes.length < 2 + length) return null;
  return { tag, value: bytes.slice(2, 2 + length) };
}

export function encodeRecord({ tag, value }: CardRecord): Uint8Array {
  return Uint8Array.of(tag, value.length, ...value);
}

const gb18030 = new TextDecoder('gb18030', { fatal: true });

/** Text in GBK or GB18030, padded with 00, spaces or FF. Null when it is no text. */
export function decodeText(value: Uint8Array): string | null {
  const filled = value.subarray(0, value.findLastIndex(byte => byte !== 0x00 && byte !== 0x20 && byte !== 0xff) + 1);
  try {
    const text = gb18030.decode(filled).trim();
    return /[\p{Cc}\ufffd]/u.test(text) ? null : text;
  } catch {
    return null;
  }
}

/** Packed digits (cn), padded with F on the right. Null when a half-byte is neither a digit nor padding. */
export function decodeDigits(value: Uint8Array): string | null {
  const hex = Buffer.from(value).toString('hex').replace(/f+$/, '');
  return /^\d*$/.test(hex) ? hex : null;
}

/** A day as YYYYMMDD in packed digits, ISO; null when there is none or no such day. */
export function decodeDay(value: Uint8Array): string | null {
  const [, year, month, day] = /^(\d{4})(\d\d)(\d\d)$/.exec(decodeDigits(value) ?? '') ?? [];
  const iso = `${year}-${month}-${day}`;
  const at = new Date(`${iso}T00:00:00Z`);
  return year !== undefined && !Number.isNaN(at.getTime()) && at.toISOString().startsWith(iso) ? iso : null;
}
