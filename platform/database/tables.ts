import type { Generated, Insertable, Kysely, Selectable } from 'kysely';
import type { CertificateState, VoidReason } from '../api/types.ts';

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

export interface Tables {
  certificates: CertificateTable;
  certificate_sequences: CertificateSequenceTable;
  events: EventTable;
  terminal_inventories: TerminalInventoryTable;
}

export type Database = Kysely<Tables>;
export type CertificateRow = Selectable<CertificateTable>;
export type NewCertificateRow = Insertable<CertificateTable>;
