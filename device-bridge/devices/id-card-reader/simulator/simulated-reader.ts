import type { Duplex } from 'node:stream';
import { createInProcessLine } from '../../transport/in-process.ts';
import { createSamSimulator } from './sam-simulator.ts';
import { sampleCards } from './sample-cards.ts';

/** The reader on the far end of the driver's line, as a hand moves it. */
export interface ReaderHardware {
  readonly cards: { id: string; label: string; note: string }[];
  readonly cardId: string | null;
  readonly plugged: boolean;
  insert(cardId: string): boolean;
  remove(): void;
  plug(plugged: boolean): void;
}

/** A card reader to be moved by hand: the simulator on the far end of a line that can be unplugged. */
export function createSimulatedReader(): { transport: () => Promise<Duplex>; hardware: ReaderHardware } {
  const simulator = createSamSimulator();
  const line = createInProcessLine(end => simulator.attach(end));
  let cardId: string | null = null;
  return {
    transport: line.transport,
    hardware: {
      cards: sampleCards.map(({ id, label, note }) => ({ id, label, note })),
      get cardId() {
        return cardId;
      },
      get plugged() {
        return line.plugged;
      },
      insert: id => {
        const card = sampleCards.find(card => card.id === id);
        if (card === undefined) return false;
        simulator.layCard(card);
        cardId = id;
        return true;
      },
      remove: () => {
        simulator.liftCard();
        cardId = null;
      },
      plug: plugged => {
        if (plugged) return line.plug();
        line.unplug();
        // It is fed through the same cable.
        simulator.powerCycle();
      },
    },
  };
}
