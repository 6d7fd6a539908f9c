import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { createCanvas } from '@napi-rs/canvas';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { glass, inShort, never, quickDelays, scan, stack, untilStatus } from '../scanner.test-support.ts';
import { startSimulatedScanner } from '../simulator/simulated-scanner.ts';
import type { Scanner, ScanProgress } from '../types.ts';
import { wholeJpeg } from '../whole-jpeg.ts';
import { createSaneScanner } from './driver.ts';
import { saneFolder, slowly, startSaned, testBackend, wrapped } from './sane-peers.test-support.ts';

let backend: Awaited<ReturnType<typeof testBackend>>;
const open: Scanner[] = [];

beforeAll(async () => {
  backend = await testBackend();
});
afterEach(async () => {
  for (const scanner of open.splice(0)) await scanner.close();
});
afterAll(() => backend.remove());

function scanner(device = backend.device, env: Record<string, string> = backend.env, program = 'scanimage'): Scanner {
  const made = createSaneScanner({ device, env, program, delays: quickDelays });
  open.push(made);
  return made;
}

function size(jpeg: Uint8Array | undefined) {
  const whole = wholeJpeg(jpeg ?? new Uint8Array());
  return whole === null ? null : `${whole.widthPx}x${whole.heightPx}`;
}

test('finds the scanner, names it and scans A4 with progress', async () => {
  const each = scanner();
  await untilStatus(each, 'ready');
  await expect.poll(() => each.identity?.model).toBe('frontend-tester');
  expect(each.identity?.manufacturer).toBe('Noname');
  const seen: ScanProgress[] = [];
  const outcome = await each.scan({ ...glass, dpi: 300 }, progress => seen.push(progress), never);
  expect(inShort(outcome)).toBe('scanned 1');
  expect(size(outcome.pages[0]?.jpeg)).toBe('2480x3507');
  expect(outcome.pages[0]?.dpi).toBe(300);
  expect(seen.length).toBeGreaterThan(5);
  expect(seen.map(({ done }) => done)).toEqual(seen.map(({ done }) => done).toSorted((a, b) => (a ?? 0) - (b ?? 0)));
  expect(each.status.state).toBe('ready');
});

test('scans the whole of a glass smaller than A4, in grey', async () => {
  const small = await testBackend({ geometry_max: '148.0' });
  const outcome = await scan(scanner(small.device, small.env), { ...glass, colour: 'grey' });
  expect(size(outcome.pages[0]?.jpeg)).toBe('874x874');
  await small.remove();
});

test('gives one scan at a time, and the next as soon as a cancelled one has let go', async () => {
  const slow = await testBackend(slowly);
  const each = scanner(slow.device, slow.env);
  const abort = new AbortController();
  const first = scan(each, glass, abort.signal);
  await untilStatus(each, 'scanning');
  expect(inShort(await scan(each, glass))).toBe('failed scanner-busy 0');
  abort.abort();
  await slow.set();
  const next = scan(each, glass);
  expect(inShort(await first)).toBe('cancelled 0');
  expect(inShort(await next)).toBe('scanned 1');
  await slow.remove();
});

test('ends a running scan when it is closed, and takes none after that', async () => {
  const slow = await testBackend(slowly);
  const each = scanner(slow.device, slow.env);
  const running = scan(each, glass);
  await untilStatus(each, 'scanning');
  await each.close();
  expect(inShort(await running)).toBe('cancelled 0');
  expect(inShort(await scan(each, glass))).toBe('cancelled 0');
  await slow.remove();
});

test('brings a real picture through the pnm backend', async () => {
  const folder = await saneFolder({ 'dll.conf': 'pnm\n' });
  const canvas = createCanvas(320, 200);
  const paper = canvas.getContext('2d');
  paper.fillStyle = '#ff0000';
  paper.fillRect(0, 0, 320, 200);
  const rgba = paper.getImageData(0, 0, 320, 200).data;
  const rgb = Uint8Array.from(rgba.filter((_, index) => index % 4 !== 3));
  await writeFile(join(folder.path, 'page.ppm'), Buffer.concat([Buffer.from('P6\n320 200\n255\n'), rgb]));
  const program = await wrapped(folder, `exec scanimage "$@" --filename=${folder.path}/page.ppm`);
  const outcome = await scan(scanner('pnm:0', folder.env, program), glass);
  expect(inShort(outcome)).toBe('scanned 1');
  expect(size(outcome.pages[0]?.jpeg)).toBe('320x200');
  await folder.remove();
});

test('scans at another computer through saned', async () => {
  const saned = await startSaned('127.66.3.1');
  const each = scanner(saned.device, saned.env);
  await untilStatus(each, 'ready');
  expect(inShort(await scan(each, glass))).toBe('scanned 1');
  expect(inShort(await scan(each, stack))).toBe('scanned 10');
  await each.close();
  await saned.stop();
});

test('scans from our eSCL simulator through sane-airscan, a client that is not ours', async () => {
  const simulated = await startSimulatedScanner({ pageMs: 0, location: path => path });
  const folder = await saneFolder({
    'dll.conf': 'airscan\n',
    'airscan.conf': `[devices]\n"Sample" = ${simulated.url}\n[options]\ndiscovery = disable\n`,
  });
  const each = scanner('airscan:e0:Sample', folder.env);
  await untilStatus(each, 'ready');
  await expect.poll(() => each.identity?.model).toBe('Sample');
  const page = await scan(each, glass);
  expect(inShort(page)).toBe('scanned 1');
  expect(size(page.pages[0]?.jpeg)).toBe('1240x1754');
  expect(inShort(await scan(each, { ...glass, colour: 'grey' }))).toBe('scanned 1');
  expect(inShort(await scan(each, stack))).toBe('failed scanner-no-paper 0');
  simulated.hardware.set({ feederSheets: 2 });
  expect(inShort(await scan(each, stack))).toBe('scanned 2');
  simulated.hardware.set({ jam: true });
  expect(inShort(await scan(each, stack))).toBe('failed scanner-jammed 0');
  await each.close();
  await simulated.close();
  await folder.remove();
});
