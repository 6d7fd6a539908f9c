import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { Refusal } from '../../../content/common/faults.ts';
import { createSerialCable, type SerialCable } from '../transport/serial-cable.test-support.ts';
import { cardNamed, wang } from './driver.test-support.ts';
import { readCardOnce } from './read-card.ts';
import { type ReaderDelays, readerDelays } from './reader-delays.ts';
import { createSamSimulator } from './simulator/sam-simulator.ts';

const delays: ReaderDelays = { ...readerDelays, pollMs: 20, heartbeatMs: 50, retryMs: 20, probeMs: 50 };
const simulator = createSamSimulator();
let folder: string;
let cable: SerialCable;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'read-card-'));
  cable = createSerialCable(folder, far => simulator.attach(far));
});
afterAll(async () => {
  await cable.unplug();
  await rm(folder, { recursive: true });
});

const once = (reveal: boolean) => readCardOnce({ port: cable.port, reveal, timeoutMs: 5000, delays });

test('a port that is not there is said at once', async () => {
  await expect(once(false)).rejects.toMatchObject({ fault: 'reader-absent' });
});

test('a card is masked unless asked to reveal', async () => {
  await cable.plug();
  simulator.layCard(wang);
  expect(await once(false)).toEqual({
    kind: 'citizen',
    name: '王*明',
    sex: '1',
    nationCode: '01',
    birthDate: '1990-**-**',
    address: '浙江省台州市黄岩区****',
    idNumber: '3310**********0018',
    authority: '台州市公安局黄岩分局',
    validFrom: '2018-06-01',
    validTo: '2038-06-01',
    photoBytes: 1024,
    problem: null,
  });
  simulator.layCard(wang);
  expect(await once(true)).toMatchObject({ name: '王小明', idNumber: '331003199005120018', birthDate: '1990-05-12' });
});

test('what goes wrong is refused with the fault and what to do', async () => {
  simulator.liftCard();
  const hurried = readCardOnce({ port: cable.port, reveal: false, timeoutMs: 1000, delays });
  await expect(hurried).rejects.toMatchObject({ fault: 'card-not-laid' });
  simulator.layCard(cardNamed('unreadable'));
  const refusal = await once(false).catch((error: unknown) => error);
  expect(refusal).toBeInstanceOf(Refusal);
  expect(JSON.parse(JSON.stringify(refusal))).toMatchObject({ code: 'E211', remedy: expect.stringContaining('Lift') });
  simulator.layCard(cardNamed('bus-card'));
  await expect(once(false)).rejects.toMatchObject({ fault: 'card-foreign' });
  simulator.failRepeatedly('sam-status', 0x60);
  await expect(once(false)).rejects.toMatchObject({ fault: 'reader-self-test-failed' });
});
