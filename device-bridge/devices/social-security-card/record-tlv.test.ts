import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { decodeDay, decodeDigits, decodeRecord, decodeText, encodeRecord } from './record-tlv.ts';
import { encodeGbk } from './simulator/gbk.ts';

const seed = Date.now() % 2 ** 31;
const runs = 100_000;

describe('a record of the card', () => {
  test('takes any bytes and never gives another item or more bytes than there are', () => {
    console.info(`TLV codec: ${runs} runs, seed ${seed}`);
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 40 }), fc.integer({ min: 0, max: 255 }), (bytes, tag) => {
        const record = decodeRecord(bytes, tag);
        if (record !== null) {
          const again = encodeRecord(record);
          if (!Buffer.from(bytes.subarray(0, again.length)).equals(Buffer.from(again)))
            throw new Error('another record');
        }
        const text = decodeText(bytes);
        if (text !== null && /[\p{Cc}\ufffd]/u.test(text)) throw new Error('noise was taken for text');
        const digits = decodeDigits(bytes);
        if (digits !== null && !/^\d*$/.test(digits)) throw new Error('noise was taken for digits');
        const day = decodeDay(bytes);
        if (day !== null && !day.startsWith(digits?.slice(0, 4) ?? ' ')) throw new Error('another day');
      }),
      { numRuns: runs, seed },
    );
  });

  test('comes back as it went in', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 255 }), fc.integer({ min: 0, max: 255 }), (value, tag) => {
        expect(decodeRecord(encodeRecord({ tag, value }), tag)).toEqual({ tag, value });
      }),
    );
  });

  test('is not taken under a wrong tag or with a length beyond its end', () => {
    expect(decodeRecord(Uint8Array.of(0x08, 1, 0x41), 0x09)).toBeNull();
    expect(decodeRecord(Uint8Array.of(0x08, 2, 0x41), 0x08)).toBeNull();
    expect(decodeRecord(new Uint8Array(), 0x08)).toBeNull();
  });

  test('holds names in GBK, dates and digits in halves of bytes', () => {
    expect(decodeText(Uint8Array.of(...encodeGbk('买买提·王'), 0, 0, 0))).toBe('买买提·王');
    expect(decodeText(Uint8Array.of(0xcd))).toBeNull();
    expect(decodeDay(Uint8Array.of(0x20, 0x29, 0x02, 0x28))).toBe('2029-02-28');
    expect(decodeDay(Uint8Array.of(0x20, 0x29, 0x02, 0x30))).toBeNull();
    expect(decodeDay(Uint8Array.of(0xff, 0xff, 0xff, 0xff))).toBeNull();
    expect(decodeDay(Uint8Array.of(0, 0, 0, 0))).toBeNull();
    expect(decodeDigits(Uint8Array.of(0x33, 0x1f))).toBe('331');
    expect(decodeDigits(Uint8Array.of(0x3a))).toBeNull();
  });
});
