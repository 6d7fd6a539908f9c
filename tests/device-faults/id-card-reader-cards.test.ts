import { afterAll, afterEach, beforeAll, expect } from 'vitest';
import type { SamCommand } from '../../device-bridge/devices/id-card-reader/sam-protocol.ts';
import type { SampleCard } from '../../device-bridge/devices/id-card-reader/simulator/sample-cards.ts';
import {
  asked,
  becomes,
  cardNamed,
  chen,
  readsNext,
  type SerialBench,
  serialBench,
  waiting,
  wang,
} from './id-card-reader-bench.ts';
import { idCardReaderCardFaults } from './id-card-reader-faults.ts';
import { deviceFaultTests } from './prove.ts';

const proves = deviceFaultTests(idCardReaderCardFaults);

let bench: SerialBench;
beforeAll(async () => {
  bench = await serialBench();
});
afterEach(() => bench.tidy());
afterAll(() => bench.remove());

proves('card-lifted', async () => {
  const { simulator } = bench;
  simulator.faults.delayMs = { 'read-base': 100 };
  const reader = bench.reader();
  const reading = asked(bench, 'read-base');
  const read = reader.readCard(waiting());
  simulator.layCard(chen);
  await reading;
  simulator.liftCard();
  expect(await read).toEqual({ outcome: 'unreadable', fault: 'card-unreadable' });
  await becomes(reader, 'ready');
  await readsNext(bench, reader);
  return 1;
});

async function refusedUntilLifted(card: SampleCard, fault: string): Promise<void> {
  const { simulator } = bench;
  const reader = bench.reader();
  simulator.layCard(card);
  expect(await reader.readCard(waiting())).toEqual({ outcome: 'unreadable', fault });
  const waits = reader.readCard(waiting());
  for (let search = 0; search < 3; search += 1) await asked(bench, 'find-card');
  await becomes(reader, `unreadable ${fault}`);
  expect(simulator.requests.at(-1)?.command).toBe('find-card');
  simulator.liftCard();
  await becomes(reader, 'ready');
  await readsNext(bench, reader, waits);
  await bench.tidy();
}

proves('bad-card', async () => {
  await refusedUntilLifted(cardNamed('unreadable'), 'card-unreadable');
  return 1;
});

proves('foreign-card', async () => {
  await refusedUntilLifted(cardNamed('bus-card'), 'card-foreign');
  const unknownKind = Uint8Array.from(chen.textBlock);
  unknownKind.set(Buffer.from('Z', 'utf16le'), 248);
  const refusals: [SamCommand | null, SampleCard][] = [
    ['find-card', chen],
    ['select-card', chen],
    // This one was read well, so that by the sheet it is found no more.
    [null, { ...chen, textBlock: unknownKind }],
  ];
  for (const [command, card] of refusals) {
    if (command !== null) bench.simulator.failNext(command, 0x40);
    const reader = bench.reader();
    bench.simulator.layCard(card);
    expect(await reader.readCard(waiting())).toEqual({ outcome: 'unreadable', fault: 'card-foreign' });
    expect(reader.status).toEqual({ state: 'unreadable', fault: 'card-foreign' });
    await bench.tidy();
  }
  return refusals.length + 1;
});

proves('left-lying', async () => {
  const { simulator, cable } = bench;
  const startsAnew: (() => void | Promise<void>)[] = [
    // By the sheet it is silent; some models find it again; after a reset, or with the power gone, any may.
    () => {},
    () => {
      simulator.faults.findsReadCard = true;
    },
    async () => {
      const reset = asked(bench, 'reset-sam');
      simulator.failNext('find-card', 0x24);
      simulator.failNext('find-card', 0x24);
      await reset;
    },
    async () => {
      await cable.unplug();
      simulator.powerCycle();
      await cable.plug();
    },
  ];
  for (const happens of startsAnew) {
    const reader = bench.reader();
    simulator.layCard(wang);
    expect(await reader.readCard(waiting())).toMatchObject({ outcome: 'read', card: { name: '王小明' } });
    await happens();
    const next = reader.readCard(waiting());
    for (let search = 0; search < 5; search += 1) await asked(bench, 'find-card');
    simulator.liftCard();
    await becomes(reader, 'ready');
    await readsNext(bench, reader, next);
    await bench.tidy();
  }
  return startsAnew.length;
});
