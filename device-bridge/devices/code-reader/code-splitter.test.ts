import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Random, randomOf } from '../transport/random.test-support.ts';
import { emptySplitter, endCode, longestCodeBytes, splitCodes } from './code-splitter.ts';
import { readScannedCode } from './scanned-code.ts';

const bytes = (text: string) => new TextEncoder().encode(text);

/** What is told when the chunks come one after the other and the line is then silent. */
function told(...chunks: Uint8Array[]): string[] {
  let state = emptySplitter;
  const codes: string[] = [];
  for (const chunk of chunks) {
    const split = splitCodes(state, chunk);
    state = split.state;
    codes.push(...split.codes);
  }
  return [...codes, ...endCode(state).codes];
}

describe('a line of codes', () => {
  test('is split at CR, LF and CRLF, and what the silence ends is a code, too', () => {
    expect(told(bytes('one\rtwo\nthree\r\n\r\nfour'))).toEqual(['one', 'two', 'three', 'four']);
  });

  test('may come in any pieces, within a character as well', () => {
    const sent = bytes('https://示例.test/v/龘\r\n');
    expect(told(...Array.from(sent, byte => Uint8Array.of(byte)))).toEqual(['https://示例.test/v/龘']);
  });

  test('loses control characters and what is no text', () => {
    expect(told(Uint8Array.of(2, ...bytes('framed'), 3, 13))).toEqual(['framed']);
    expect(told(Uint8Array.of(0xff, 0xfe, 0x80, 13), bytes('next\r'))).toEqual(['next']);
    // GB18030 is no UTF-8: better nothing than another text.
    expect(splitCodes(emptySplitter, Uint8Array.of(0xbb, 0xc6, 0xd1, 0xd2, 13))).toMatchObject({
      codes: [],
      dropped: 1,
    });
    expect(splitCodes(emptySplitter, bytes('\r\n\r\n \r'))).toMatchObject({ codes: [], dropped: 0 });
  });

  test('may be as long as 4 kB and no longer', () => {
    const [longest, tooLong] = ['x'.repeat(longestCodeBytes), 'x'.repeat(longestCodeBytes + 1)];
    expect(told(bytes(`${longest}\r`))).toEqual([longest]);
    expect(told(bytes(`${tooLong}\rnext\r`))).toEqual(['next']);
    expect(told(bytes(tooLong), bytes(tooLong), bytes('\rnext\r'))).toEqual(['next']);
  });
});

const lines = 100_000;
const batch = 1000;
const pieces = [
  '\r',
  '\n',
  '\r\n',
  'https://p.example.cn/v/',
  'A'.repeat(22),
  'https://c.example.cn/c/7vy6nx/',
  'CT',
  '龘𠮷',
];
const addresses = {
  verificationUrl: 'https://p.example.cn/v/',
  contentOrigin: 'https://c.example.cn/',
  citizenCode: /^CT/,
};

test('100,000 random lines: nothing throws, every code is text within the limit, however the bytes are cut', () => {
  const kinds: Record<string, number> = { certificate: 0, guide: 0, citizen: 0, unknown: 0 };
  fc.assert(
    fc.property(fc.integer(), seed => {
      const random = randomOf(seed);
      for (let line = 0; line < batch; line += 1) {
        const sent = randomLine(random);
        const codes = told(sent);
        for (const code of codes) {
          if (code === '' || code.length > longestCodeBytes || /\p{Cc}/u.test(code) || !code.isWellFormed())
            throw new Error(`no code: ${JSON.stringify(code)}`);
          const { kind } = readScannedCode(code, addresses);
          kinds[kind] = (kinds[kind] ?? 0) + 1;
        }
        const cut = random(sent.length + 1);
        const inTwo = told(sent.subarray(0, cut), sent.subarray(cut));
        if (codes.join('\n') !== inTwo.join('\n'))
          throw new Error(`the cut changed it: ${Buffer.from(sent).toString('hex')}`);
      }
    }),
    { seed: 331003, numRuns: lines / batch, endOnFailure: true },
  );
  console.info(`fuzz: ${lines} lines of codes, seed 331003`, kinds);
  for (const [kind, count] of Object.entries(kinds)) expect(count, kind).toBeGreaterThan(100);
});

function randomLine(random: Random): Uint8Array {
  const parts = Array.from({ length: random(6) }, () => {
    if (random(3) > 0) return bytes(pieces[random(pieces.length)] ?? '');
    return Uint8Array.from({ length: random(20) }, () => (random(4) === 0 ? random(256) : 0x20 + random(0x5f)));
  });
  return Uint8Array.from(Buffer.concat(parts));
}
