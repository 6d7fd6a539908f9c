import { createCanvas } from '@napi-rs/canvas';
import { expect, test } from 'vitest';
import { Refusal } from '../../../../content/common/faults.ts';
import { decodePage } from './decode-page.ts';
import { readJpegHeader } from './jpeg-header.ts';

const canvas = createCanvas(400, 300);
const context = canvas.getContext('2d');
context.fillStyle = '#fff';
context.fillRect(0, 0, 400, 300);
context.fillStyle = '#000';
for (let x = 0; x < 400; x += 16) context.fillRect(x, x % 90, 8, 200);
const whole = new Uint8Array(canvas.encodeSync('jpeg', 85));
const frame = whole.findIndex((byte, index) => byte === 0xff && whole[index + 1] === 0xc0);

function sized(widthPx: number, heightPx: number): Uint8Array {
  const copy = whole.slice();
  const view = new DataView(copy.buffer);
  view.setUint16(frame + 5, heightPx);
  view.setUint16(frame + 7, widthPx);
  return copy;
}

function changed(index: number, byte: number): Uint8Array {
  const copy = whole.slice();
  copy[index] = byte;
  return copy;
}

test('says the size and the colours of a JPEG', async () => {
  expect(readJpegHeader(whole)).toEqual({ widthPx: 400, heightPx: 300, components: 3 });
  expect((await decodePage(whole)).width).toBe(400);
});

test.each<[string, Uint8Array]>([
  ['nothing', new Uint8Array()],
  ['text', new TextEncoder().encode('<html>not found</html>')],
  ['a drawing that the decoder would take', new TextEncoder().encode('<svg xmlns="http://www.w3.org/2000/svg"/>')],
  ['only a header, which ends the decoder’s process', whole.subarray(0, 200)],
  ['a picture cut off in the middle', whole.subarray(0, whole.length >> 1)],
  ['a picture without its end mark', whole.subarray(0, whole.length - 2)],
  ['a picture of 60,000 x 60,000, which ends the decoder’s process', sized(60_000, 60_000)],
  ['a picture of 100 million pixels and one line', sized(10_000, 10_001)],
  ['a picture without a height, which ends the decoder’s process', sized(400, 0)],
  ['a picture of one column', sized(1, 300)],
  ['lossless JPEG', changed(frame + 1, 0xc3)],
  ['arithmetic coding', changed(frame + 1, 0xc9)],
  ['twelve bits', changed(frame + 4, 12)],
  ['four colours', changed(frame + 9, 4)],
])('refuses %s before it is decoded', (_, bytes) => {
  expect(() => readJpegHeader(bytes)).toThrow(Refusal);
});

test.each<[string, Uint8Array]>([
  ['more lines than it holds', sized(400, 3000)],
  ['wider lines than it holds', sized(600, 300)],
  ['no tables to decode it with', changed(whole.findIndex((b, i) => b === 0xff && whole[i + 1] === 0xdb) + 1, 0xfe)],
])('refuses a picture that says it has %s', async (_, bytes) => {
  await expect(decodePage(bytes)).rejects.toMatchObject({ fault: 'scanner-failed' });
});
