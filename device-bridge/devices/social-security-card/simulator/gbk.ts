let codes: Map<string, number> | null = null;

/** GBK bytes of a text: ASCII and the two-byte characters. @throws RangeError for any other character */
export function encodeGbk(text: string): Uint8Array {
  codes ??= twoByteCodes();
  const bytes: number[] = [];
  for (const character of text) {
    const point = character.codePointAt(0) ?? 0;
    const code = codes.get(character);
    if (point < 0x80) bytes.push(point);
    else if (code === undefined) throw new RangeError(`${character} is not in GBK`);
    else bytes.push(code >> 8, code & 0xff);
  }
  return Uint8Array.from(bytes);
}

/** The platform decodes GBK but does not encode it: its own table, turned round. */
function twoByteCodes(): Map<string, number> {
  const decoder = new TextDecoder('gbk');
  const found = new Map<string, number>();
  for (let high = 0x81; high <= 0xfe; high += 1)
    for (let low = 0x40; low <= 0xfe; low += 1) {
      const text = decoder.decode(Uint8Array.of(high, low));
      if ([...text].length === 1 && text !== '\ufffd' && !found.has(text)) found.set(text, (high << 8) | low);
    }
  return found;
}
