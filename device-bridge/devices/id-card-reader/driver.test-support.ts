import { expect, vi } from 'vitest';
import { createInProcessLine } from '../transport/in-process.ts';
import { createIdCardReader } from './driver.ts';
import type { PhotoDecoder } from './photo.ts';
import type { SamCommand } from './sam-protocol.ts';
import { createSamSimulator } from './simulator/sam-simulator.ts';
import { type SampleCard, sampleCards } from './simulator/sample-cards.ts';
import type { CardReadOutcome, IdCard, IdCardReader, IdCardReaderStatus } from './types.ts';

/**
 * A bench for tests of the driver: the real driver, an in-process line and a simulated reader. The driver's real delays
 * run on a clock the test turns, so that nothing depends on how fast the machine is.
 */
export function createBench({ plugged = true, photoDecoder }: { plugged?: boolean; photoDecoder?: PhotoDecoder } = {}) {
  const simulator = createSamSimulator();
  let opens = 0;
  const line = createInProcessLine(end => {
    opens += 1;
    simulator.attach(end);
  });
  if (!plugged) line.unplug();
  const log: string[] = [];
  const reader = createIdCardReader({
    transport: line.transport,
    log: message => log.push(message),
    ...(photoDecoder === undefined ? {} : { photoDecoder }),
  });
  closeAfterTest(reader);
  const seen: string[] = [];
  reader.onStatus(status => seen.push(shown(status)));
  return {
    simulator,
    line,
    reader,
    /** Every status the driver announced. */
    seen,
    log,
    opens: () => opens,
    asked: (command: SamCommand) => simulator.requests.filter(request => request.command === command),
    becomes: (wanted: string) => until(() => shown(reader.status) === wanted, `status ${wanted}`),
  };
}

const open: IdCardReader[] = [];

export function closeAfterTest(reader: IdCardReader): void {
  open.push(reader);
}

export function stopClock(): void {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'Date'] });
}

/** Closes what the test opened; a timer still set then would keep a terminal's process alive. */
export async function tidyBench(): Promise<void> {
  for (const reader of open.splice(0)) await reader.close();
  expect(vi.getTimerCount()).toBe(0);
  vi.useRealTimers();
}

export function shown(status: IdCardReaderStatus): string {
  return 'fault' in status ? `${status.state} ${status.fault}` : status.state;
}

/** Turns the clock in small steps and lets bytes in flight arrive after each: they take no time on it. */
export async function turn(durationMs: number): Promise<void> {
  for (let turnedMs = 0; turnedMs < durationMs; turnedMs += 10) {
    await vi.advanceTimersByTimeAsync(10);
    await new Promise(resolve => setImmediate(resolve));
  }
}

/** A minute of the driver's time is enough for everything. */
export async function until(condition: () => boolean, what: string): Promise<void> {
  for (let turnedMs = 0; turnedMs < 60_000; turnedMs += 10) {
    if (condition()) return;
    await turn(10);
  }
  throw new Error(`never: ${what}`);
}

export async function settled<T>(promise: Promise<T>): Promise<T> {
  let done = false;
  void promise.then(() => {
    done = true;
  });
  await until(() => done, 'the promise settles');
  return promise;
}

export function cardNamed(id: string): SampleCard {
  const card = sampleCards.find(sample => sample.id === id);
  if (card === undefined) throw new Error(`no sample card ${id}`);
  return card;
}

export const wang = cardNamed('wang-xiaoming');
export const chen = cardNamed('chen-apo');
export const waiting = (): AbortSignal => new AbortController().signal;
export const readOf = (card: IdCard): CardReadOutcome => ({ outcome: 'read', card, portrait: null });
export const unreadable: CardReadOutcome = { outcome: 'unreadable', fault: 'card-unreadable' };
