import type { Fault } from '../../content/common/faults.ts';
import type { Language } from '../../content/common/words.ts';
import type { CertificateFinding, CertificateOffer } from '../../platform/api/types.ts';
import type { PrinterPeerState } from '../devices/certificate-printer/simulator/peer-settings.ts';
import type { CertificatePrinterStatus, PrintProgress } from '../devices/certificate-printer/types.ts';
import type { CodeReaderStatus } from '../devices/code-reader/types.ts';
import type { DeviceIdentity } from '../devices/device.ts';
import type { IdCardReaderStatus } from '../devices/id-card-reader/types.ts';
import type { ReceiptPrinterStatus } from '../devices/receipt-printer/types.ts';
import type { ScannerStatus } from '../devices/scanner/types.ts';
import type { SocialSecurityCardStatus } from '../devices/social-security-card/types.ts';

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
  devices: DevicesView;
  services: ServicesView;
  visit: VisitView;
}

/** Null: this terminal is not fitted with one. */
export interface DevicesView {
  idCardReader: Worded<IdCardReaderStatus>;
  certificatePrinter: Worded<CertificatePrinterStatus>;
  socialSecurityCard: Worded<SocialSecurityCardStatus> | null;
  codeReader: Worded<CodeReaderStatus> | null;
  receiptPrinter: Worded<ReceiptPrinterStatus> | null;
  scanner: Worded<ScannerStatus> | null;
}

export type DeviceName = keyof DevicesView;

/** What works now, by the table in device-bridge/health/services.ts. Null: this terminal is not fitted for it. */
export interface ServicesView {
  certificates: ServiceView;
  receipts: ServiceView | null;
  scanning: ServiceView | null;
  codes: ServiceView | null;
}

/** GET /api/readiness: every device as a technician needs it. Nothing personal. */
export interface Readiness {
  /** ISO 8601. */
  at: string;
  mode: 'demo' | 'terminal';
  terminal: { id: string; placeCode: string; number: number };
  /** True when every fitted device works. */
  ready: boolean;
  devices: DeviceReadiness[];
  services: ServicesView;
  platformReachable: boolean;
  contentDigest: string | null;
  /** The printed report: what became of the last one that was asked for since the start. */
  report: { state: 'none' } | { state: 'printing' } | { state: 'printed' } | { state: 'failed'; fault: Fault };
}

export interface DeviceReadiness {
  device: DeviceName;
  /** Where it is connected: a port, an address, a SANE name. */
  address: string;
  /** True when the device has answered since the start. */
  found: boolean;
  works: boolean;
  /** The driver's own word: ready, absent, attention, ... */
  state: string;
  identity: DeviceIdentity | null;
  selfTest: 'passed' | 'failed' | 'unknown';
  /** What is wrong now, with words for the citizen. */
  fault: Fault | null;
  /** Survives restarts. */
  lastFault: { fault: Fault; at: string } | null;
  /** What a technician does about `fault`; null when nothing is wrong. */
  remedy: string | null;
  /** Whatever else there is to say, by name: sheetsLeft, tonerPercent, ... */
  details: Record<string, string | number>;
}

/** `idle` when nobody is there. Times are milliseconds since 1970 by this machine's clock. */
export type VisitView =
  | { phase: 'idle'; farewell: FarewellView | null }
  | ({ phase: 'present' } & Present)
  | ({ phase: 'warning'; endsAt: number } & Present);

interface Present {
  id: string;
  certificates: CertificatesView;
  /** The last code that was shown to the terminal in this visit; serial rises with each. */
  scanned: { serial: number; what: ScannedView } | null;
  guidePrint: GuidePrintView;
  /** Matters this visit has already said something about (guide/feedback). */
  feedbackGiven: string[];
  helpCall: HelpCallView;
}

/** Whose paper: a sheet of A4 or the roll of the receipt printer. */
export type GuidePaper = 'a4' | 'receipt';

/** matterId: whose list it is. held: what the printer waits for; it goes on by itself when that is mended. */
export type GuidePrintView =
  | { step: 'idle' }
  | { step: 'printing'; paper: GuidePaper; matterId: string; held: Fault | null }
  | { step: 'printed'; paper: GuidePaper; matterId: string }
  | { step: 'failed'; matterId: string; fault: Fault };

/** A call for somebody of the staff. since: milliseconds since 1970. */
export type HelpCallView =
  | { state: 'none' }
  | { state: 'calling' }
  | { state: 'waiting'; since: number; staff: StaffNow }
  /** by: the words the staff member gave, like 3 号窗口. */
  | { state: 'answered'; by: string }
  | { state: 'failed'; fault: Fault };

/** watching: somebody has the page of calls open. at-windows: nobody has, but the windows of this place are open. */
export type StaffNow = 'watching' | 'at-windows' | 'nobody';

/**
 * What was found when the last visit had ended, for some seconds. `erased` is true only when every check came out clean:
 * each looks into one holder of a citizen's data.
 */
