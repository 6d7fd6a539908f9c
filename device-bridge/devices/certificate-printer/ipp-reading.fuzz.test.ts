import ipp from '@sealsystems/ipp';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readers } from './ipp-client.ts';
import type { IppResult } from './ipp-failure.ts';
import { readAnswer } from './ipp-reading.ts';

const tries = 100_000;

const operation = { 'attributes-charset': 'utf-8', 'attributes-natural-language': 'en' };
const answer = (statusCode: string, more: object) =>
  ipp.serialize({ version: '2.0', id: 1, statusCode, 'operation-attributes-tag': operation, ...more });

type Reader = (typeof readers)[keyof typeof readers];
interface Sample {
  bytes: Buffer;
  readers: Reader[];
}

/** True answers of every kind the client reads, to be mutated. */
const samples: Sample[] = [
  {
    readers: [readers.printer, readers.description],
    bytes: answer('successful-ok', {
      'printer-attributes-tag': {
        'printer-state': 'idle',
        'printer-state-reasons': ['media-low-warning', 'toner-low-report'],
        'printer-is-accepting-jobs': true,
        'printer-make-and-model': 'Sample certificate printer',
        'printer-device-id': 'MFG:Sample;MDL:Certificate Printer;SN:1;',
        'media-ready': 'iso_a4_210x297mm',
        'media-col-default': { 'media-size': { 'x-dimension': 21_000, 'y-dimension': 29_700 } },
        'copies-supported': [[1, 99]],
        'printer-current-time': new Date(0),
        'marker-types': ['toner', 'waste-toner'],
        'marker-levels': [40, 5],
        'printer-resolution-default': [[600, 600, 'dpi']],
      },
    }),
  },
  {
    readers: [readers.job, readers.jobs, readers.receipt],
    bytes: answer('successful-ok', {
      'job-attributes-tag': [
        { 'job-id': 7, 'job-uuid': 'urn:uuid:1', 'job-state': 'processing', 'job-state-reasons': 'job-printing' },
        { 'job-id': 8, 'job-state': 'completed', 'job-impressions-completed': 2 },
      ],
    }),
  },
  { readers: [readers.nothing], bytes: answer('server-error-busy', {}) },
];

/** Lengths and tags are where parsers stumble. */
const bytesThatMatter = [0x00, 0x01, 0x03, 0x34, 0x35, 0x37, 0x4a, 0x7f, 0x80, 0xff];
const edit = fc.record({
  kind: fc.constantFrom('set', 'set', 'set', 'insert', 'remove', 'cut'),
  at: fc.nat({ max: 100_000 }),
  value: fc.oneof(fc.nat({ max: 255 }), fc.constantFrom(...bytesThatMatter)),
});
type Edit = typeof edit extends fc.Arbitrary<infer T> ? T : never;

function apply(bytes: Buffer, { kind, at, value }: Edit): Buffer {
  const index = at % (bytes.length + 1);
  const [before, after] = [bytes.subarray(0, index), bytes.subarray(index)];
  if (kind === 'insert') return Buffer.concat([before, Uint8Array.of(value), after]);
  if (kind === 'remove') return Buffer.concat([before, after.subarray(1)]);
  if (kind === 'cut') return before;
  return Buffer.concat([before, Uint8Array.of(value), after.subarray(1)]);
}

const mutated = fc
  .tuple(fc.constantFrom(...samples), fc.nat(), fc.array(edit, { minLength: 1, maxLength: 3 }))
  .map(([sample, pick, edits]) => ({
    bytes: edits.reduce(apply, sample.bytes),
    read: sample.readers[pick % sample.readers.length] ?? readers.nothing,
  }));
const noise = fc.record({ bytes: fc.uint8Array({ maxLength: 200 }), read: fc.constantFrom(...Object.values(readers)) });
/** Noise behind a true header gets past the first look. */
const header = Uint8Array.from([2, 0, 0, 0, 0, 0, 0, 1]);
const headedNoise = noise.map(({ bytes, read }) => ({ bytes: Buffer.concat([header, bytes]), read }));
const anything = fc.oneof({ weight: 8, arbitrary: mutated }, headedNoise, noise);

describe('an answer of whatever bytes', () => {
  test.each([
    ['a value', [0x47, 0, 1, 0x61, 0xff, 0xfa]],
    ['a name', [0x47, 0xff, 0xf0]],
    ['an extension', [0x7f, 0, 0, 0, 0, 0x47, 0xff, 0xf0]],
    ['a language', [0x36, 0, 1, 0x61, 0, 8, 0xff, 0xf0, 0, 0, 0, 0, 0, 0]],
  ])('is malformed when %s of negative length would send the parser back for ever', (_what, attribute) => {
    const bytes = Buffer.from([2, 0, 0, 0, 0, 0, 0, 1, 1, ...attribute, 3]);
    expect(readAnswer(bytes, readers.nothing)).toMatchObject({ failure: { kind: 'malformed' } });
  });

  test(`is a value or a failure, ${tries} times, and never throws or hangs`, { timeout: 60_000 }, () => {
    const seed = Number(process.env.FUZZ_SEED ?? Date.now() % 0x7fffffff);
    const seen = { values: 0, statuses: 0, malformed: 0 };
    const began = process.cpuUsage();
    fc.assert(
      fc.property(anything, ({ bytes, read }) => {
        const result: IppResult<unknown> = readAnswer<unknown>(Buffer.from(bytes), read);
        if (result.ok) seen.values += 1;
        else if (result.failure.kind === 'status') seen.statuses += 1;
        else if (result.failure.kind === 'malformed') seen.malformed += 1;
        else throw new Error(`unexpected ${result.failure.kind}`);
      }),
      { numRuns: tries, seed },
    );
    // Time of this process and not of the clock: the machine may be busy with other tests.
    const tookMs = Math.round(process.cpuUsage(began).user / 1_000);
    console.info(`IPP answers: ${tries} tries, seed ${seed}, ${tookMs} ms of CPU, ${JSON.stringify(seen)}`);
    // The mutations must reach past the framing, or nothing was tried.
    expect(seen.values).toBeGreaterThan(tries / 50);
    expect(seen.statuses).toBeGreaterThan(tries / 50);
  });
});
