import type { InventoryAnswer, TerminalInventory } from '../../platform/api/types.ts';
import type { Log } from '../log.ts';
import { pause } from '../pause.ts';
import { delays } from './update/delays.ts';

type Hold = InventoryAnswer['hold'];

/** Tells the platform what this terminal shows. Whether it hears that or not never disturbs an update. */
export interface InventoryReport {
  /** Something changed: told soon. */
  changed(): void;
  /** Tells now, and gives what the platform holds back; what it held back last when it does not answer in time. */
  held(): Promise<Hold>;
  close(): void;
}

export function reportInventory(options: {
  inventory: () => TerminalInventory;
  send: (inventory: TerminalInventory) => Promise<InventoryAnswer>;
  log: Log;
}): InventoryReport {
  const { inventory, send, log } = options;
  const closing = new AbortController();
  let hold: Hold = [];
  let told = '';
  let underWay: Promise<void> | null = null;
  let again = false;
  const timer = setInterval(() => void tell(true), delays.inventoryMs);

  /** One report at a time; what changed meanwhile follows. */
  function tell(anyway: boolean): Promise<void> {
    if (closing.signal.aborted) return Promise.resolve();
    const now = inventory();
    const text = JSON.stringify(now);
    if (text === told && !anyway) return Promise.resolve();
    if (underWay !== null) {
      again = true;
      return underWay;
    }
    underWay = send(now)
      .then(answer => {
        told = text;
        hold = answer.hold;
      })
      .catch(error => log.debug({ detail: String(error) }, 'the platform did not take the inventory'))
      .finally(() => {
        underWay = null;
        if (!again) return;
        again = false;
        void tell(false);
      });
    return underWay;
  }

  return {
    changed: () => void tell(false),
    held: async () => {
      await Promise.race([tell(true), pause(delays.holdAnswerMs, closing.signal)]);
      return hold;
    },
    close: () => {
      clearInterval(timer);
      closing.abort();
    },
  };
}
