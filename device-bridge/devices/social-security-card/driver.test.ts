import { describe, expect, test, vi } from 'vitest';
import { createBench, patience, sampleChip, unreadable, waiting } from './card.test-support.ts';
import { identityOf } from './reader-name.ts';

const wang = sampleChip('wang-xiaoming');
const read = { outcome: 'read', card: expect.objectContaining({ name: '王小明', idNumber: '331003199005120018' }) };

describe('the social-security card reader', () => {
  test('reads a card that is put in for somebody who waits', async () => {
    const { reader, insert, seen, becomes } = createBench();
    await becomes('ready');
    const reading = reader.readCard(waiting());
    insert(wang);
    expect(await reading).toEqual({
      outcome: 'read',
      card: {
        ...{ idNumber: '331003199005120018', name: '王小明', cardNumber: 'T00000018', issuerCode: '331000' },
        ...{ issuedOn: '2019-03-01', validTo: '2029-03-01', atr: '3B6800005353534530300300' },
      },
    });
    expect(seen).toEqual(['ready', 'reading', 'card-present']);
    expect(reader.identity).toMatchObject({ model: 'Simulated PC/SC reader', serialNumber: 'SIM0001' });
  });

  test('reads a card that lay there before anybody asked, once', async () => {
    const { reader, insert, hardware, becomes } = createBench();
    insert(wang);
    await becomes('card-present');
    expect(await reader.readCard(waiting())).toEqual(read);
    const second = reader.readCard(waiting());
    await becomes('card-present');
    hardware.remove();
    await becomes('ready');
    insert(sampleChip('long-name'));
    expect(await second).toMatchObject({ outcome: 'read', card: { cardNumber: 'T00000026' } });
  });

  test('is let go of although its service hangs in letting go', async () => {
    const { reader, faults, becomes } = createBench();
    await becomes('ready');
    faults.hangs = new Set(['close']);
    await reader.close();
  });

  test('serves those who wait in their order', async () => {
    const { reader, insert, hardware, becomes } = createBench();
    const [first, second] = [reader.readCard(waiting()), reader.readCard(waiting())];
    insert(wang);
    expect(await first).toEqual(read);
    hardware.remove();
    await becomes('ready');
    insert(wang);
    expect(await second).toEqual(read);
  });

  test('stops waiting when the citizen leaves, and gives the card to nobody else', async () => {
    const { reader, insert, faults, becomes } = createBench();
    faults.transmitMs = 30;
    const left = new AbortController();
    const leaving = reader.readCard(left.signal);
    insert(wang);
    await becomes('reading');
    left.abort();
    expect(await leaving).toEqual({ outcome: 'cancelled' });
    await becomes('card-present');
    expect(await reader.readCard(left.signal)).toEqual({ outcome: 'cancelled' });
  });

  test('tries a card again after a reset before it calls it unreadable', async () => {
    const { reader, insert, faults } = createBench();
    let commands = 0;
    const chip = insert(wang);
    chip.faults.garbage = Uint8Array.of(0x6f, 0x00);
    faults.beforeCommand = () => {
      commands += 1;
      if (commands === 2) chip.faults.garbage = null;
    };
    expect(await reader.readCard(waiting())).toEqual(read);
    expect(commands).toBeGreaterThan(2);
  });

  test('ends every call when it is closed', async () => {
    const { reader, faults, insert, becomes } = createBench();
    faults.hangs = new Set(['transmit']);
    insert(wang);
    const [reading, next] = [reader.readCard(waiting()), reader.readCard(waiting())];
    await becomes('reading');
    await reader.close();
    expect(await Promise.all([reading, next])).toEqual([{ outcome: 'cancelled' }, { outcome: 'cancelled' }]);
    expect(await reader.readCard(waiting())).toEqual({ outcome: 'cancelled' });
  });

  test('lets the card be put in again after one that could not be read', async () => {
    const { reader, insert, hardware, faults, becomes } = createBench();
    faults.mute = true;
    insert(wang);
    expect(await reader.readCard(waiting())).toEqual(unreadable);
    const again = reader.readCard(waiting());
    faults.mute = false;
    await becomes('card-present');
    hardware.remove();
    await vi.waitUntil(() => reader.status.state === 'ready', patience);
    insert(wang);
    expect(await again).toEqual(read);
  });
});

describe('the name of a reader', () => {
  test.each([
    ['ACS ACR39U ICC Reader 00 00', 'ACS ACR39U ICC Reader', null],
    ['Gemalto PC Twin Reader (A1B2C3) 01 00', 'Gemalto PC Twin Reader', 'A1B2C3'],
    ['Alcor Micro AU9540 [CCID Interface] (20190001) 00 00', 'Alcor Micro AU9540', '20190001'],
  ])('%s', (name, model, serialNumber) => {
    expect(identityOf(name)).toMatchObject({ model, serialNumber });
  });
});
