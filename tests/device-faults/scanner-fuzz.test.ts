import { createCanvas } from '@napi-rs/canvas';
import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { parseCapabilities, parseStatus } from '../../device-bridge/devices/scanner/escl/answers.ts';
import { createEsclScanner } from '../../device-bridge/devices/scanner/escl/driver.ts';
import { jobEnd, statusFault } from '../../device-bridge/devices/scanner/escl/escl-faults.ts';
import { chooseSettings } from '../../device-bridge/devices/scanner/escl/settings.ts';
import { parseXml } from '../../device-bridge/devices/scanner/escl/xml.ts';
import { glass, quickDelays, scan } from '../../device-bridge/devices/scanner/scanner.test-support.ts';
import { capabilitiesDocument, statusDocument } from '../../device-bridge/devices/scanner/simulator/escl-documents.ts';
import { wholeJpeg } from '../../device-bridge/devices/scanner/whole-jpeg.ts';
import { type Spoiling, startFuzzServer } from './scanner-fuzz-server.ts';

/** FUZZ_SEED repeats a run. */
const seed = Number(process.env.FUZZ_SEED ?? Date.now() % 2 ** 31);
console.info(`eSCL fuzz: FUZZ_SEED=${seed}`);

let jpeg: Uint8Array;
let server: Awaited<ReturnType<typeof startFuzzServer>>;

beforeAll(async () => {
  const canvas = createCanvas(40, 30);
  canvas.getContext('2d').fillText('页', 10, 20);
  jpeg = canvas.toBuffer('image/jpeg', 80);
  server = await startFuzzServer(jpeg);
});
afterAll(() => server.close());

const job = { id: '1', path: '/eSCL/ScanJobs/1', state: 'Aborted', reason: 'ScannerAdfJam', completed: 1, left: 0 };
const documents = [
  capabilitiesDocument,
  statusDocument({ state: 'Processing', adfState: 'ScannerAdfJam', jobs: [job, job] }),
];
const tokens = ['<', '>', '</', '/>', '"', '&', '&#x;', '&#1114112;', '<![CDATA[', ']]>', '<!--', '<?', '<!DOCTYPE a>'];
const names = [
  '<scan:Platen>',
  '</scan:Adf>',
  'xmlns:pwg=""',
  '<a:b>',
  '99999999999',
  '-1',
  '1e9',
  '\u0000',
  '\ufffe',
  '中',
];

test('9,000 malformed documents: each is read or refused, none throws', { timeout: 60_000 }, () => {
  const piece = fc.oneof(
    fc.constantFrom(...tokens, ...names),
    fc.string({ maxLength: 8 }),
    fc.stringMatching(/^[a-z0-9]{0,4}$/),
  );
  const edit = fc.record({
    at: fc.double({ min: 0, max: 1, noNaN: true }),
    drop: fc.oneof(fc.constant(0), fc.nat(4), fc.nat(60)),
    insert: piece,
  });
  let read = 0;
  fc.assert(
    fc.property(fc.constantFrom(...documents), fc.array(edit, { minLength: 1, maxLength: 4 }), (document, edits) => {
      let text = document;
      for (const { at, drop, insert } of edits) {
        const from = Math.floor(at * text.length);
        text = text.slice(0, from) + insert + text.slice(from + drop);
      }
      const capabilities = parseCapabilities(text);
      if (capabilities !== null) {
        read += 1;
        const settings = chooseSettings(capabilities, glass);
        if (settings.ok) expect(parseXml(settings.xml)?.name).toBe('ScanSettings');
      }
      const status = parseStatus(text);
      if (status === null) return;
      read += 1;
      statusFault(status);
      jobEnd(status, '/eSCL/ScanJobs/1', 'feeder');
    }),
    { seed, numRuns: 9_000 },
  );
  // Some are still documents: the readers were truly reached.
  expect(read).toBeGreaterThan(50);
});

test('1,000 answers spoilt below HTTP: each scan ends in time, and no page is one that was not sent', {
  timeout: 120_000,
}, async () => {
  const heads = [
    'HTTP/1.1 503 \r\n\r\n',
    'HTTP/9.9 2000 \r\n',
    'Transfer-Encoding: chunked\r\n',
    '\r\n\r\n',
    'ffffffff\r\n',
  ];
  const noise = fc.oneof(
    fc
      .constantFrom(...heads, '\r\nContent-Length: 1\r\n', '\r\nContent-Length: 99999999999\r\n')
      .map(text => Buffer.from(text)),
    fc.uint8Array({ maxLength: 40 }),
    fc.constant(new Uint8Array()),
  );
  const spoiling: fc.Arbitrary<Spoiling> = fc.record({
    step: fc.constantFrom('status', 'capabilities', 'job', 'document', 'document'),
    // Half of it in the head, where HTTP is.
    at: fc.oneof(fc.double({ min: 0, max: 0.1, noNaN: true }), fc.double({ min: 0, max: 1, noNaN: true })),
    drop: fc.oneof(fc.nat(20), fc.nat(2_000)),
    insert: noise,
    end: fc.oneof(
      { weight: 16, arbitrary: fc.constant('close' as const) },
      { weight: 3, arbitrary: fc.constant('reset' as const) },
      { weight: 1, arbitrary: fc.constant('keep' as const) },
    ),
  });
  const delays = {
    ...quickDelays,
    retryMs: 0,
    lookMs: 200,
    silentMs: 200,
    cancelMs: 200,
    busyRetryMs: 5,
    busyLimitMs: 5,
  };
  let scanned = 0;
  await fc.assert(
    fc.asyncProperty(spoiling, async how => {
      server.spoil(how);
      const scanner = createEsclScanner({ url: server.url, delays });
      const outcome = await scan(scanner, glass);
      await scanner.close();
      for (const page of outcome.pages) {
        scanned += 1;
        expect(wholeJpeg(page.jpeg)).not.toBeNull();
        expect(server.sent().includes(Buffer.from(page.jpeg))).toBe(true);
        if (how.step !== 'document') expect(Buffer.from(page.jpeg).equals(jpeg)).toBe(true);
      }
      expect(outcome.pages.length).toBe(outcome.outcome === 'scanned' ? 1 : 0);
    }),
    { seed, numRuns: 1_000 },
  );
  expect(scanned).toBeGreaterThan(50);
});
