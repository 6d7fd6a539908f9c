import { afterAll, afterEach, beforeAll, expect } from 'vitest';
import type { SamCommand } from '../../device-bridge/devices/id-card-reader/sam-protocol.ts';
import type { IdCardReader } from '../../device-bridge/devices/id-card-reader/types.ts';
import { serialPortTransport } from '../../device-bridge/devices/transport/serial-port.ts';
import {
  asked,
  becomes,
  impatient,
  readsNext,
  type SerialBench,
  serialBench,
  waiting,
  wang,
} from './id-card-reader-bench.ts';
import { idCardReaderFaults } from './id-card-reader-faults.ts';
import { deviceFaultTests } from './prove.ts';

const proves = deviceFaultTests(idCardReaderFaults);

let bench: SerialBench;
beforeAll(async () => {
  bench = await serialBench();
});
afterEach(() => bench.tidy());
afterAll(() => bench.remove());

/** In the order in which a driver comes to them with a card that waits. */
const steps = ['sam-status', 'sam-id', 'find-card', 'select-card', 'read-base', 'newest-address'] as const;

async function stopsAt(command: SamCommand, reader: () => IdCardReader): Promise<IdCardReader> {
  bench.simulator.liftCard();
  bench.simulator.layCard(wang);
  bench.simulator.faults.silent = new Set([command]);
  const reached = asked(bench, command);
  const opened = reader();
  void opened.readCard(waiting());
  await reached;
  return opened;
}

proves('unplugged-in-each-step', async () => {
  for (const step of steps) {
    const { simulator, cable } = bench;
    const reader = await stopsAt(step, () => bench.reader());
    const waits = reader.readCard(waiting());
    await cable.unplug();
    await becomes(reader, 'absent reader-absent');
    simulator.mend();
    simulator.liftCard();
    await cable.plug();
    await becomes(reader, 'ready');
    simulator.layCard(wang);
    // The first call takes this card, the second the next.
    await becomes(reader, 'card-present');
    simulator.liftCard();
    await readsNext(bench, reader, waits);
    await reader.close();
    expect(await cable.openDescriptors(), step).toBe(0);
  }
  return steps.length;
});

proves('dies-as-it-opens', async () => {
  const { cable } = bench;
  const openPort = serialPortTransport(cable.port);
  const died = Promise.withResolvers<void>();
  let opens = 0;
  const reader = bench.reader(impatient, async () => {
    const opened = await openPort();
    opens += 1;
    if (opens === 1) cable.unplug().then(died.resolve, died.reject);
    return opened;
  });
  await died.promise;
  await becomes(reader, 'absent reader-absent');
  await cable.plug();
  await becomes(reader, 'ready');
  await readsNext(bench, reader);
  return 1;
});

proves('silent', async () => {
  const { simulator } = bench;
  const reader = bench.reader(impatient);
  await becomes(reader, 'ready');
  const waits = reader.readCard(waiting());
  simulator.faults.silent = 'all';
  const reset = asked(bench, 'reset-sam');
  await becomes(reader, 'faulted reader-silent');
  await reset;
  simulator.mend();
  await becomes(reader, 'ready');
  await readsNext(bench, reader, waits);
  return 1;
});

proves('noise', async () => {
  // The beginning of a long answer that never goes on, a stray byte, and half a preamble.
  bench.simulator.faults.noise = Uint8Array.of(0, 0xaa, 0xaa, 0xaa, 0x96, 0x69, 5, 8, 0, 0, 0x90, 0xff, 0xaa, 0xaa);
  await readsNext(bench, bench.reader());
  return 1;
});

proves('split-writes', async () => {
  for (const bytes of [7, 1]) {
    bench.simulator.faults.chunkBytes = bytes;
    await readsNext(bench, bench.reader());
    await bench.tidy();
  }
  return 2;
});

