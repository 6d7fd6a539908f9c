import type { Duplex } from 'node:stream';
import { createInProcessLine } from '../../transport/in-process.ts';

/** The reader on the far end of the driver's line, as a hand moves it. */
export interface CodeReaderHardware {
  readonly plugged: boolean;
  plug(plugged: boolean): void;
  /** Holds a code before the window. Nothing comes of it while the reader is unplugged. */
  show(text: string): void;
}

/** A QR reader as most leave the factory: UTF-8 and a carriage return after each code. */
export function createSimulatedCodeReader(): { transport: () => Promise<Duplex>; hardware: CodeReaderHardware } {
  let end: Duplex | null = null;
  const line = createInProcessLine(opened => {
    end = opened;
    opened.on('error', () => {});
  });
  return {
    transport: line.transport,
    hardware: {
      get plugged() {
        return line.plugged;
      },
      plug: plugged => {
        if (plugged) line.plug();
        else line.unplug();
      },
      show: text => {
        if (line.plugged && end?.writable) end.write(Buffer.from(`${text}\r`));
      },
    },
  };
}
