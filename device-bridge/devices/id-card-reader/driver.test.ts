import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import {
  cardNamed,
  chen,
  createBench,
  readOf,
  settled,
  stopClock,
  tidyBench,
  turn,
  unreadable,
  until,
  waiting,
  wang,
} from './driver.test-support.ts';
import { readerDelays } from './reader-delays.ts';
import type { SamCommand } from './sam-protocol.ts';
import { sampleCards } from './simulator/sample-cards.ts';

beforeEach(stopClock);
afterEach(tidyBench);

describe('a reader that is well', () => {
  test('is ready after its self-test', async () => {
    const { becomes, simulator, seen } = createBench();
    await becomes('ready');
    expect(simulator.requests.map(({ command }) => command)).toEqual(['sam-status', 'sam-id', 'find-card']);
    expect(seen).toEqual(['ready']);
  });

  test('reads each sample card that can be read', async () => {
    const { reader, simulator } = createBench();
    for (const sample of sampleCards.filter(({ readFailure }) => readFailure === null)) {
      const read = reader.readCard(waiting());
      simulator.layCard(sample);
      const expected =
        sample === wang ? { ...sample.card, address: '浙江省台州市黄岩区北洋镇小里桥村示例路6号' } : sample.card;
      expect(await settled(read), sample.id).toEqual(readOf(expected));
    }
  });

  test('is shown reading only while a card is being read', async () => {
    const { reader, simulator, seen, becomes } = createBench();
    await becomes('ready');
    const read = reader.readCard(waiting());
    await until(() => simulator.requests.length > 4, 'some searches');
    expect(seen).toEqual(['ready']);
    simulator.layCard(chen);
    await settled(read);
    await becomes('ready');
    expect(seen).toEqual(['ready', 'reading', 'card-present', 'ready']);
  });

  test('does not read the same card again until it was lifted', async () => {
    const { reader, simulator, asked } = createBench();
    simulator.layCard(chen);
    await settled(reader.readCard(waiting()));
    const again = reader.readCard(waiting());
    const searches = asked('find-card').length;
    await until(() => asked('find-card').length > searches + 5, 'more searches');
    expect(asked('read-base')).toHaveLength(1);
    simulator.layCard(chen);
    expect(await settled(again)).toMatchObject({ outcome: 'read' });
  });

  test('is never searched twice within 300 ms', async () => {
    const { reader, simulator, asked } = createBench();
    for (const card of [chen, cardNamed('unreadable'), wang]) {
      const abort = new AbortController();
      const dropped = reader.readCard(abort.signal);
      await until(() => asked('find-card').length % 3 === 2, 'a search');
      abort.abort();
      await settled(dropped);
      simulator.layCard(card);
      await settled(reader.readCard(waiting()));
      simulator.liftCard();
    }
    const times = asked('find-card').map(({ at }) => at);
    const gaps = times.slice(1).map((at, index) => at - (times[index] ?? 0));
    expect(gaps.length).toBeGreaterThan(5);
    expect(Math.min(...gaps)).toBeGreaterThanOrEqual(300);
  });

  test('is looked at every few seconds while nobody waits', async () => {
    const { asked, becomes } = createBench();
    await becomes('ready');
    await turn(10 * readerDelays.heartbeatMs);
    expect(asked('sam-status').length).toBeGreaterThanOrEqual(9);
    expect(asked('find-card').length).toBeLessThanOrEqual(11);
  });

  test('serves two calls in the order they came', async () => {
    const { reader, simulator } = createBench();
    const [first, second] = [reader.readCard(waiting()), reader.readCard(waiting())];
    simulator.layCard(chen);
    expect(await settled(first)).toMatchObject({ card: { name: '陈阿婆' } });
    simulator.layCard(wang);
    expect(await settled(second)).toMatchObject({ card: { name: '王小明' } });
  });
});

describe('a call that is given up', () => {
  test('ends at once, and the field is only looked at now and then', async () => {
    const { reader, asked, becomes } = createBench();
    await becomes('ready');
    const abort = new AbortController();
    const read = reader.readCard(abort.signal);
    await until(() => asked('find-card').length > 0, 'a search');
    abort.abort();
    expect(await read).toEqual({ outcome: 'cancelled' });
    const searches = asked('find-card').length;
    await turn(10 * readerDelays.heartbeatMs);
    expect(asked('find-card').length).toBeLessThanOrEqual(searches + 10);
  });

  test('never hands its card to the call that follows', async () => {
    const { reader, simulator, becomes } = createBench();
    simulator.faults.delayMs = { 'read-base': 800 };
    simulator.layCard(chen);
    const abort = new AbortController();
    const first = reader.readCard(abort.signal);
    await becomes('reading');
    await until(() => simulator.requests.at(-1)?.command === 'read-base', 'the card is being read');
    abort.abort();
    const second = reader.readCard(waiting());
    expect(await first).toEqual({ outcome: 'cancelled' });
    await becomes('ready');
    simulator.layCard(wang);
    expect(await settled(second)).toMatchObject({ card: { name: '王小明' } });
  });

  test('was over before it began', async () => {
    const { reader } = createBench();
    expect(await reader.readCard(AbortSignal.abort())).toEqual({ outcome: 'cancelled' });
  });
});

