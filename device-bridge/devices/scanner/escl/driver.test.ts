import { execFileSync } from 'node:child_process';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { request as httpRequest } from 'node:http';
import { createServer } from 'node:https';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { glass, inShort, never, quickDelays, scan, stack, untilStatus } from '../scanner.test-support.ts';
import { startSimulatedScanner } from '../simulator/simulated-scanner.ts';
import type { Scanner, ScanProgress } from '../types.ts';
import { wholeJpeg } from '../whole-jpeg.ts';
import { createEsclScanner } from './driver.ts';

let simulated: Awaited<ReturnType<typeof startSimulatedScanner>>;
const open: Scanner[] = [];

beforeAll(async () => {
  // It names itself as nobody else does: only the path of a job's address counts.
  simulated = await startSimulatedScanner({ pageMs: 0, location: path => `http://sample-scanner.local:8080${path}/` });
});
afterEach(async () => {
  for (const scanner of open.splice(0)) await scanner.close();
});
afterAll(() => simulated.close());

function scanner(url = simulated.url, certificate?: string): Scanner {
  const made = createEsclScanner({ url, delays: quickDelays, ...(certificate === undefined ? {} : { certificate }) });
  open.push(made);
  return made;
}

test('knows the scanner and whether paper lies in its feeder', async () => {
  simulated.hardware.set({ feederSheets: 2 });
  const each = scanner();
  await untilStatus(each, 'ready');
  expect(each.status).toEqual({ state: 'ready', feederLoaded: true });
  expect(each.identity).toMatchObject({ manufacturer: 'Township', serialNumber: 'SAMPLE-0001' });
  expect(inShort(await scan(each, stack))).toBe('scanned 2');
  await expect.poll(() => each.status).toEqual({ state: 'ready', feederLoaded: false });
});

test('scans A4 in colour and grey at the wanted resolution, with progress', async () => {
  const seen: ScanProgress[] = [];
  const outcome = await scanner().scan({ ...glass, dpi: 200 }, progress => seen.push(progress), never);
  expect(wholeJpeg(outcome.pages[0]?.jpeg ?? new Uint8Array())).toMatchObject({ widthPx: 1653, heightPx: 2339 });
  expect(outcome.pages[0]?.dpi).toBe(200);
  expect(seen.at(-1)).toEqual({ page: 1, done: 1 });
  expect(inShort(await scan(scanner(), { ...glass, colour: 'grey' }))).toBe('scanned 1');
});

test('gives one scan at a time, and ends a running one when it is closed', async () => {
  const slow = await startSimulatedScanner({ pageMs: 5_000 });
  const each = scanner(slow.url);
  const running = scan(each, glass);
  await untilStatus(each, 'scanning');
  expect(inShort(await scan(each, glass))).toBe('failed scanner-busy 0');
  await each.close();
  expect(inShort(await running)).toBe('cancelled 0');
  await slow.close();
});

test('speaks https to the scanner whose certificate is pinned, and to no other', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'escl-tls-'));
  const [key, cert] = [join(folder, 'key.pem'), join(folder, 'cert.pem')];
  const subject = [
    '-subj',
    '/CN=sample-scanner',
    '-days',
    '2',
    '-nodes',
    '-newkey',
    'ec',
    '-pkeyopt',
    'ec_paramgen_curve:P-256',
  ];
  execFileSync('openssl', ['req', '-x509', ...subject, '-keyout', key, '-out', cert], { stdio: 'ignore' });
  const certificate = await readFile(cert, 'utf8');
  const front = createServer({ key: await readFile(key), cert: certificate }, (request, response) => {
    const { method, url, headers } = request;
    const onward = httpRequest(new URL(url ?? '/', simulated.url), { method, headers }, answer => {
      response.writeHead(answer.statusCode ?? 500, answer.headers);
      answer.pipe(response);
    });
    request.pipe(onward);
  });
  await new Promise<void>(resolve => front.listen(0, '127.0.0.1', resolve));
  const url = `https://127.0.0.1:${(front.address() as AddressInfo).port}/eSCL/`;
  expect(inShort(await scan(scanner(url, certificate), glass))).toBe('scanned 1');
  expect((await scan(scanner(url), glass)).outcome).toBe('failed');
  for (const each of open.splice(0)) await each.close();
  front.close();
  front.closeAllConnections();
  await rm(folder, { recursive: true });
});
