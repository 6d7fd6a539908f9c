import type { Text } from '../../content/common/text.ts';

// Without a body or a token: GET /api/certificates/authority.pem, the root certificate that seals are checked against.

/** The person whose card lies on the reader, as the terminal tells the platform. */
export interface Person {
  /** 18 characters, GB 11643. */
  idNumber: string;
  name: string;
}

/** A kind of certificate the platform can issue for this person now. */
export interface CertificateOffer {
  kind: string;
  name: Text;
  /** One line that says what will be on it. */
  summary: Text;
  issuer: Text;
}

/** POST /api/certificates/offers {person} -> {offers}; an empty list when nothing is on record for this person. */
export interface OffersAnswer {
  offers: CertificateOffer[];
}

/**
 * POST /api/certificates {person, kind, requestId} -> IssuedCertificate. Repeating a requestId gives the same certificate
 * until it is printed or void (then 409 certificate-state-conflict). requestId: 8 to 64 of A-Z a-z 0-9 - _.
 * A certificate begins `prepared`: numbered, sealed and on record, but not in force; what is not released within a day is voided.
 */
export interface IssuedCertificate {
  /** Certificate number printed on the sheet, e.g. HY331003-2026-000042-7. */
  number: string;
  kind: string;
  name: Text;
  /** Sealed PDF (PAdES), base64. */
  pdfBase64: string;
  /** Lower-case hex sha256 of the PDF bytes. */
  sha256: string;
  pages: number;
}

/**
 * prepared -> released (in force: asked for before a byte goes to the printer) -> printed; prepared | released -> void.
 * POST /api/certificates/:number/release | /printed | /void {reason} -> {number, state}. Each is idempotent.
 * A number of another terminal answers 404 certificate-unknown. release and printed take the body {}.
 */
export type CertificateState = 'prepared' | 'released' | 'printed' | 'void';

export interface CertificateStateAnswer {
  number: string;
  state: CertificateState;
}

/**
 * GET /api/verification/:token -> CertificateFinding, without a token of a terminal: what whoever holds the paper may
 * learn. A certificate that was never released is unknown to a stranger.
 */
export type CertificateFinding =
  | { finding: 'unknown' }
  | {
      finding: 'valid' | 'void';
      number: string;
      name: Text;
      maskedName: string;
      maskedIdNumber: string;
      /** ISO 8601. */
      issuedAt: string;
    };

export type VoidReason = 'not-wanted' | 'print-failed' | 'print-uncertain' | 'seal-refused';

/**
 * POST /api/terminals/inventory TerminalInventory -> InventoryAnswer, with the terminal's token: after each change of
 * its content, before it takes a new version, and every ten minutes.
 */
export interface TerminalInventory {
  /** Content version shown, by role (targets, district, town-204). Empty: nothing installed yet. */
  roles: Record<string, number>;
  /** Digest of the generation shown, hex; null when there is none. */
  digest: string | null;
  /** Versions it took and went back from, or could not take: why is the name of a fault. */
  failed: { role: string; version: number; why: string }[];
  /** Name of the fault that content has now; null when all is well. */
  fault: string | null;
}

/** `hold`: versions that failed on too many terminals: not to be taken until a higher one comes. */
export interface InventoryAnswer {
  hold: { role: string; version: number }[];
}

/** GET /api/content/events, with the terminal's token: server-sent events named `content` without personal data; a hint that something was published. */

/** GET /api/fleet, with a maintainer's token -> FleetAnswer. */
export interface FleetAnswer {
  terminals: FleetTerminal[];
  /** By role and version that some terminal has: how many show it, how many failed, and whether it is on hold. */
  versions: { role: string; version: number; shown: number; failed: number; held: boolean }[];
}

export interface FleetTerminal {
  id: string;
  /** ISO 8601; null when it never reported. */
  seenAt: string | null;
  /** Null when it never reported. */
  inventory: TerminalInventory | null;
}

/**
 * POST /api/feedback FeedbackRequest -> {ok: true}, with the terminal's token: what a citizen said of a guide. Nothing
 * personal. Repeating an id gives the same row its newest word. 429 too-many-requests after many in an hour.
 */
export interface FeedbackRequest {
  /** 8 to 64 of A-Z a-z 0-9 - _. */
  id: string;
  matterId: string;
  /** As the citizen read it. */
  matterName: Text;
  /** The level whose guide it is: role of the content (targets, district, town-204). */
  owner: string;
  verdict: 'right' | 'wrong' | 'unclear';
  about: 'materials' | 'steps' | 'place' | 'fee' | 'other' | null;
  /** Generation that was read, hex. */
  contentDigest: string;
  /** ISO 8601. */
  givenAt: string;
}

/** GET /api/feedback?since=ISO, with a maintainer's token -> FeedbackAnswer; the newest first, at most 1000. */
export interface FeedbackAnswer {
  /** By matter: those that most find wrong, then unclear, first. */
  matters: MatterFeedback[];
  remarks: (FeedbackRequest & { terminalId: string })[];
}

export interface MatterFeedback {
  matterId: string;
  matterName: Text;
  owner: string;
  right: number;
  wrong: number;
  unclear: number;
  /** What was meant by those who said wrong or unclear. */
  about: Partial<Record<NonNullable<FeedbackRequest['about']>, number>>;
  /** ISO 8601. */
  newestAt: string;
}

/**
 * POST /api/calls CallRequest -> CallAnswer, with the terminal's token: somebody at the terminal asks for help. Nothing
 * personal. Repeating an id changes nothing. GET /api/calls/:id -> CallAnswer, asked every few seconds while it is open:
 * a call that nobody asks about for a minute ends by itself. POST /api/calls/:id/end {} -> CallAnswer.
 * Another terminal's call answers 404 call-unknown.
 */
export interface CallRequest {
  /** 8 to 64 of A-Z a-z 0-9 - _. */
  id: string;
  placeCode: string;
  /** Null when the terminal has no content yet. */
  placeName: Text | null;
  terminalNumber: number;
  /** Part of the screen the citizen was at. */
  area: 'home' | 'find' | 'guide' | 'certificates' | 'scan' | 'other';
  /** ISO 8601. */
  calledAt: string;
}

export interface CallAnswer {
  id: string;
  /** open: nobody has answered. answered: somebody comes. done: they have been there. ended: by the terminal, or by time. */
  state: 'open' | 'answered' | 'done' | 'ended';
  /** When it came in by the platform's clock, ISO 8601. */
  since: string;
  /** Who comes. */
  answeredBy: string | null;
  /** Somebody has the staff page of this place open. */
  watched: boolean;
}

/** GET /api/health -> HealthAnswer, without a token. */
export interface HealthAnswer {
  ok: true;
  version: string;
}

/** Every refusal, with HTTP 4xx or 5xx. */
export interface RefusalAnswer {
  code: string;
  name: string;
  message: string;
  remedy: string;
}
