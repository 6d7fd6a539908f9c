import { parseCertificateNumber } from '../certificates/number.ts';
import { isVerificationToken, parseVerificationCode } from '../certificates/verification-secret.ts';
import type { CertificateRow, Database } from '../database/tables.ts';

/** What a stranger who holds the paper may learn. */
export type PublicCertificate = Pick<
  CertificateRow,
  'number' | 'kind' | 'state' | 'masked_name' | 'masked_id_number' | 'issued_at' | 'changed_at'
>;

const columns = ['number', 'kind', 'state', 'masked_name', 'masked_id_number', 'issued_at', 'changed_at'] as const;

export async function findByToken(database: Database, token: string): Promise<PublicCertificate | undefined> {
  if (!isVerificationToken(token)) return undefined;
  return database.selectFrom('certificates').select(columns).where('verification_token', '=', token).executeTakeFirst();
}

/** Both as typed. The code keeps anyone from walking through the numbers. */
export async function findByCode(database: Database, typed: { number: string; code: string }) {
  const [number, code] = [parseCertificateNumber(typed.number), parseVerificationCode(typed.code)];
  if (number === null || code === null) return undefined;
  return database
    .selectFrom('certificates')
    .select(columns)
    .where('number', '=', number)
    .where('verification_code', '=', code)
    .executeTakeFirst();
}
