import { createCanvas } from '@napi-rs/canvas';
import fc from 'fast-check';
import { beforeAll, expect, test } from 'vitest';
import { wholeJpeg } from './whole-jpeg.ts';

let jpeg: Buffer;

beforeAll(async () => {
  const canvas = createCanvas(60, 40);
  const paper = canvas.getContext('2d');
  for (let x = 0; x < 60; x += 1) {
    paper.fillStyle = `hsl(${x * 6} 90% 50%)`;
    paper.fillRect(x, 0, 1, 40);
  }
  jpeg = canvas.toBuffer('image/jpeg', 80);
});

test('takes a whole JPEG, tells its size and leaves out padding behind it', () => {
  const padded = Buffer.concat([jpeg, Buffer.alloc(100)]);
  expect(wholeJpeg(padded)).toEqual({ jpeg: padded.subarray(0, jpeg.length), widthPx: 60, heightPx: 40 });
});

test('refuses one that ends at any byte before its end', () => {
  for (let length = 0; length < jpeg.length; length += 1) expect(wholeJpeg(jpeg.subarray(0, length))).toBeNull();
});

test('refuses other files, and pictures without a size or without data', () => {
  const bytes = (...values: number[]) => wholeJpeg(Uint8Array.from(values));
  expect(wholeJpeg(Buffer.from('<html></html>'))).toBeNull();
  expect(wholeJpeg(Buffer.from('\x89PNG\r\n\x1a\n', 'latin1'))).toBeNull();
  expect(bytes(0xff, 0xd8, 0xff, 0xd9)).toBeNull();
  const frame = [0xff, 0xc0, 0, 11, 8, 0, 1, 0, 1, 1, 1, 0x11, 0];
  const scan = [0xff, 0xda, 0, 8, 1, 1, 0, 0, 63, 0];
  expect(bytes(0xff, 0xd8, ...frame, ...scan, 0x55, 0xff, 0xd9)).toMatchObject({ widthPx: 1, heightPx: 1 });
  expect(bytes(0xff, 0xd8, ...frame, ...scan, 0xff, 0xd9)).toBeNull();
  expect(bytes(0xff, 0xd8, ...scan, 0x55, 0xff, 0xd9)).toBeNull();
  expect(bytes(0xff, 0xd8, ...frame.with(6, 0), ...scan, 0x55, 0xff, 0xd9)).toBeNull();
});

test('answers any bytes', () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 200 }), fc.nat(jpeg.length), (noise, at) => {
      const spoilt = Buffer.concat([jpeg.subarray(0, at), noise, jpeg.subarray(at)]);
      const whole = wholeJpeg(spoilt);
      if (whole !== null) expect(whole.jpeg.length).toBeLessThanOrEqual(spoilt.length);
    }),
    { numRuns: 2_000 },
  );
});
