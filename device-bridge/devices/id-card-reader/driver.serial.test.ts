import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Duplex } from 'node:stream';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { Refusal } from '../../../content/common/faults.ts';
import { serialPortTransport } from '../transport/serial-port.ts';
import { createIdCardReader } from './driver.ts';
import { readCardOnce } from './read-card.ts';
import { type ReaderDelays, readerDelays } from './reader-delays.ts';
import { createSamSimulator, type SamSimulator } from './simulator/sam-simulator.ts';
import { type SampleCard, sampleCards } from './simulator/sample-cards.ts';

const delays: ReaderDelays = { ...readerDelays, pollMs: 20, heartbeatMs: 50, retryMs: 20, probeMs: 50 };
const patience = { timeout: 8000, interval: 10 };

// Programs are started here: on a busy machine that takes its time.
vi.setConfig({ testTimeout: 15_000 });

let folder: string;
let cable: Cable;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'reader-line-'));
  cable = createCable(join(folder, 'terminal'), join(folder, 'reader'));
});
afterEach(async () => {
  await cable.unplug();
  await rm(folder, { recursive: true });
});

interface Cable {
  /** The terminal's end of the line. */
  port: string;
  simulator: SamSimulator;
  plug(): Promise<void>;
  unplug(): Promise<void>;
}

/** A pair of pseudo terminals made by socat, with the simulated reader at the far end of it. */
function createCable(port: string, farPort: string): Cable {
  const simulator = createSamSimulator();
  let socat: ChildProcess | null = null;
  let far: Duplex | null = null;
  return {
    port,
    simulator,
    async plug() {
      socat = spawn('socat', [`pty,raw,echo=0,link=${port}`, `pty,raw,echo=0,link=${farPort}`], { stdio: 'ignore' });
      await vi.waitUntil(() => existsSync(port) && existsSync(farPort), patience);
      far = await serialPortTransport(farPort)();
      simulator.attach(far);
    },
    async unplug() {
      if (socat === null) return;
      const [ending, process] = [far, socat];
      socat = null;
      const ended = once(process, 'exit');
      process.kill('SIGKILL');
      await ended;
      // A killed socat leaves its links behind.
      await Promise.all([port, farPort].map(link => rm(link, { force: true })));
      ending?.destroy();
    },
  };
}

const wang: SampleCard | undefined = sampleCards.find(({ id }) => id === 'wang-xiaoming');
if (wang === undefined) throw new Error('the sample card is gone');
const card = wang;

describe('the driver on a real serial port', () => {
  test('reads a card, sees the line go and come back, and reads again', async () => {
    const reader = createIdCardReader({ transport: serialPortTransport(cable.port), delays });
    try {
      await cable.plug();
      await vi.waitUntil(() => reader.status.state === 'ready', patience);
      const first = reader.readCard(new AbortController().signal);
      cable.simulator.layCard(card);
      expect(await first).toMatchObject({ outcome: 'read', card: { name: '王小明' } });

      const second = reader.readCard(new AbortController().signal);
      await cable.unplug();
      await vi.waitUntil(() => reader.status.state === 'absent', patience);
      cable.simulator.liftCard();

      await cable.plug();
      await vi.waitUntil(() => reader.status.state === 'ready', patience);
      cable.simulator.layCard(card);
      expect(await second).toMatchObject({ outcome: 'read', card: { idNumber: '331003199005120018' } });
    } finally {
      await reader.close();
    }
  });

  test('notices a line that dies as it opens, which gives no event', async () => {
    const openPort = serialPortTransport(cable.port);
    let death: Promise<void> | null = null;
    const answerMs = { ...delays.answerMs, 'sam-status': 100, 'reset-sam': 100 };
    async function transport(): Promise<Duplex> {
      const opened = await openPort();
      death ??= cable.unplug();
      return opened;
    }
    await cable.plug();
    const reader = createIdCardReader({ transport, delays: { ...delays, answerMs } });
    try {
      await vi.waitUntil(() => death !== null, patience);
      await death;
      await cable.plug();
      await vi.waitUntil(() => reader.status.state === 'ready', patience);
    } finally {
      await reader.close();
    }
  });

  test('leaves the port free when it is closed', async () => {
    await cable.plug();
    for (let round = 0; round < 3; round += 1) {
      const reader = createIdCardReader({ transport: serialPortTransport(cable.port), delays });
      await vi.waitUntil(() => reader.status.state === 'ready', patience);
      await reader.close();
    }
  });
});

describe('reading one card on the command line', () => {
  const once = (reveal: boolean) => readCardOnce({ port: cable.port, reveal, timeoutMs: 5000, delays });

  test('masks it unless asked to reveal', async () => {
    await cable.plug();
    cable.simulator.layCard(card);
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
    cable.simulator.layCard(card);
    expect(await once(true)).toMatchObject({ name: '王小明', idNumber: '331003199005120018', birthDate: '1990-05-12' });
  });

  test('refuses with the fault and what to do', async () => {
    await expect(once(false)).rejects.toMatchObject({ fault: 'reader-absent' });
    await cable.plug();
    const hurried = readCardOnce({ port: cable.port, reveal: false, timeoutMs: 1500, delays });
    await expect(hurried).rejects.toMatchObject({ fault: 'card-not-laid' });
    const unreadable = sampleCards.find(({ id }) => id === 'unreadable');
    if (unreadable !== undefined) cable.simulator.layCard(unreadable);
    const refusal = await once(false).catch((error: unknown) => error);
    expect(refusal).toBeInstanceOf(Refusal);
    expect(JSON.parse(JSON.stringify(refusal))).toMatchObject({
      code: 'E211',
      remedy: expect.stringContaining('Lift'),
    });
    cable.simulator.failRepeatedly('sam-status', 0x60);
    await expect(once(false)).rejects.toMatchObject({ fault: 'reader-self-test-failed' });
  });
});
