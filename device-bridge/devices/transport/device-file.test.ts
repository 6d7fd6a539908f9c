import { once } from 'node:events';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Duplex } from 'node:stream';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { deviceFileTransport } from './device-file.ts';
import { createSerialCable, patience, type SerialCable } from './serial-cable.test-support.ts';

let folder: string;
let cable: SerialCable;
let far: Duplex;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'device-file-'));
  cable = createSerialCable(folder, end => {
    far = end;
  });
});
afterAll(async () => {
  await cable.unplug();
  await rm(folder, { recursive: true });
});

const open = deviceFileTransport;

test('a device that is not there is refused', async () => {
  await expect(open(cable.port)()).rejects.toMatchObject({ code: 'ENOENT' });
});

test('a device file carries bytes both ways, more than it can take at once', async () => {
  await cable.plug();
  const near = await open(cable.port)();
  let heard = 0;
  far.on('data', (bytes: Uint8Array) => {
    heard += bytes.length;
  });
  const sent = Buffer.alloc(200_000, 'receipt ');
  await new Promise<void>((resolve, reject) => near.write(sent, error => (error ? reject(error) : resolve())));
  await vi.waitUntil(() => heard === sent.length, patience);
  const answer = once(near, 'data');
  far.write(Uint8Array.of(0x12));
  expect((await answer)[0]).toEqual(Buffer.of(0x12));
  near.destroy();
  await once(near, 'close');
  expect(await cable.openDescriptors()).toBe(0);
});

test('a device file that is destroyed while it waits lets go of its descriptor', async () => {
  const near = await open(cable.port)();
  far.pause();
  // The device takes nothing more: the rest waits for a moment that does not come.
  near.write(Buffer.alloc(1_000_000), () => {});
  near.on('error', () => {});
  near.destroy();
  await once(near, 'close');
  expect(await cable.openDescriptors()).toBe(0);
  far.resume();
});

test('a device file closes when the device goes away', async () => {
  const near = await open(cable.port)();
  near.on('error', () => {});
  near.resume();
  const closed = new Promise(resolve => near.once('close', resolve));
  await cable.unplug();
  await closed;
  expect(await cable.openDescriptors()).toBe(0);
});

test('a write to a device that is gone says so', async () => {
  await cable.plug();
  const near = await open(cable.port)();
  const errors: Error[] = [];
  near.on('error', error => errors.push(error));
  await cable.unplug();
  await new Promise(resolve => near.write('late', resolve));
  await vi.waitUntil(() => near.closed, patience);
  expect(await cable.openDescriptors()).toBe(0);
});

test('a file that never ends is not taken for a device that is gone', async () => {
  // Nothing to read is no end: USB printers answer so all the time.
  const path = join(folder, 'quiet');
  await writeFile(path, '');
  const near = await open(path)();
  near.resume();
  await new Promise<void>((resolve, reject) => near.write('x', error => (error ? reject(error) : resolve())));
  expect(near.destroyed).toBe(false);
  near.destroy();
  await once(near, 'close');
});
