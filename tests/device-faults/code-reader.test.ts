import { randomFillSync } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Duplex } from 'node:stream';
import { afterAll, afterEach, beforeAll, expect, vi } from 'vitest';
import { codeReaderDelays } from '../../device-bridge/devices/code-reader/code-delays.ts';
import { createCodeReader } from '../../device-bridge/devices/code-reader/driver.ts';
import type { CodeReader } from '../../device-bridge/devices/code-reader/types.ts';
import {
  createSerialCable,
  patience,
  type SerialCable,
} from '../../device-bridge/devices/transport/serial-cable.test-support.ts';
import { serialPortTransport } from '../../device-bridge/devices/transport/serial-port.ts';
import { codeReaderFaults } from './code-reader-faults.ts';
import { deviceFaultTests } from './prove.ts';

const proves = deviceFaultTests(codeReaderFaults);
const quick = { ...codeReaderDelays, probeMs: 50 };

let folder: string;
let cable: SerialCable;
let device: Duplex;
const open: CodeReader[] = [];
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'code-reader-'));
  cable = createSerialCable(folder, far => {
    device = far;
    far.on('error', () => {});
  });
  await cable.plug();
});
afterEach(async () => {
  for (const reader of open.splice(0)) await reader.close();
});
afterAll(async () => {
  await cable.unplug();
  await rm(folder, { recursive: true });
});

function opened(transport = serialPortTransport(cable.port, { baudRate: 9600 })) {
  const told: string[] = [];
  const log: string[] = [];
  const reader = createCodeReader({ transport, delays: quick, log: message => log.push(message) });
  reader.onCode(text => told.push(text));
  open.push(reader);
  return {
    reader,
    told,
    log,
    becomes: (state: string) => vi.waitUntil(() => reader.status.state === state, patience),
    hears: (...codes: string[]) =>
      vi.waitUntil(() => told.length >= codes.length, patience).then(() => expect(told).toEqual(codes)),
  };
}

proves('unplugged', async () => {
  const { becomes, hears, reader } = opened();
  await becomes('ready');
  device.write('whole\rhal');
  await hears('whole');
  await cable.unplug();
  await becomes('absent');
  expect(reader.status).toEqual({ state: 'absent', fault: 'code-reader-absent' });
  await cable.plug();
  await becomes('ready');
  device.write('f\r');
  await hears('whole', 'f');
  await reader.close();
  expect(await cable.openDescriptors()).toBe(0);
  return 1;
});

proves('dies-as-it-opens', async () => {
  const openPort = serialPortTransport(cable.port);
  let death: Promise<void> | null = null;
  const { becomes, hears } = opened(async () => {
    const port = await openPort();
    death ??= cable.unplug();
    return port;
  });
  await vi.waitUntil(() => death !== null, patience);
  await death;
  await becomes('absent');
  await cable.plug();
  await becomes('ready');
  device.write('found\r');
  await hears('found');
  return 1;
});

proves('any-line-end', async () => {
  const { becomes, hears } = opened();
  await becomes('ready');
  device.write('one\rtwo\nthree\r\nfour');
  await hears('one', 'two', 'three', 'four');
  device.write('five');
  await hears('one', 'two', 'three', 'four', 'five');
  return 5;
});

proves('split-writes', async () => {
  const { becomes, hears } = opened();
  await becomes('ready');
  const code = 'https://示例.test/v/AAAAAAAAAAAAAAAAAAAAAA';
  for (const byte of Buffer.from(`${code}\r\n`)) device.write(Buffer.of(byte));
  await hears(code);
  return 1;
});

proves('held-before-the-window', async () => {
  const { becomes, hears } = opened();
  await becomes('ready');
  for (let time = 0; time < 50; time += 1) device.write('held\r\n');
  device.write('next\r\n');
  await hears('held', 'next');
  return 1;
});

proves('noise', async () => {
  const { becomes, told, log } = opened();
  await becomes('ready');
  for (let burst = 0; burst < 20; burst += 1)
    device.write(Buffer.concat([randomFillSync(Buffer.alloc(200)), Buffer.of(0xff, 13)]));
  device.write('clear\r');
  await vi.waitUntil(() => told.includes('clear'), patience);
  for (const code of told) expect(code).toMatch(/^\P{Cc}+$/u);
  expect(log.filter(message => message.includes('baud rate'))).toHaveLength(1);
  return 20;
});

proves('endless', async () => {
  const { becomes, hears } = opened();
  await becomes('ready');
  for (let block = 0; block < 20; block += 1) device.write('x'.repeat(1000));
  device.write('\rnext\r');
  await hears('next');
  return 1;
});

proves('closed', async () => {
  const atOnce = opened();
  await atOnce.reader.close();
  expect(await cable.openDescriptors()).toBe(0);
  const waiting = opened();
  await waiting.becomes('ready');
  expect(await cable.openDescriptors()).toBe(1);
  await waiting.reader.close();
  expect(await cable.openDescriptors()).toBe(0);
  const middle = opened();
  await middle.becomes('ready');
  device.write('begun\rhalf');
  await middle.hears('begun');
  await middle.reader.close();
  expect(await cable.openDescriptors()).toBe(0);
  const next = opened();
  await next.becomes('ready');
  device.write('next\r');
  await next.hears('next');
  expect(middle.told).toEqual(['begun']);
  return 3;
});
