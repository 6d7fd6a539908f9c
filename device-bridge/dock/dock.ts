import { Refusal } from '../../content/common/faults.ts';
import type { DockCommand, DockState } from '../api/types.ts';
import { peerStateSchema } from '../devices/certificate-printer/simulator/peer-settings.ts';
import type { CodeReaderHardware } from '../devices/code-reader/simulator/simulated-code-reader.ts';
import type { ReaderHardware } from '../devices/id-card-reader/simulator/simulated-reader.ts';
import type { ReceiptPrinterHardware } from '../devices/receipt-printer/simulator/simulated-receipt-printer.ts';
import type { ScannerHardware } from '../devices/scanner/simulator/simulated-scanner.ts';
import type { CardTerminalHardware } from '../devices/social-security-card/simulator/simulated-card-terminal.ts';

/** The simulated devices of this terminal, as hands move them. Absent: a real one, or none. */
export interface DockHardware {
  idCardReader?: ReaderHardware;
  /** Control port of the printer peer. */
  printerControlUrl?: string;
  socialSecurityCard?: CardTerminalHardware;
  codeReader?: CodeReaderHardware;
  receiptPrinter?: ReceiptPrinterHardware;
  scanner?: ScannerHardware;
}

/** The demo's hardware as the dock page shows and moves it. It drives simulators and the peer, never a driver. */
export interface Dock {
  state(): Promise<DockState>;
  /** @throws Refusal bad-command for what does not exist here, printer-absent when the peer does not answer */
  command(command: DockCommand): Promise<DockState>;
}

const peerTimeoutMs = 15_000;

/** `samples`: what the dock can hold before the code reader. */
export function createDock(hardware: DockHardware, samples: () => { id: string; label: string; text: string }[]): Dock {
  async function state(): Promise<DockState> {
    const { idCardReader, socialSecurityCard, codeReader, receiptPrinter, scanner } = hardware;
    return {
      cards: idCardReader?.cards ?? [],
      reader: { plugged: idCardReader?.plugged ?? true, cardId: idCardReader?.cardId ?? null },
      printer: await printer(hardware.printerControlUrl),
      socialSecurityCard: socialSecurityCard?.state() ?? null,
      codeReader: codeReader === undefined ? null : { plugged: codeReader.plugged, samples: samples() },
      receiptPrinter: receiptPrinter?.state() ?? null,
      scanner: scanner?.state() ?? null,
    };
  }
  return {
    state,
    command: async command => {
      await move(hardware, command);
      return state();
    },
  };
}

async function move(hardware: DockHardware, command: DockCommand): Promise<void> {
  switch (command.type) {
    case 'card/insert':
      if (!fitted(hardware.idCardReader).insert(command.cardId)) throw noSuch(command.cardId);
      break;
    case 'card/remove':
      fitted(hardware.idCardReader).remove();
      break;
    case 'reader/plug':
      fitted(hardware.idCardReader).plug(command.plugged);
      break;
    case 'printer/set': {
      const { type: _, ...change } = command;
      await printer(fitted(hardware.printerControlUrl), change);
      break;
    }
    case 'social-security-card/insert':
      if (!fitted(hardware.socialSecurityCard).insert(command.cardId))
        throw new Refusal('bad-command', `no card ${command.cardId}, or one is in the reader already`);
      break;
    case 'social-security-card/remove':
      fitted(hardware.socialSecurityCard).remove();
      break;
    case 'social-security-card/plug':
      fitted(hardware.socialSecurityCard).plug(command.plugged);
      break;
    case 'code/show':
      fitted(hardware.codeReader).show(command.text);
      break;
    case 'code-reader/plug':
      fitted(hardware.codeReader).plug(command.plugged);
      break;
    case 'receipt-printer/set': {
      const { type: _, ...change } = command;
      fitted(hardware.receiptPrinter).set(change);
      break;
    }
    case 'scanner/set': {
      const { type: _, ...change } = command;
      fitted(hardware.scanner).set(change);
      break;
    }
  }
}

async function printer(peerControlUrl: string | undefined, change?: object): Promise<DockState['printer']> {
  if (peerControlUrl === undefined) return null;
  try {
    const response = await fetch(peerControlUrl, {
      signal: AbortSignal.timeout(peerTimeoutMs),
      ...(change === undefined
        ? {}
        : { method: 'PATCH', headers: { 'content-type': 'application/json' }, body: JSON.stringify(change) }),
    });
    return peerStateSchema.parse(await response.json());
  } catch {
    throw new Refusal('printer-absent', 'the printer peer does not answer on its control port');
  }
}

function fitted<T>(device: T | undefined): T {
  if (device === undefined) throw new Refusal('bad-command', 'that device is not a simulated one');
  return device;
}

function noSuch(cardId: string): Refusal {
  return new Refusal('bad-command', `no card ${cardId}`);
}
