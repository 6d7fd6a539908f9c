import { createInProcessLine } from '../transport/in-process.ts';
import { createIdCardReader } from './driver.ts';
import { type ReaderDelays, readerDelays } from './reader-delays.ts';
import { createSamSimulator } from './simulator/sam-simulator.ts';
import { sampleCards } from './simulator/sample-cards.ts';

/** Nothing is waited for that does not have to be. */
const hurried: ReaderDelays = { ...readerDelays, pollMs: 0, heartbeatMs: 0, retryMs: 0 };
/** Read at the same time: a timer takes a millisecond, and one reader alone would mostly wait for it. */
const readers = 32;

/**
 * Reads `count` cards through real drivers over lines inside this process. For measures of memory: it holds on to nothing.
 * `onRead` is told how many have been read. @throws Error when a card is not read as it was laid
 */
export async function readMany(count: number, onRead: (read: number) => void = () => {}): Promise<void> {
  let begun = 0;
  let read = 0;
  const lanes = Array.from({ length: readers }, () =>
    readWhile(
      () => ++begun <= count,
      () => onRead(++read),
    ),
  );
  await Promise.all(lanes);
}

async function readWhile(more: () => boolean, onRead: () => void): Promise<void> {
  const simulator = createSamSimulator();
  const line = createInProcessLine(end => simulator.attach(end));
  const reader = createIdCardReader({ transport: line.transport, delays: hurried });
  const good = sampleCards.filter(({ readFailure }) => readFailure === null);
  const { signal } = new AbortController();
  try {
    for (let turn = 0; more(); turn += 1) {
      const laid = good[turn % good.length];
      if (laid === undefined) throw new Error('there is no sample card');
      simulator.layCard(laid);
      const outcome = await reader.readCard(signal);
      if (outcome.outcome !== 'read' || outcome.card.idNumber !== laid.card.idNumber)
        throw new Error(`a card laid ended with ${outcome.outcome}`);
      onRead();
    }
  } finally {
    await reader.close();
  }
}
