import type { Fault } from '../../content/common/faults.ts';
import type { CertificateOffer } from '../../platform/api/types.ts';
import type { PrinterPeerState } from '../devices/certificate-printer/simulator/peer-settings.ts';
import type { CertificatePrinterStatus, PrintProgress } from '../devices/certificate-printer/types.ts';
import type { IdCardReaderStatus } from '../devices/id-card-reader/types.ts';

/** A device as the screen needs it: the driver's status with a fault's words in place of its name. */
export type Worded<T> = T extends { fault: unknown } ? Omit<T, 'fault'> & { fault: Fault } : T;

export type ServiceView = { available: true } | { available: false; fault: Fault };

/** The one truth the kiosk draws: sent whole on each change over GET /api/events (`?screen`: a kiosk that draws it; server-sent events, event `state`). */
export interface TerminalState {
  mode: 'demo' | 'terminal';
  terminal: { placeCode: string; number: number };
  /** Where a phone finds the guides: address of the content origin, ending in a slash. */
  contentOrigin: string;
  /** The generation in force, served at /api/content/<digest>; null: none on this terminal yet. fault: why no newer one comes. */
  content: { digest: string | null; fault: Fault | null };
  devices: {
    idCardReader: Worded<IdCardReaderStatus>;
    certificatePrinter: Worded<CertificatePrinterStatus>;
  };
  services: { certificates: ServiceView };
  visit: VisitView;
}

/** `idle` when nobody is there. Times are milliseconds since 1970 by this machine's clock. */
export type VisitView =
  | { phase: 'idle' }
  | { phase: 'present'; id: string; certificates: CertificatesView }
  | { phase: 'warning'; id: string; endsAt: number; certificates: CertificatesView };

/** The holder as shown: 王*明, 3310**********1234. */
export interface HolderView {
  maskedName: string;
  maskedIdNumber: string;
}

export interface DocumentView {
  number: string;
  name: CertificateOffer['name'];
  pages: number;
  /** Same-origin path of the first page as PNG; answers only during this visit. */
  previewPath: string;
}

export type CertificatesView =
  | { step: 'idle' }
  /** problem: what was wrong with the card that lay there before. */
  | { step: 'awaiting-card'; problem: Fault | null }
  | { step: 'listing'; holder: HolderView }
  | { step: 'choosing'; holder: HolderView; offers: CertificateOffer[]; problem: Fault | null }
  | { step: 'preparing'; holder: HolderView; kind: string }
  | { step: 'preview'; holder: HolderView; document: DocumentView; problem: Fault | null }
  | { step: 'printing'; holder: HolderView; document: DocumentView; progress: Worded<PrintProgress> }
  | { step: 'printed'; document: DocumentView }
  /** Nothing more can be done in this visit without starting over. */
  | { step: 'failed'; fault: Fault };

/** Every command the kiosk can give: POST /api/command. Refused commands answer 4xx with a Fault. */
export type Command =
  | { type: 'visit/start' }
  /** The citizen touched the screen: the idle clock starts anew. */
  | { type: 'visit/touch'; visitId: string }
  /** Leave: everything of this visit is wiped. */
  | { type: 'visit/end'; visitId: string }
  /** wanted: kind of certificate already chosen on a guide; the list is skipped when the person has it. */
  | { type: 'certificates/start'; visitId: string; wanted: string | null }
  | { type: 'certificates/choose'; visitId: string; kind: string }
  /** Back from the preview to the list. */
  | { type: 'certificates/back'; visitId: string }
  | { type: 'certificates/print'; visitId: string }
  /** Leave the certificates but stay in the visit: the card's data is dropped. */
  | { type: 'certificates/stop'; visitId: string }
  /** This kiosk drew the generation. Without it the bridge goes back to the one before. */
  | { type: 'content/shown'; digest: string }
  /** It could not: `why` is for the log. */
  | { type: 'content/failed'; digest: string; why: string };

/** What the dock's hand can do to the printer peer. */
export type PrinterKnobs = Pick<PrinterPeerState, 'power' | 'tray' | 'cover' | 'jam'>;

/** GET /api/dock and POST /api/dock (demo mode only). */
export interface DockState {
  cards: { id: string; label: string; note: string }[];
  reader: { plugged: boolean; cardId: string | null };
  printer: PrinterKnobs | null;
}

export type DockCommand =
  | { type: 'card/insert'; cardId: string }
  | { type: 'card/remove' }
  | { type: 'reader/plug'; plugged: boolean }
  | ({ type: 'printer/set' } & Partial<PrinterKnobs>);
