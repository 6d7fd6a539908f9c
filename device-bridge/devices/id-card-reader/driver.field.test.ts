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
  until,
  waiting,
} from './driver.test-support.ts';
import { readerDelays } from './reader-delays.ts';
import { formatSamId } from './sam-protocol.ts';

beforeEach(stopClock);
afterEach(tidyBench);

describe('a card that lies in the field', () => {
  test('and that nobody asked for is seen, and read for whoever asks', async () => {
    const { reader, simulator, becomes, asked } = createBench();
    await becomes('ready');
    simulator.layCard(chen);
    await becomes('card-present');
    await turn(10_000);
    expect(asked('select-card')).toHaveLength(0);
    expect(await settled(reader.readCard(waiting()))).toEqual(readOf(chen.card));
    simulator.layCard(chen);
    await becomes('card-present');
    simulator.liftCard();
    await becomes('ready');
  });

  test('after a good read is present only until the next search, by the sheet', async () => {
    const { reader, simulator, seen, asked } = createBench();
    simulator.layCard(chen);
    await settled(reader.readCard(waiting()));
    const searches = asked('find-card').length;
    await until(() => asked('find-card').length > searches, 'the next search');
    await turn(20);
    expect(seen).toEqual(['reading', 'card-present', 'ready']);
  });

  test('after a good read is found when somebody must know whether it was left, and nothing of it is read', async () => {
    const { reader, simulator, becomes, asked } = createBench();
    simulator.layCard(chen);
    await settled(reader.readCard(waiting()));
    await becomes('ready');
    reader.lookForLeftCard();
    await becomes('card-present');
    await turn(10_000);
    expect(reader.status.state).toBe('card-present');
    expect(asked('read-base')).toHaveLength(1);
    simulator.liftCard();
    await becomes('ready');
    const resets = asked('reset-sam').length;
    reader.lookForLeftCard();
    await turn(10_000);
    expect(asked('reset-sam')).toHaveLength(resets);
    simulator.layCard(chen);
    expect(await settled(reader.readCard(waiting()))).toEqual(readOf(chen.card));
  });

  test('is not looked for while the next citizen waits to be read', async () => {
    const { reader, simulator, becomes, asked } = createBench();
    simulator.layCard(chen);
    await settled(reader.readCard(waiting()));
    await becomes('ready');
    const next = reader.readCard(waiting());
    reader.lookForLeftCard();
    await turn(5_000);
    expect(asked('reset-sam')).toHaveLength(0);
    simulator.liftCard();
    await turn(1_000);
    simulator.layCard(chen);
    expect(await settled(next)).toEqual(readOf(chen.card));
  });

  test('after a good read is present for as long as the model finds it', async () => {
    const { reader, simulator, seen, asked, becomes } = createBench();
    simulator.faults.findsReadCard = true;
    simulator.layCard(chen);
    await settled(reader.readCard(waiting()));
    const next = reader.readCard(waiting());
    await turn(10_000);
    expect(asked('read-base')).toHaveLength(1);
    expect(seen).toEqual(['reading', 'card-present']);
    simulator.liftCard();
    await becomes('ready');
    simulator.layCard(chen);
    expect(await settled(next)).toEqual(readOf(chen.card));
  });

  test('after a good read is not taken for a new one by a reader that had no power for a moment', async () => {
    const { reader, simulator, line, asked, becomes } = createBench();
    simulator.layCard(chen);
    await settled(reader.readCard(waiting()));
    await turn(20_000);
    line.unplug();
    simulator.powerCycle();
    await turn(readerDelays.probeMs);
    line.plug();
    await becomes('card-present');
    const next = reader.readCard(waiting());
    await turn(10_000);
    expect(asked('read-base')).toHaveLength(1);
    simulator.layCard(chen);
    expect(await settled(next)).toEqual(readOf(chen.card));
  });

  test('is read once after the line broke in the middle of it, though another was read before', async () => {
    const { reader, simulator, line, becomes } = createBench();
    simulator.layCard(cardNamed('wang-xiaoming'));
    await settled(reader.readCard(waiting()));
    simulator.faults.delayMs = { 'select-card': 800 };
    simulator.layCard(chen);
    const next = reader.readCard(waiting());
    await becomes('reading');
    line.unplug();
    await becomes('absent reader-absent');
    simulator.mend();
    line.plug();
    expect(await settled(next)).toEqual(readOf(chen.card));
  });
});

