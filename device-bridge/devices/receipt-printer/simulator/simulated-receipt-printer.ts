import type { Duplex } from 'node:stream';
import type { ReceiptKnobs } from '../../../api/types.ts';
import { createInProcessLine } from '../../transport/in-process.ts';
import { createEscPosPrinter } from './esc-pos-printer.ts';

/** The receipt printer as a hand moves it. lastReceipt: its lines as they read, null before the first. */
export interface ReceiptPrinterHardware {
  state(): ReceiptKnobs & { plugged: boolean; lastReceipt: string | null };
  set(change: Partial<ReceiptKnobs> & { plugged?: boolean }): void;
}

const paperOf = { full: 'enough', low: 'low', out: 'out' } as const;

/** A receipt printer to be moved by hand: the simulator on the far end of a line that can be unplugged. */
export function createSimulatedReceiptPrinter(): {
  transport: () => Promise<Duplex>;
  hardware: ReceiptPrinterHardware;
} {
  const printer = createEscPosPrinter();
  const line = createInProcessLine(end => printer.attach(end));
  const knobs: ReceiptKnobs = { paper: 'full', cover: 'closed', cutterStuck: false };

  return {
    transport: line.transport,
    hardware: {
      state: () => ({
        ...knobs,
        plugged: line.plugged,
        lastReceipt: printer.receipts.at(-1)?.lines.join('\n') ?? null,
      }),
      set({ plugged, ...change }) {
        Object.assign(knobs, change);
        printer.set({
          paper: paperOf[knobs.paper],
          coverOpen: knobs.cover === 'open',
          cutterError: knobs.cutterStuck,
        });
        if (plugged === true) line.plug();
        if (plugged === false) line.unplug();
      },
    },
  };
}
