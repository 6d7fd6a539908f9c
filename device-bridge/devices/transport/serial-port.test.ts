import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Duplex } from 'node:stream';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createSerialCable, type SerialCable } from './serial-cable.test-support.ts';
import { serialPortTransport } from './serial-port.ts';

let folder: string;
let cable: SerialCable;
let far: Duplex;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'serial-port-'));
  cable = createSerialCable(folder, end => {
    far = end;
  });
});
afterAll(async () => {
  await cable.unplug();
  await rm(folder, { recursive: true });
});

test('a serial port that is not there is refused', async () => {
  await expect(serialPortTransport(cable.port)()).rejects.toThrow(/No such file/);
});

test('a serial port carries bytes both ways, at the speed that is asked for, for one alone', async () => {
  await cable.plug();
  const near = await serialPortTransport(cable.port, { baudRate: 9600 })();
  const heard = once(near, 'data');
  far.write('6901234567892\r');
  expect(String((await heard)[0])).toBe('6901234567892\r');
  await expect(serialPortTransport(cable.port)()).rejects.toThrow(/lock/i);
  near.destroy();
  await once(near, 'close');
  expect(await cable.openDescriptors()).toBe(0);
});

test('a serial port that dies in the moment it opens is closed all the same', async () => {
  const near = await serialPortTransport(cable.port)();
  near.on('error', () => {});
  near.resume();
  const closed = new Promise(resolve => near.once('close', resolve));
  // No time for the port to look even once: this gives no event.
  await cable.unplug();
  await closed;
  expect(await cable.openDescriptors()).toBe(0);
});
