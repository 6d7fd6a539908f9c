import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { createInProcessLine } from '../transport/in-process.ts';
import {
  chen,
  closeAfterTest,
  createBench,
  settled,
  shown,
  stopClock,
  tidyBench,
  turn,
  until,
  waiting,
} from './driver.test-support.ts';
import { createIdCardReader } from './driver.ts';
import { readerDelays } from './reader-delays.ts';
import { type SamCommand, samCommands } from './sam-protocol.ts';
import { createSamSimulator } from './simulator/sam-simulator.ts';

beforeEach(stopClock);
afterEach(tidyBench);

describe('a bad line', () => {
  test('with noise before frames and split writes still reads', async () => {
    const { reader, simulator } = createBench();
    simulator.faults.noise = Uint8Array.of(0, 0xaa, 0xaa, 0xaa, 0x96, 0x69, 0x05, 0x08, 0, 0, 0x90, 0xff);
    simulator.faults.chunkBytes = 7;
    simulator.layCard(chen);
    expect(await settled(reader.readCard(waiting()))).toMatchObject({ outcome: 'read' });
  });

  test('that answers too late is not taken for the next answer', async () => {
    const { reader, simulator, becomes } = createBench();
    await becomes('ready');
    simulator.faults.delayMs = { 'find-card': readerDelays.answerMs['find-card'] + 100 };
    const read = reader.readCard(waiting());
    await until(() => simulator.requests.some(({ command }) => command === 'find-card'), 'a search');
    simulator.faults.delayMs = {};
    simulator.layCard(chen);
    expect(await settled(read)).toMatchObject({ outcome: 'read' });
  });
});

describe('a reader in trouble', () => {
  test('that fails its self-test is reset, reopened, reported, and probed until it is well', async () => {
    for (const [sw3, fault] of [
      [0x60, 'reader-self-test-failed'],
      [0x66, 'reader-not-authorised'],
    ] as const) {
      const { simulator, becomes, asked, opens, seen } = createBench();
      simulator.failRepeatedly('sam-status', sw3);
      await becomes(`faulted ${fault}`);
      expect(asked('reset-sam')).toHaveLength(1);
      expect(opens()).toBe(2);
      await until(() => opens() > 4, 'the slow probe goes on');
      simulator.failRepeatedly('sam-status', null);
      await becomes('ready');
      expect(seen).toEqual([`faulted ${fault}`, 'ready']);
    }
  });

  test('that is silent is reported after the ladder and found again', async () => {
    const { reader, simulator, becomes, asked, opens, seen } = createBench();
    await becomes('ready');
    simulator.faults.silent = 'all';
    const read = reader.readCard(waiting());
    await becomes('faulted reader-silent');
    expect(asked('reset-sam')).toHaveLength(1);
    expect(opens()).toBe(2);
    simulator.faults.silent = new Set();
    simulator.layCard(chen);
    expect(await settled(read)).toMatchObject({ outcome: 'read' });
    expect(seen).toEqual(['ready', 'faulted reader-silent', 'reading', 'card-present']);
  });

  test('whose search always fails is reported although its self-test passes', async () => {
    const { reader, simulator, becomes, seen } = createBench();
    await becomes('ready');
    simulator.failRepeatedly('find-card', 0x24);
    const read = reader.readCard(waiting());
    await becomes('faulted reader-self-test-failed');
    await turn(20_000);
    expect(seen).toEqual(['ready', 'faulted reader-self-test-failed']);
    simulator.failRepeatedly('find-card', null);
    simulator.layCard(chen);
    expect(await settled(read)).toMatchObject({ outcome: 'read' });
  });

  test('that misses one answer is never seen to be in trouble', async () => {
    const { simulator, becomes, asked, seen } = createBench();
    await becomes('ready');
    simulator.faults.damageNext = { command: 'sam-status', how: 'bit' };
    await until(() => simulator.faults.damageNext === null, 'a damaged heartbeat');
    await turn(10_000);
    expect(asked('reset-sam')).toHaveLength(0);
    expect(seen).toEqual(['ready']);
  });
});

