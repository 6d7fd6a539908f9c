import type { Generated, Insertable, Kysely, Selectable } from 'kysely';
import type { CallAnswer, CallRequest, CertificateState, FeedbackRequest, VoidReason } from '../api/types.ts';

/** Columns are described in migrations/0001-certificates.ts. */
export interface CertificateTable {
  number: string;
  kind: string;
  terminal_id: string;
  request_id: string;
  person_hash: string;
  masked_name: string;
  masked_id_number: string;
  state: CertificateState;
  void_reason: VoidReason | null;
  verification_token: string;
  verification_code: string;
  issued_at: Date;
  changed_at: Date;
  sha256: string | null;
  pages: number | null;
}

interface CertificateSequenceTable {
  year: number;
  last: number;
}

interface EventTable {
  id: Generated<number>;
  at: Date;
  certificate_number: string;
  terminal_id: string;
  type: CertificateState;
  detail: string | null;
}

interface TerminalInventoryTable {
  terminal_id: string;
  seen_at: Date;
  /** JSON of TerminalInventory. */
  inventory: string;
}

interface FeedbackTable {
  terminal_id: string;
  id: string;
  matter_id: string;
  /** JSON of Text. */
  matter_name: string;
  owner: string;
  verdict: FeedbackRequest['verdict'];
  about: FeedbackRequest['about'];
  content_digest: string;
  given_at: Date;
  received_at: Date;
}

/** Columns are described in migrations/0003-citizens-voice.ts. */
interface CallTable {
  id: string;
  terminal_id: string;
  place_code: string;
  place_name: string | null;
  terminal_number: number;
  area: CallRequest['area'];
  state: CallAnswer['state'];
  answered_by: string | null;
  opened_at: Date;
  changed_at: Date;
  asked_at: Date;
}

export interface Tables {
  feedback: FeedbackTable;
  calls: CallTable;
  certificates: CertificateTable;
  certificate_sequences: CertificateSequenceTable;
  events: EventTable;
  terminal_inventories: TerminalInventoryTable;
}

export type Database = Kysely<Tables>;
export type CertificateRow = Selectable<CertificateTable>;
export type FeedbackRow = Selectable<FeedbackTable>;
export type CallRow = Selectable<CallTable>;
export type NewCertificateRow = Insertable<CertificateTable>;
