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