export interface FarewellView {
  /** When the visit ended, milliseconds since 1970. */
  at: number;
  erased: boolean;
  checks: { name: string; clean: boolean }[];
  /** A card lies on a reader. */
  cardLeft: boolean;
  /** Something was printed, and no device can say whether it still lies there. */
  papersLeft: boolean;
  /** The citizen's own papers lie in the scanner. */
  originalsLeft: boolean;
}

/** What a citizen says of a guide, and what part of it is meant; null: not said. */
export type FeedbackVerdict = 'right' | 'wrong' | 'unclear';
export type FeedbackAbout = 'materials' | 'steps' | 'place' | 'fee' | 'other' | null;

/** Where on the screen help was asked for: for whoever comes. */
export type HelpArea = 'home' | 'find' | 'guide' | 'certificates' | 'scan' | 'other';

export type ScannedView =
  | { kind: 'guide'; codeId: string }
  /** finding: null while the platform is asked. */
  | { kind: 'certificate'; finding: CertificateFinding | null }
  | { kind: 'problem'; fault: Fault };

/** The holder as shown: 王*明, 3310**********1234. */
export interface HolderView {
  maskedName: string;
  maskedIdNumber: string;
}

/**
 * GET /api/visit/:visitId/holder: the same, whole, for as long as a finger holds the masked line. Never part of the state.
 * Refused with visit-over, or with not-now while no card has been read.
 */
export interface HolderWhole {
  name: string;
  idNumber: string;
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
  /** The bridge was started anew while a citizen went on reading: the visit goes on. Refused when another has begun. */
  | { type: 'visit/resume'; visitId: string }
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
  /** What a reader that types like a keyboard has read. Begins a visit when nobody is there. */
  | { type: 'code/typed'; text: string }
  /** The citizen has seen what came of this code; one that was shown meanwhile stays. */
  | { type: 'code/seen'; visitId: string; serial: number }
  /**
   * Prints the tick list of a guide as the terminal's own content has it. answers: question id -> option id. Refused with
   * guide-unknown, not-now (something is being printed), guide-print-limit, or the fault of the printer.
   */
  | {
      type: 'guide/print';
      visitId: string;
      matterId: string;
      answers: Record<string, string>;
      paper: GuidePaper;
      /** Chinese when left out. */
      language?: Language;
    }
  /** “Is this guide right?” Once for each matter and visit; a second word about it counts in place of the first. */
  | {
      type: 'guide/feedback';
      visitId: string;
      matterId: string;
      verdict: FeedbackVerdict;
      about: FeedbackAbout;
    }
  /** Calls somebody of the staff. While a call is open another one is the same call. */
  | { type: 'help/call'; visitId: string; area?: HelpArea }
  /** Nobody need come. */
  | { type: 'help/cancel'; visitId: string }
  /** A technician's touch on the readiness screen: prints the readiness report. */
  | { type: 'readiness/print' }
  /** This kiosk drew the generation. Without it the bridge goes back to the one before. */
  | { type: 'content/shown'; digest: string }
  /** It could not: `why` is for the log. */
  | { type: 'content/failed'; digest: string; why: string };

/** What the dock's hand can do to the printer peer. */
export type PrinterKnobs = Pick<PrinterPeerState, 'power' | 'tray' | 'cover' | 'jam'>;

/** GET /api/dock and POST /api/dock (demo mode only). Null: that device is not a simulated one. */
export interface DockState {
  cards: { id: string; label: string; note: string }[];
  reader: { plugged: boolean; cardId: string | null };
  printer: PrinterKnobs | null;
  socialSecurityCard: { plugged: boolean; cards: { id: string; label: string }[]; cardId: string | null } | null;
  codeReader: { plugged: boolean; samples: { id: string; label: string; text: string }[] } | null;
  receiptPrinter: (ReceiptKnobs & { plugged: boolean; lastReceipt: string | null }) | null;
  scanner: (ScannerKnobs & { plugged: boolean; pages: { id: string; label: string }[] }) | null;
}

export interface ReceiptKnobs {
  paper: 'full' | 'low' | 'out';
  cover: 'closed' | 'open';
  cutterStuck: boolean;
}

export interface ScannerKnobs {
  /** Sheets in the feeder. */
  feederSheets: number;
  cover: 'closed' | 'open';
  jam: boolean;
  /** Which sample page lies on the glass. */
  pageId: string;
}

export type DockCommand =
  | { type: 'card/insert'; cardId: string }
  | { type: 'card/remove' }
  | { type: 'reader/plug'; plugged: boolean }
  | ({ type: 'printer/set' } & Partial<PrinterKnobs>)
  | { type: 'social-security-card/insert'; cardId: string }
  | { type: 'social-security-card/remove' }
  | { type: 'social-security-card/plug'; plugged: boolean }
  | { type: 'code/show'; text: string }
  | { type: 'code-reader/plug'; plugged: boolean }
  | ({ type: 'receipt-printer/set'; plugged?: boolean } & Partial<ReceiptKnobs>)
  | ({ type: 'scanner/set'; plugged?: boolean } & Partial<ScannerKnobs>);
