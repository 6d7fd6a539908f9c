import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { decodeFrames, emptyDecoder, encodeFrame, longestFrameBytes } from './sam-frames.ts';

const hex = (text: string) => Uint8Array.from(Buffer.from(text.replaceAll(' ', ''), 'hex'));
const ready = 'AA AA AA 96 69 00 04 00 00 90 94';
const readyPayload = hex('00 00 90');
const payloads = fc.uint8Array({ minLength: 2, maxLength: 40 });
// A fixed seed: one random torn frame in 256 has a right checksum by chance and is then a frame.
const runs = { seed: 331003, numRuns: 300 };

function decode(...chunks: Uint8Array[]): Uint8Array[] {
  let state = emptyDecoder;
  return chunks.flatMap(chunk => {
    const decoded = decodeFrames(state, chunk);
    state = decoded.state;
    return decoded.payloads;
  });
}

function splitAt(bytes: Uint8Array, cuts: number[]): Uint8Array[] {
  const ends = [...cuts.map(cut => cut % (bytes.length + 1)), bytes.length].sort((a, b) => a - b);
  return ends.map((end, index) => bytes.slice(index === 0 ? 0 : ends[index - 1], end));
}

describe('the decoder of frames', () => {
  test('takes the frame of the vendor sheet', () => {
    expect(decode(hex(ready))).toEqual([readyPayload]);
  });

  test('takes two frames in one chunk', () => {
    expect(decode(hex(ready + ready))).toEqual([readyPayload, readyPayload]);
  });

  test('passes over a stray 00 anywhere in the preamble', () => {
    const strayed = [
      '00 AA AA AA 96 69',
      'AA 00 AA AA 96 69',
      'AA AA 00 AA 96 69',
      'AA AA AA 00 96 69',
      'AA AA AA 96 00 69',
    ];
    for (const preamble of strayed) {
      expect(decode(hex(`${preamble} 00 04 00 00 90 94`)), preamble).toEqual([readyPayload]);
    }
  });

  test('drops a frame with a wrong checksum and takes the next', () => {
    expect(decode(hex(`AA AA AA 96 69 00 04 00 00 90 95 ${ready}`))).toEqual([readyPayload]);
  });

  test('drops impossible lengths at once', () => {
    for (const length of ['00 00', '00 02', '09 0B', 'FF FF']) {
      expect(decode(hex(`AA AA AA 96 69 ${length} ${ready}`)), length).toEqual([readyPayload]);
    }
  });

  test('takes a whole frame behind a torn one without waiting for the torn length', () => {
    expect(decode(hex(`AA AA AA 96 69 05 08 00 00 90 01 00 ${ready}`))).toEqual([readyPayload]);
  });

  test('never throws and never holds more than one frame', () => {
    const piece = fc.oneof(
      fc.uint8Array(),
      fc.constant(hex('AA AA AA 96 69')),
      fc.constant(hex('AA AA AA 96 69 09 0A')),
    );
    fc.assert(
      fc.property(fc.array(piece), chunks => {
        let state = emptyDecoder;
        for (const chunk of chunks) state = decodeFrames(state, chunk).state;
        expect(state.length).toBeLessThan(longestFrameBytes);
      }),
      runs,
    );
  });

  test('gives back what was encoded however the bytes are split', () => {
    fc.assert(
      fc.property(fc.array(payloads, { maxLength: 4 }), fc.array(fc.nat()), (sent, cuts) => {
        const bytes = Uint8Array.from(sent.flatMap(payload => [...encodeFrame(payload)]));
        expect(decode(...splitAt(bytes, cuts))).toEqual(sent);
      }),
      runs,
    );
  });

  test('finds the next frame after any noise, torn frames included', () => {
    const torn = fc.tuple(payloads, fc.nat(44)).map(([payload, cut]) => encodeFrame(payload).slice(0, cut));
    const noise = fc
      .array(fc.oneof(fc.uint8Array(), torn, fc.constant(hex('AA AA 00'))))
      .map(parts => parts.flatMap(p => [...p]));
    fc.assert(
      fc.property(noise, payloads, fc.array(fc.nat()), (before, payload, cuts) => {
        const bytes = Uint8Array.from([...before, ...encodeFrame(payload)]);
        expect(decode(...splitAt(bytes, cuts)).at(-1)).toEqual(payload);
      }),
      runs,
    );
  });
});