describe('a line', () => {
  test('that is not there makes the reader absent until it is', async () => {
    const { line, becomes, seen, reader } = createBench({ plugged: false });
    await turn(60_000);
    expect(shown(reader.status)).toBe('absent reader-absent');
    line.plug();
    await becomes('ready');
    expect(seen).toEqual(['ready']);
  });

  test('that is pulled out while someone waits does not end the wait', async () => {
    const { line, reader, simulator, becomes } = createBench();
    await becomes('ready');
    const read = reader.readCard(waiting());
    line.unplug();
    await becomes('absent reader-absent');
    line.plug();
    await becomes('ready');
    simulator.layCard(chen);
    expect(await settled(read)).toMatchObject({ outcome: 'read' });
  });

  test('that is pulled out in the middle of a card reads it when it is back', async () => {
    const { line, reader, simulator, becomes } = createBench();
    simulator.faults.delayMs = { 'read-base': 800 };
    simulator.layCard(chen);
    const read = reader.readCard(waiting());
    await becomes('reading');
    line.unplug();
    await becomes('absent reader-absent');
    simulator.layCard(chen);
    line.plug();
    expect(await settled(read)).toMatchObject({ outcome: 'read' });
  });

  test('that blinks is opened again at once and nobody notices', async () => {
    const { line, becomes, opens, seen } = createBench();
    await becomes('ready');
    line.unplug();
    line.plug();
    await until(() => opens() === 2, 'the line is open again');
    await turn(10_000);
    expect(seen).toEqual(['ready']);
  });

  test('that dies without an event is found by the heartbeat', async () => {
    const { line, becomes } = createBench();
    await becomes('ready');
    line.unplug({ quietly: true });
    await becomes('absent reader-absent');
    line.plug();
    await becomes('ready');
  });

  test('that never opens is given up and tried again', async () => {
    let attempts = 0;
    const simulator = createSamSimulator();
    const line = createInProcessLine(end => simulator.attach(end));
    const reader = createIdCardReader({
      transport: () => {
        attempts += 1;
        return attempts === 1 ? new Promise(() => {}) : line.transport();
      },
    });
    closeAfterTest(reader);
    await until(() => reader.status.state === 'ready', 'ready at the second attempt');
    expect(attempts).toBe(2);
  });

  test('that opens too late is let go', async () => {
    const line = createInProcessLine(end => createSamSimulator().attach(end));
    const late = await line.transport();
    let open: (end: typeof late) => void = () => {};
    const reader = createIdCardReader({
      transport: () =>
        new Promise(resolve => {
          open = resolve;
        }),
    });
    const openLate = open;
    const closing = reader.close();
    await settled(closing);
    openLate(late);
    await until(() => late.destroyed, 'the late line is closed');
  });
});

describe('closing', () => {
  test('ends every call and leaves the line', async () => {
    const { reader, simulator, becomes } = createBench();
    await becomes('ready');
    const read = reader.readCard(waiting());
    await settled(reader.close());
    expect(await read).toEqual({ outcome: 'cancelled' });
    expect(await reader.readCard(waiting())).toEqual({ outcome: 'cancelled' });
    const requests = simulator.requests.length;
    await turn(10_000);
    expect(simulator.requests).toHaveLength(requests);
  });
});

describe('after any trouble', () => {
  const commands = fc.constantFrom(...(Object.keys(samCommands) as SamCommand[]));
  const sw3s = fc.constantFrom(0x10, 0x21, 0x24, 0x31, 0x40, 0x41, 0x60, 0x66, 0x80, 0x81, 0x91, 0x9f, 0x90);
  type Bench = ReturnType<typeof createBench>;
  const troubles: fc.Arbitrary<(bench: Bench) => void>[] = [
    fc.boolean().map(
      quietly =>
        ({ line }) =>
          line.unplug({ quietly }),
    ),
    fc.constant(({ line }) => line.plug()),
    fc.tuple(commands, sw3s).map(
      ([command, sw3]) =>
        ({ simulator }) =>
          simulator.failNext(command, sw3),
    ),
    fc.tuple(commands, sw3s).map(
      ([command, sw3]) =>
        ({ simulator }) =>
          simulator.failRepeatedly(command, sw3),
    ),
    commands.map(command => ({ simulator }) => {
      simulator.faults.silent = new Set([command]);
    }),
    fc.tuple(commands, fc.constantFrom('bit', 'torn', 'noise')).map(([command, how]) => ({ simulator }) => {
      simulator.faults.damageNext = { command, how };
    }),
    fc.boolean().map(finds => ({ simulator }) => {
      simulator.faults.findsReadCard = finds;
    }),
    fc.constant(({ simulator }) => simulator.powerCycle()),
    fc.tuple(commands, fc.nat(5000)).map(([command, delayMs]) => ({ simulator }) => {
      simulator.faults.delayMs = { [command]: delayMs };
    }),
    fc.constant(({ simulator }) => simulator.layCard(chen)),
    fc.constant(({ simulator }) => simulator.liftCard()),
    fc.nat(3000).map(afterMs => ({ reader }) => {
      const abort = new AbortController();
      setTimeout(() => abort.abort(), afterMs);
      void reader.readCard(abort.signal);
    }),
  ];
  const happening = fc.tuple(fc.oneof(...troubles), fc.nat(4000));

  test('a card laid on a mended reader is read', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(happening, { minLength: 1, maxLength: 12 }), async happenings => {
        const bench = createBench();
        const { simulator, line, reader } = bench;
        for (const [happen, thenMs] of happenings) {
          happen(bench);
          await turn(thenMs);
        }
        line.plug();
        simulator.mend();
        simulator.liftCard();
        await turn(30_000);
        expect(reader.status).toEqual({ state: 'ready' });
        simulator.layCard(chen);
        expect(await settled(reader.readCard(waiting()))).toMatchObject({ outcome: 'read', card: { name: '陈阿婆' } });
        await reader.close();
      }),
      { seed: 331003, numRuns: 25 },
    );
  });
});
