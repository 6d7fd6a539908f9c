import type { Random } from '../transport/random.test-support.ts';
import { encodeAnswer } from './sam-protocol.ts';
import { type FieldCard, type SampleCard, sampleCards } from './simulator/sample-cards.ts';

/** A stream of bytes, and what it was made of. */
export interface FuzzStream {
  how: keyof typeof makers;
  bytes: Uint8Array;
  /** The good frame that was changed, and its card; null for a stream made of nothing. */
  source: GoodFrame | null;
}

export interface GoodFrame {
  frame: Uint8Array;
  card: SampleCard;
}

const goodFrames: readonly GoodFrame[] = sampleCards
  .filter(({ readFailure }) => readFailure === null)
  .map(card => ({ card, frame: baseAnswer(card) }));

const shortAnswers: readonly Uint8Array[] = [
  answer(0x90, []),
  answer(0x9f, [0, 0, 0, 0]),
  answer(0x90, new Uint8Array(8)),
  answer(0x90, new Uint8Array(16)),
  answer(0x41, []),
  ...sampleCards.filter(({ addresses }) => addresses.length > 0).map(({ addresses }) => answer(0x90, addresses)),
];
const pieces = [
  [0xaa, 0xaa, 0xaa, 0x96, 0x69],
  [0xaa, 0x00, 0xaa],
  [0x05, 0x08, 0x00, 0x00, 0x90],
  [0x00, 0x04],
];

/** The ways streams are made. Each takes a good frame and may change it in place: it is a copy. */
const makers = {
  noise: (random: Random) => bytesOf(random, random(60)),
  pieces: (random: Random) => {
    const parts = Array.from({ length: 1 + random(5) }, () =>
      random(3) === 0 ? [...bytesOf(random, random(12))] : (pieces[random(pieces.length)] ?? []),
    );
    return Uint8Array.from(parts.flat());
  },
  'short answer': (random: Random) =>
    changed(random, shortAnswers[random(shortAnswers.length)]?.slice() ?? new Uint8Array(1), random(3)),
  'one byte': (random: Random, frame: Uint8Array) => changed(random, frame, 1),
  'some bytes': (random: Random, frame: Uint8Array) => changed(random, frame, 2 + random(4)),
  /** What a checksum cannot see. */
  'two alike': (random: Random, frame: Uint8Array) => {
    const difference = 1 + random(255);
    turn(frame, covered(random, frame), difference);
    turn(frame, covered(random, frame), difference);
    return frame;
  },
  'checksum mended': (random: Random, frame: Uint8Array) => {
    for (let change = 0; change <= random(4); change += 1) frame[textByte(random)] = random(256);
    let sum = 0;
    for (let at = 5; at < frame.length - 1; at += 1) sum ^= frame[at] ?? 0;
    frame[frame.length - 1] = sum;
    return frame;
  },
  'cut out': (random: Random, frame: Uint8Array) => {
    const [from, bytes] = [random(frame.length), 1 + random(40)];
    return joined(frame.subarray(0, from), frame.subarray(from + bytes));
  },
  'put in': (random: Random, frame: Uint8Array) => {
    const at = random(frame.length);
    return joined(frame.subarray(0, at), bytesOf(random, 1 + random(12)), frame.subarray(at));
  },
  'torn, then whole': (random: Random, frame: Uint8Array) => joined(frame.subarray(0, random(frame.length)), frame),
  'whole in noise': (random: Random, frame: Uint8Array) =>
    joined(bytesOf(random, random(30), 0xaa), frame, bytesOf(random, random(30), 0xaa)),
} as const satisfies Record<string, (random: Random, frame: Uint8Array) => Uint8Array>;

const ways = Object.keys(makers) as (keyof typeof makers)[];
/** Short streams come twice as often: they cost little. */
const short = ['noise', 'pieces', 'short answer'] as const;

export function fuzzStream(random: Random): FuzzStream {
  const choice = random(ways.length + short.length);
  const how = ways[choice] ?? short[choice - ways.length] ?? 'noise';
  const source = goodFrames[random(goodFrames.length)] ?? null;
  if (source === null || makers[how].length < 2)
    return { how, bytes: makers[how](random, new Uint8Array()), source: null };
  return { how, bytes: makers[how](random, source.frame.slice()), source };
}

function baseAnswer({ textBlock, photo }: FieldCard): Uint8Array {
  return answer(0x90, [1, 0, 4, 0, ...textBlock, ...photo]);
}

function answer(sw3: number, data: Iterable<number>): Uint8Array {
  return encodeAnswer({ sw1: 0, sw2: 0, sw3, data: Uint8Array.from(data) });
}

/** `without`: a byte that shall not occur. */
function bytesOf(random: Random, count: number, without = -1): Uint8Array {
  const bytes = new Uint8Array(count);
  for (let at = 0; at < count; at += 1) {
    const byte = random(256);
    bytes[at] = byte === without ? 0 : byte;
  }
  return bytes;
}

function changed(random: Random, bytes: Uint8Array, count: number): Uint8Array {
  for (let change = 0; change < count; change += 1) turn(bytes, random(bytes.length), 1 + random(255));
  return bytes;
}

function turn(bytes: Uint8Array, at: number, difference: number): void {
  bytes[at] = (bytes[at] ?? 0) ^ difference;
}

/** A byte behind the length that the checksum covers. */
function covered(random: Random, frame: Uint8Array): number {
  return 7 + random(frame.length - 8);
}

/** A byte of the text block of a frame with base information. */
function textByte(random: Random): number {
  return 14 + random(256);
}

function joined(...parts: Uint8Array[]): Uint8Array {
  const whole = new Uint8Array(parts.reduce((length, part) => length + part.length, 0));
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}
