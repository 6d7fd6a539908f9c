import type { FaultName } from '../../../content/common/faults.ts';
import type { DeviceIdentity } from '../device.ts';
import { createListeners, type Listeners } from '../listeners.ts';
import type { IppClient } from './ipp-client.ts';
import { describeFailure } from './ipp-failure.ts';
import type { Capabilities } from './printer-description.ts';
import { forecastSheetsLeft, isStillOutOfPaper, type SheetCounter } from './sheet-counter.ts';
import { type Look, type StatusTrack, track, unknownStatus } from './status-track.ts';
import type { CertificatePrinterStatus } from './types.ts';

export interface ContactParts {
  printer: IppClient;
  queue: IppClient | null;
  sheetCounter: SheetCounter | undefined;
  trayCapacity: number;
  log: (message: string) => void;
}

/** All that is known of the printer, from one look to the next. */
export interface PrinterContact {
  readonly tracked: StatusTrack;
  readonly identity: DeviceIdentity | null;
  /** Asked once per contact: null until then, and again once the printer was away. */
  readonly capabilities: Capabilities | null;
  /** False: it is known to lack A4 or PDF. */
  readonly suitable: boolean;
  look(): Promise<Look>;
  /** Takes a look into account and tells the listeners. */
  seen(look: Look): void;
  /** Looks, and says what keeps it from printing; undefined when the printer could not be asked. */
  faultNow(): Promise<FaultName | null | undefined>;
  readonly listeners: Listeners<CertificatePrinterStatus>;
}

export function createPrinterContact({
  printer,
  queue,
  sheetCounter,
  trayCapacity,
  log,
}: ContactParts): PrinterContact {
  const listeners = createListeners<CertificatePrinterStatus>();
  let tracked: StatusTrack = unknownStatus;
  let identity: DeviceIdentity | null = null;
  let capabilities: Capabilities | null = null;
  let outOfPaper = false;

  // A queue turns PDF into what the printer takes; paper of another size nobody can.
  const isSuitable = (): boolean => capabilities === null || (capabilities.a4 && (capabilities.pdf || queue !== null));
  const countedSheetsLeft = (): number | null =>
    sheetCounter === undefined ? null : forecastSheetsLeft(trayCapacity, sheetCounter.sheetsSinceFill());

  const contact: PrinterContact = {
    listeners,
    get tracked() {
      return tracked;
    },
    get identity() {
      return identity;
    },
    get capabilities() {
      return capabilities;
    },
    get suitable() {
      return isSuitable();
    },
    async look() {
      const answer = await printer.getPrinterAttributes();
      const atQueue = queue === null ? null : await queue.getPrinterAttributes();
      if (!answer.ok || capabilities !== null) return { printer: answer, queue: atQueue };
      const described = await printer.getDescription();
      if (!described.ok) return { printer: described, queue: atQueue };
      ({ capabilities, identity } = described.value);
      log(`printer: ${JSON.stringify(described.value)}`);
      return { printer: answer, queue: atQueue };
    },
    seen(look) {
      const before = tracked.status;
      tracked = track(tracked, look, { suitable: isSuitable(), countedSheetsLeft: countedSheetsLeft() });
      const { status } = tracked;
      if (status.state === 'absent') capabilities = null;
      if (outOfPaper && status.state === 'ready') sheetCounter?.filled();
      outOfPaper = isStillOutOfPaper(outOfPaper, status);
      if (!look.printer.ok && before.state !== status.state) log(`status: ${describeFailure(look.printer.failure)}`);
      if (JSON.stringify(before) === JSON.stringify(status)) return;
      listeners.tell(status);
    },
    async faultNow() {
      const look = await contact.look();
      contact.seen(look);
      if (!look.printer.ok) return undefined;
      return tracked.status.state === 'ready' ? null : tracked.status.fault;
    },
  };
  return contact;
}
