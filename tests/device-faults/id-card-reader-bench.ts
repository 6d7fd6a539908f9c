import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, vi } from 'vitest';
import { createIdCardReader } from '../../device-bridge/devices/id-card-reader/driver.ts';
import { type ReaderDelays, readerDelays } from '../../device-bridge/devices/id-card-reader/reader-delays.ts';
import type { SamCommand } from '../../device-bridge/devices/id-card-reader/sam-protocol.ts';
import { createSamSimulator } from '../../device-bridge/devices/id-card-reader/simulator/sam-simulator.ts';
import { type SampleCard, sampleCards } from '../../device-bridge/devices/id-card-reader/simulator/sample-cards.ts';
import type { IdCardReader } from '../../device-bridge/devices/id-card-reader/types.ts';
import { createSerialCable, patience } from '../../device-bridge/devices/transport/serial-cable.test-support.ts';
import { serialPortTransport } from '../../device-bridge/devices/transport/serial-port.ts';

export const quick: ReaderDelays = { ...readerDelays, pollMs: 20, heartbeatMs: 50, retryMs: 20, probeMs: 50 };

/** For tests in which answers do not come: waits as short as a busy machine allows. */
export const impatient: ReaderDelays = {
  ...quick,
  answerMs: Object.fromEntries(Object.keys(readerDelays.answerMs).map(command => [command, 250])) as Record<
    SamCommand,
    number
  >,
};

/** The simulated reader on a plugged serial line, and drivers on the terminal's end that are closed in the end. */
export async function serialBench() {
  const folder = await mkdtemp(join(tmpdir(), 'reader-line-'));
  const simulator = createSamSimulator();
  const cable = createSerialCable(folder, far => simulator.attach(far));
  await cable.plug();
  const open: IdCardReader[] = [];
  const log: string[] = [];
  return {
    simulator,
    cable,
    log,
    /** A driver at the serial port, or at another transport. */
    reader(delays: ReaderDelays = quick, transport = serialPortTransport(cable.port)): IdCardReader {
      const reader = createIdCardReader({ transport, delays, log: message => log.push(message) });
      open.push(reader);
      return reader;
    },
    /** Ends what one test began: all readers, all faults, no card, the cable plugged. */
    async tidy() {
      for (const reader of open.splice(0)) await reader.close();
      simulator.mend();
      simulator.liftCard();
      log.length = 0;
    },
    async remove() {
      await this.tidy();
      await cable.unplug();
      await rm(folder, { recursive: true });
    },
  };
}

export type SerialBench = Awaited<ReturnType<typeof serialBench>>;

export function becomes(reader: IdCardReader, wanted: string): Promise<boolean> {
  const shown = () =>
    'fault' in reader.status ? `${reader.status.state} ${reader.status.fault}` : reader.status.state;
  return vi
    .waitUntil(() => shown() === wanted, patience)
    .catch(() => {
      throw new Error(`waited in vain for "${wanted}", it is "${shown()}"`);
    });
}

/** Waits until the simulated reader is asked this, from now on. */
export async function asked({ simulator }: SerialBench, command: SamCommand): Promise<void> {
  const { requests } = simulator;
  const last = requests.at(-1);
  const since = () => requests.slice(last === undefined ? 0 : requests.indexOf(last) + 1);
  await vi.waitUntil(() => since().some(request => request.command === command), patience);
}

export const waiting = (): AbortSignal => new AbortController().signal;

export function cardNamed(id: string): SampleCard {
  const card = sampleCards.find(sample => sample.id === id);
  if (card === undefined) throw new Error(`no sample card ${id}`);
  return card;
}

export const chen = cardNamed('chen-apo');
export const wang = cardNamed('wang-xiaoming');

/** What every recovery ends with: the next card is read, for a call that waits already or for a new one. */
export async function readsNext(
  { simulator }: SerialBench,
  reader: IdCardReader,
  read = reader.readCard(waiting()),
): Promise<void> {
  simulator.layCard(chen);
  expect(await read).toEqual({ outcome: 'read', card: chen.card, portrait: null });
}