proves('stray-zero', async () => {
  for (const gap of [1, 2, 3, 4]) {
    bench.simulator.faults.strayZeroGap = gap;
    await readsNext(bench, bench.reader());
    await bench.tidy();
  }
  return 4;
});

proves('damaged-answer', async () => {
  for (const how of ['bit', 'torn', 'noise'] as const) {
    const { simulator } = bench;
    simulator.faults.damageNext = { command: 'read-base', how };
    const reader = bench.reader({ ...impatient, answerMs: { ...impatient.answerMs, 'read-base': 500 } });
    await readsNext(bench, reader);
    expect(simulator.faults.damageNext).toBeNull();
    await bench.tidy();
  }
  return 3;
});

proves('self-test', async () => {
  const { simulator } = bench;
  simulator.failRepeatedly('sam-status', 0x60);
  const reset = asked(bench, 'reset-sam');
  const reader = bench.reader();
  const waits = reader.readCard(waiting());
  await becomes(reader, 'faulted reader-self-test-failed');
  await reset;
  simulator.mend();
  await becomes(reader, 'ready');
  await readsNext(bench, reader, waits);
  return 1;
});

proves('unauthorised', async () => {
  bench.simulator.failRepeatedly('sam-status', 0x66);
  const reader = bench.reader();
  await becomes(reader, 'faulted reader-not-authorised');
  bench.simulator.mend();
  await becomes(reader, 'ready');
  await readsNext(bench, reader);
  return 1;
});

proves('select-unauthorised', async () => {
  const { simulator } = bench;
  simulator.failRepeatedly('select-card', 0x66);
  const reader = bench.reader();
  const waits = reader.readCard(waiting());
  simulator.layCard(wang);
  await becomes(reader, 'faulted reader-not-authorised');
  const seen: string[] = [];
  reader.onStatus(status => seen.push(status.state));
  simulator.liftCard();
  await asked(bench, 'sam-status');
  await asked(bench, 'find-card');
  await asked(bench, 'find-card');
  expect(seen).toEqual([]);
  simulator.failRepeatedly('select-card', null);
  await readsNext(bench, reader, waits);
  expect(seen.slice(0, 2)).toEqual(['reading', 'card-present']);
  return 1;
});

proves('swapped', async () => {
  const { simulator, cable, log } = bench;
  const reader = bench.reader();
  await becomes(reader, 'ready');
  expect(reader.identity?.serialNumber).toBe('05.03-20261123-0000001234-305419896');
  await cable.unplug();
  await becomes(reader, 'absent reader-absent');
  expect(reader.identity?.serialNumber).toBe('05.03-20261123-0000001234-305419896');
  simulator.swap(Uint8Array.of(5, 0, 3, 0, 0x04, 0x29, 0x35, 0x01, 7, 0, 0, 0, 9, 0, 0, 0));
  await cable.plug();
  await becomes(reader, 'ready');
  expect(reader.identity?.serialNumber).toBe('05.03-20261124-0000000007-9');
  expect(log).toEqual([
    expect.stringContaining('No such file or directory'),
    'the reader was swapped: 05.03-20261124-0000000007-9 stands where 05.03-20261123-0000001234-305419896 was',
  ]);
  await readsNext(bench, reader);
  return 1;
});

proves('closed-in-each-step', async () => {
  const { cable } = bench;
  const atOnce = bench.reader();
  await atOnce.close();
  expect(await cable.openDescriptors()).toBe(0);
  for (const step of steps) {
    const reader = await stopsAt(step, () => bench.reader());
    const waits = reader.readCard(waiting());
    expect(await cable.openDescriptors(), step).toBe(1);
    await reader.close();
    expect(await waits).toEqual({ outcome: 'cancelled' });
    expect(await cable.openDescriptors(), step).toBe(0);
    await bench.tidy();
  }
  // The port is free for whoever comes next.
  const reader = bench.reader();
  await becomes(reader, 'ready');
  await readsNext(bench, reader);
  return steps.length + 1;
});