describe('a card that cannot be read', () => {
  test('is reported once and not again until it was lifted', async () => {
    const { reader, simulator, asked } = createBench();
    simulator.layCard(cardNamed('unreadable'));
    expect(await settled(reader.readCard(waiting()))).toEqual(unreadable);
    const again = reader.readCard(waiting());
    await turn(5000);
    expect(asked('read-base')).toHaveLength(1);
    simulator.liftCard();
    await turn(400);
    simulator.layCard(chen);
    expect(await settled(again)).toMatchObject({ outcome: 'read' });
  });

  test('may be lifted while nobody waits', async () => {
    const { reader, simulator } = createBench();
    simulator.layCard(cardNamed('unreadable'));
    await settled(reader.readCard(waiting()));
    simulator.liftCard();
    await turn(400);
    simulator.layCard(chen);
    expect(await settled(reader.readCard(waiting()))).toMatchObject({ outcome: 'read' });
  });

  test.each<[SamCommand, number]>([
    ['select-card', 0x81],
    ['select-card', 0x31],
    ['read-base', 0x31],
    ['read-base', 0x32],
    ['read-base', 0x33],
    ['read-base', 0x41],
    ['read-base', 0x47],
    ['read-base', 0x80],
    ['read-base', 0x24],
    ['read-base', 0x21],
    ['newest-address', 0x41],
  ])('is reported when %s ends with %i', async (command, sw3) => {
    const { reader, simulator, becomes } = createBench();
    simulator.failNext(command, sw3);
    simulator.layCard(chen);
    expect(await settled(reader.readCard(waiting()))).toEqual(unreadable);
    expect(reader.status).toEqual({ state: 'unreadable', fault: 'card-unreadable' });
    simulator.liftCard();
    await becomes('ready');
  });

  test('is reported when its text block is malformed', async () => {
    const { reader, simulator } = createBench();
    simulator.layCard({ ...chen, textBlock: new Uint8Array(256).fill(0xd8) });
    expect(await settled(reader.readCard(waiting()))).toEqual(unreadable);
  });

  test('is to blame when the reader is well but silent about it', async () => {
    const { reader, simulator, seen, becomes } = createBench();
    await becomes('ready');
    simulator.faults.silent = new Set(['read-base']);
    simulator.layCard(chen);
    expect(await settled(reader.readCard(waiting()))).toEqual(unreadable);
    expect(seen).toEqual(['ready', 'reading', 'unreadable card-unreadable']);
  });

  test('lifted before it was read is no failure', async () => {
    const { reader, simulator } = createBench();
    simulator.failNext('select-card', 0x80);
    simulator.layCard(chen);
    expect(await settled(reader.readCard(waiting()))).toMatchObject({ outcome: 'read' });
  });

  test.each(['bit', 'torn', 'noise'] as const)('is not assumed when one answer arrives damaged (%s)', async how => {
    for (const command of ['find-card', 'select-card', 'read-base', 'newest-address'] as const) {
      const { reader, simulator, seen, becomes } = createBench();
      await becomes('ready');
      simulator.faults.damageNext = { command, how };
      simulator.layCard(wang);
      expect(await settled(reader.readCard(waiting())), command).toMatchObject({ outcome: 'read' });
      expect(seen).toEqual(['ready', 'reading', 'card-present']);
    }
  });

  test('is not assumed when one request arrives damaged', async () => {
    for (const command of ['find-card', 'select-card', 'read-base', 'newest-address'] as const) {
      const { reader, simulator } = createBench();
      simulator.failNext(command, 0x10);
      simulator.layCard(wang);
      const outcome = await settled(reader.readCard(waiting()));
      // The module itself counts a refused read as a read gone wrong: only then must the card be lifted.
      expect(outcome.outcome, command).toBe(command === 'read-base' ? 'unreadable' : 'read');
    }
  });
});

describe('a reader without a newer address', () => {
  test('of the card, or without the command, gives the printed one', async () => {
    for (const sw3 of [0x91, 0x21]) {
      const { reader, simulator } = createBench();
      simulator.failNext('newest-address', sw3);
      simulator.layCard(wang);
      expect(await settled(reader.readCard(waiting()))).toEqual(readOf(wang.card));
    }
  });
});
