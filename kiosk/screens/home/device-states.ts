import type { TerminalState } from '../../../device-bridge/api/types.ts';
import type { Speech } from '../../locales/use-words.ts';

export interface DeviceState {
  works: boolean;
  words: string;
}

export function deviceStates(devices: TerminalState['devices'], speech: Speech): DeviceState[] {
  return [readerState(devices.idCardReader, speech), printerState(devices.certificatePrinter, speech)];
}

function readerState(reader: TerminalState['devices']['idCardReader'], { t, say }: Speech): DeviceState {
  switch (reader.state) {
    case 'ready':
      return { works: true, words: t.devices.readerReady };
    case 'reading':
      return { works: true, words: t.devices.readerReading };
    case 'absent':
    case 'faulted':
      return { works: false, words: say(reader.fault.citizen) };
  }
}

function printerState(printer: TerminalState['devices']['certificatePrinter'], { t, say }: Speech): DeviceState {
  if (printer.state !== 'ready') return { works: false, words: say(printer.fault.citizen) };
  if (printer.busy) return { works: true, words: t.devices.printerBusy };
  if (printer.sheetsLeft === null) return { works: true, words: t.devices.printerReady };
  return { works: true, words: t.devices.printerSheets(printer.sheetsLeft) };
}
