import { createIdCardReader } from '../../device-bridge/devices/id-card-reader/driver.ts';
import { readerDelays } from '../../device-bridge/devices/id-card-reader/reader-delays.ts';
import {
  createSamSimulator,
  type SamSimulator,
} from '../../device-bridge/devices/id-card-reader/simulator/sam-simulator.ts';
import { sampleCards } from '../../device-bridge/devices/id-card-reader/simulator/sample-cards.ts';
import { createInProcessLine } from '../../device-bridge/devices/transport/in-process.ts';
import { quantile, rounded } from './figures.ts';
import { pacedLine, wireMs } from './paced-line.ts';

const readings = 20;

/**
 * From the search that finds the card to its fields, over a line as slow as the real wire; beside it the time the bytes
 * alone take on that wire. The poll before it (300 ms, the reader's own rule) is not in it.
 */
export async function benchCardReading(): Promise<Record<string, unknown>> {
  const simulator = createSamSimulator();
  const line = pacedLine(createInProcessLine(end => simulator.attach(end)).transport);
  const reader = createIdCardReader({ transport: line.transport, delays: { ...readerDelays, pollMs: 30 } });
  const card = sampleCards.find(each => each.id === 'wang-xiaoming');
  if (card === undefined) throw new Error('the sample card is gone');
  const [readingMs, onWireMs]: [number[], number[]] = [[], []];
  try {
    for (let reading = 0; reading < readings; reading++) {
      simulator.liftCard();
      const read = reader.readCard(new AbortController().signal);
      await nextSearch(simulator);
      simulator.layCard(card);
      await nextSearch(simulator);
      const [from, bytes] = [performance.now(), line.bytes()];
      const outcome = await read;
      if (outcome.outcome !== 'read') throw new Error(`the card was not read: ${outcome.outcome}`);
      readingMs.push(performance.now() - from);
      onWireMs.push(wireMs(line.bytes() - bytes));
    }
  } finally {
    await reader.close();
  }
  const [measured, floor] = [quantile(readingMs, 0.5), quantile(onWireMs, 0.5)];
  return {
    cardReadingP50Ms: rounded(measured),
    cardReadingWireMs: rounded(floor),
    cardReadingRatio: Math.round((measured / floor) * 100) / 100,
  };
}

/** Until the field has been searched once more. */
async function nextSearch({ requests }: SamSimulator): Promise<void> {
  const before = lastSearch(requests);
  while (lastSearch(requests) === before) await nextTurn();
}

function lastSearch(requests: SamSimulator['requests']): SamSimulator['requests'][number] | undefined {
  return requests.findLast(({ command }) => command === 'find-card');
}

function nextTurn(): Promise<void> {
  return new Promise(resolve => setImmediate(resolve));
}