describe('a reader’s identity', () => {
  const otherId = Uint8Array.of(5, 0, 4, 0, 0, 0, 0, 0, 1, 0, 0, 0, 2, 0, 0, 0);

  test('is its SAM id, kept while it is away', async () => {
    const { reader, line, becomes, log } = createBench();
    expect(reader.identity).toBeNull();
    await becomes('ready');
    const identity = { manufacturer: null, model: null, firmware: null };
    expect(reader.identity).toEqual({ ...identity, serialNumber: '05.03-20261123-0000001234-305419896' });
    line.unplug();
    await becomes('absent reader-absent');
    expect(reader.identity?.serialNumber).toBe('05.03-20261123-0000001234-305419896');
    line.plug();
    await becomes('ready');
    expect(log).toEqual(['the line cannot be opened: the line is unplugged']);
  });

  test('changes with a log line when another reader stands there, even after a blink', async () => {
    const { reader, simulator, line, becomes, log, opens } = createBench();
    await becomes('ready');
    simulator.swap(otherId);
    line.unplug();
    line.plug();
    await until(() => opens() === 2 && reader.identity?.serialNumber === formatSamId(otherId), 'the new name');
    expect(log).toEqual([expect.stringMatching(/^the reader was swapped: 05\.04-0-0000000001-2 stands where 05\.03-/)]);
  });

  test('may be unknown: a model without the command works all the same', async () => {
    for (const trouble of ['refused', 'silent'] as const) {
      const { reader, simulator, becomes, log } = createBench();
      if (trouble === 'refused') simulator.failRepeatedly('sam-id', 0x21);
      else simulator.faults.silent = new Set(['sam-id']);
      await becomes('ready');
      expect(reader.identity?.serialNumber).toBeNull();
      simulator.layCard(chen);
      expect(await settled(reader.readCard(waiting()))).toEqual(readOf(chen.card));
      expect(log).toEqual([]);
    }
  });
});

describe('a photo decoder', () => {
  const picture = Uint8Array.of(0xff, 0xd8, 0xff, 0xd9);

  test('gives the portrait with the card', async () => {
    const { reader, simulator } = createBench({ photoDecoder: async wlt => (wlt.length === 1024 ? picture : null) });
    simulator.layCard(chen);
    expect(await settled(reader.readCard(waiting()))).toEqual({ outcome: 'read', card: chen.card, portrait: picture });
  });

  test('that fails, throws, hangs or writes into the photo never keeps a card from being read', async () => {
    const decoders = [
      async () => null,
      () => Promise.reject(new Error('the decoder broke')),
      () => {
        throw new Error('the decoder broke at once');
      },
      () => new Promise<null>(() => {}),
      async (wlt: Uint8Array) => {
        wlt.fill(0);
        return null;
      },
    ];
    for (const photoDecoder of decoders) {
      const { reader, simulator } = createBench({ photoDecoder });
      simulator.layCard(chen);
      expect(await settled(reader.readCard(waiting()))).toEqual(readOf(chen.card));
    }
  });

  test('is not waited for by a call that is given up, nor by a reader that is closed', async () => {
    const { reader, simulator, becomes } = createBench({ photoDecoder: () => new Promise(() => {}) });
    for (const end of ['abort', 'close'] as const) {
      const abort = new AbortController();
      simulator.layCard(chen);
      const read = reader.readCard(abort.signal);
      await becomes('card-present');
      if (end === 'abort') abort.abort();
      else await settled(reader.close());
      expect(await read).toEqual({ outcome: 'cancelled' });
    }
  });
});
