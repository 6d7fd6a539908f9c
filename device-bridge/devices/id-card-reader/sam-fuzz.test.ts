import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type Random, randomOf } from '../transport/random.test-support.ts';
import { type CardTextResult, parseCard, parseNewestAddress } from './card-text.ts';
import { type FuzzStream, fuzzStream } from './fuzz-streams.test-support.ts';
import { concernOf } from './sam-answers.ts';
import { decodeFrames, emptyDecoder, longestFrameBytes } from './sam-frames.ts';
import { fitsCommand, formatSamId, parseAnswer, splitBase } from './sam-protocol.ts';

/** How many streams go through decoder, answer parser and card parser. */
const streams = 1_000_000;
const batch = 5_000;
const seed = Number(process.env.FUZZ_SEED ?? 331003);

/**
 * What "no wrong read" means: whatever comes out stood on the line, whole, behind a preamble and with a length and a
 * checksum that fit. XOR finds every single changed byte; two changes that cancel each other out are what it cannot see,
 * and then the text itself must be well formed.
 */
test(`a million streams: nothing throws or hangs, and no card is read that was not on the line`, () => {
  const tally = { payloads: 0, cards: 0, refused: 0, unseen: 0 };
  const began = process.cpuUsage();
  fc.assert(
    fc.property(fc.integer(), batchSeed => {
      const random = randomOf(batchSeed);
      for (let count = 0; count < batch; count += 1) checkStream(fuzzStream(random), random, tally);
    }),
    { seed, numRuns: streams / batch, endOnFailure: true },
  );
  const { user, system } = process.cpuUsage(began);
  const seconds = (user + system) / 1e6;
  const rate = Math.round(streams / seconds);
  console.info(`fuzz: ${streams} streams, seed ${seed}, ${seconds.toFixed(1)} s of a core, ${rate}/s`, tally);
  // It was not all refused at the door.
  expect(tally.cards).toBeGreaterThan(streams / 20);
  expect(tally.refused).toBeGreaterThan(streams / 100);
  expect(tally.unseen).toBeGreaterThan(streams / 1000);
});

function checkStream(stream: FuzzStream, random: Random, tally: Record<string, number>): void {
  const { how, bytes, source } = stream;
  const payloads = decodeInTwo(bytes, random(bytes.length + 1));
  let read = 0;
  for (const payload of payloads) {
    count(tally, 'payloads');
    if (!stoodOnTheLine(bytes, payload)) fail(stream, 'a payload that was not on the line');
    const result = readPayload(payload);
    if (result === null) continue;
    read += 1;
    count(tally, result.ok ? 'cards' : 'refused');
    if (!result.ok || source === null) continue;
    const same = result.card.idNumber === source.card.card.idNumber && result.card.name === source.card.card.name;
    if (!same) count(tally, 'unseen');
    // The checksum fits (see above), so it is not the frame that was sent.
    if (!same && Buffer.compare(payload, source.frame.subarray(7, -1)) === 0)
      fail(stream, 'another card of the same frame');
  }
  if (how === 'one byte' && read > 0) fail(stream, 'a card behind a single wrong byte');
  if ((how === 'whole in noise' || how === 'torn, then whole') && read !== 1)
    fail(stream, 'the whole frame was not found');
}

function decodeInTwo(bytes: Uint8Array, cut: number): Uint8Array[] {
  const first = decodeFrames(emptyDecoder, bytes.subarray(0, cut));
  const second = decodeFrames(first.state, bytes.subarray(cut));
  if (second.state.length >= longestFrameBytes) throw new Error('the decoder holds more than a frame');
  return [...first.payloads, ...second.payloads];
}

/** The card of a payload that is an answer with base information; all other parsers are tried, too. */
function readPayload(payload: Uint8Array): CardTextResult | null {
  const answer = parseAnswer(payload);
  if (answer === null) return null;
  concernOf(answer.sw3);
  formatSamId(answer.data);
  if (fitsCommand('newest-address', answer)) parseNewestAddress(answer.data);
  if (!fitsCommand('read-base', answer) || answer.sw3 !== 0x90) return null;
  const base = splitBase(answer.data);
  return base === null ? null : parseCard(base.text, base.photo);
}

const preamble = /\xaa\0?\xaa\0?\xaa\0?\x96\0?\x69$/;

/** Seen with other eyes than the decoder's: the bytes are searched for what came out. */
function stoodOnTheLine(bytes: Uint8Array, payload: Uint8Array): boolean {
  const line = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const length = payload.length + 1;
  let sum = (length >> 8) ^ (length & 0xff);
  for (let index = 0; index < payload.length; index += 1) sum ^= payload[index] ?? 0;
  for (let at = line.indexOf(payload); at >= 0; at = line.indexOf(payload, at + 1)) {
    const fits = at >= 2 && line.readUInt16BE(at - 2) === length && line[at + payload.length] === sum;
    if (fits && preamble.test(line.toString('latin1', Math.max(0, at - 11), at - 2))) return true;
  }
  return false;
}

function count(tally: Record<string, number>, what: string): void {
  tally[what] = (tally[what] ?? 0) + 1;
}

function fail({ how, bytes }: FuzzStream, why: string): never {
  throw new Error(`${why}; ${how}: ${Buffer.from(bytes).toString('hex')}`);
}
