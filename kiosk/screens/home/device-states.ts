import type { DevicesView } from '../../../device-bridge/api/types.ts';
import type { Speech } from '../../locales/use-words.ts';

/** note: it works, and there is something to do or to know. */
export type DeviceTone = 'works' | 'note' | 'fails';

export interface DeviceState {
  tone: DeviceTone;
  words: string;
}

/** Fewer sheets than this are worth a word: a citizen with many pages may be the last. */
const fewSheets = 50;

const others = ['scanner', 'codeReader', 'receiptPrinter', 'socialSecurityCard'] as const;

/**
 * What a citizen needs to know of the devices, in few words: the card reader and the printer by name, of the others only
 * those that do not work or ask for something; the rest in one.
 */
export function deviceStates(devices: DevicesView, speech: Speech): DeviceState[] {
  const fitted = otherDevices(devices, speech);
  const calm = fitted.filter(({ tone }) => tone === 'works');
  const loud = fitted.filter(({ tone }) => tone !== 'works');
  const rest: DeviceState[] = calm.length > 1 ? [{ tone: 'works', words: speech.t.devices.others }] : calm;
  return [
    readerState(devices.idCardReader, speech),
    printerState(devices.certificatePrinter, speech),
    ...loud,
    ...rest,
  ];
}

function readerState(reader: DevicesView['idCardReader'], { t, say }: Speech): DeviceState {
  switch (reader.state) {
    case 'ready':
      return { tone: 'works', words: t.devices.readerReady };
    case 'reading':
      return { tone: 'works', words: t.devices.readerReading };
    case 'card-present':
      return { tone: 'note', words: t.devices.takeIdCard };
    case 'unreadable':
      return { tone: 'note', words: say(reader.fault.citizen) };
    case 'absent':
    case 'faulted':
      return { tone: 'fails', words: say(reader.fault.citizen) };
  }
}

function printerState(printer: DevicesView['certificatePrinter'], { t, say }: Speech): DeviceState {
  switch (printer.state) {
    case 'ready': {
      const { busy, sheetsLeft, sheetsLeftIsEstimate, warnings } = printer;
      if (busy) return { tone: 'works', words: t.devices.printerBusy };
      // A count that has come to nothing while the printer still has paper was wrong, but not by much.
      if (sheetsLeft !== null && sheetsLeft > 0 && sheetsLeft < fewSheets)
        return { tone: 'note', words: t.devices.printerSheets(sheetsLeft, sheetsLeftIsEstimate) };
      if (sheetsLeft === 0 || warnings.includes('printer-paper-low'))
        return { tone: 'note', words: t.devices.printerLow };
      return { tone: 'works', words: t.devices.printerReady };
    }
    case 'absent':
    case 'attention':
      return { tone: 'fails', words: say(printer.fault.citizen) };
  }
}

/** Those that this terminal is fitted with. */
function otherDevices(devices: DevicesView, { t, say }: Speech): DeviceState[] {
  return others.flatMap((name): DeviceState[] => {
    const status = devices[name];
    if (status === null) return [];
    if ('fault' in status) return [{ tone: 'fails', words: say(status.fault.citizen) }];
    if (status.state === 'card-present') return [{ tone: 'note', words: t.devices.takeSocialSecurityCard }];
    return [{ tone: 'works', words: t.devices.works(t.devices[name]) }];
  });
}
