import { createHash, createHmac } from 'node:crypto';
import { Refusal } from '../../content/common/faults.ts';
import { localDate } from '../../content/common/local-date.ts';
import { maskIdNumber, maskName } from '../../content/common/masking.ts';
import { qrSvg } from '../../content/common/qr-svg.ts';
import type { Text } from '../../content/common/text.ts';
import type { CertificateOffer, IssuedCertificate, Person } from '../api/types.ts';
import type { CertificateRow } from '../database/tables.ts';
import type { Authority } from './authority.ts';
import { chineseDate, englishDate } from './dates.ts';
import { bodyOf, kinds } from './kinds.ts';
import type { CertificateRecord, RecordSource } from './records.ts';
import { type Draft, findByRequest, keepSealed, type Register, reserve } from './register.ts';
import { sealPdf } from './seal.ts';
import type { Sheet } from './sheet.ts';
import { isOver } from './states.ts';
import type { Typesetter } from './typeset.ts';
import { newVerificationCode, newVerificationToken } from './verification-secret.ts';

export interface Issuing extends Register {
  records: RecordSource;
  authority: Authority;
  typesetter: Typesetter;
  issuer: Text;
  /** Without a slash at the end. */
  publicUrl: string;
  /** Secret for person_hash: without it the hashes of 18-digit numbers could be tried out. */
  personKey: Uint8Array;
  now: () => Date;
}

export interface IssueRequest {
  terminalId: string;
  requestId: string;
  person: Person;
  kind: string;
}

export async function offersFor(issuing: Issuing, person: Person): Promise<CertificateOffer[]> {
  const records = await issuing.records.recordsOf(person);
  return records.map(({ kind }) => {
    const { name, summary } = kinds[kind];
    return { kind, name, summary, issuer: issuing.issuer };
  });
}

/**
 * Reserve, typeset and seal, keep: after a crash between any two of these the same request goes on where it stopped,
 * under the same number. Throws Refusal certificate-not-offered, bad-request (the requestId served for something else)
 * or certificate-state-conflict (it was printed or voided since; its file is gone).
 */
export async function issueCertificate(issuing: Issuing, request: IssueRequest): Promise<IssuedCertificate> {
  const record = await recordFor(issuing, request);
  const { database } = issuing;
  const row =
    (await findByRequest(database, request.terminalId, request.requestId)) ??
    (await reserve(database, draftOf(issuing, request, record)));
  if (row.kind !== request.kind || row.person_hash !== personHash(issuing, request.person)) {
    throw new Refusal('bad-request', 'requestId was used for another certificate');
  }
  return issuedFrom(issuing, row.sha256 === null ? await seal(issuing, request.person, record, row) : row);
}

async function recordFor(issuing: Issuing, { person, kind }: IssueRequest): Promise<CertificateRecord> {
  const records = await issuing.records.recordsOf(person);
  const record = records.find(each => each.kind === kind);
  if (!record) throw new Refusal('certificate-not-offered');
  return record;
}

function draftOf(issuing: Issuing, request: IssueRequest, { kind }: CertificateRecord): Draft {
  return {
    kind,
    terminal_id: request.terminalId,
    request_id: request.requestId,
    person_hash: personHash(issuing, request.person),
    masked_name: maskName(request.person.name),
    masked_id_number: maskIdNumber(request.person.idNumber),
    verification_token: newVerificationToken(),
    verification_code: newVerificationCode(),
    issued_at: issuing.now(),
  };
}

async function seal(issuing: Issuing, person: Person, record: CertificateRecord, row: CertificateRow) {
  const { pdf, pages } = issuing.typesetter.typeset(sheetOf(issuing, person, record, row));
  const sealed = await sealPdf(pdf, issuing.authority, issuing.now());
  const sha256 = createHash('sha256').update(sealed).digest('hex');
  return keepSealed(issuing, row.number, { pdf: sealed, sha256, pages });
}

function sheetOf(issuing: Issuing, person: Person, record: CertificateRecord, row: CertificateRow): Sheet {
  const address = `${issuing.publicUrl}/v/${row.verification_token}`;
  return {
    title: kinds[record.kind].name,
    number: row.number,
    holder: person,
    ...bodyOf(record),
    purpose: { zh: '供本人办理各类事务时使用。', en: 'For use by the holder in any matter.' },
    issuer: issuing.issuer,
    issuedOn: { zh: chineseDate(localDate(row.issued_at)), en: englishDate(row.issued_at) },
    verification: { address, page: `${issuing.publicUrl}/v`, code: row.verification_code, qrSvg: qrSvg(address) },
  };
}

async function issuedFrom({ sealedFiles }: Register, row: CertificateRow): Promise<IssuedCertificate> {
  const { number, kind, state, sha256, pages } = row;
  const kept = isOver(state) ? null : await sealedFiles.read(number);
  if (kept === null || sha256 === null || pages === null) {
    throw new Refusal('certificate-state-conflict', `it is ${state}, its file is gone`);
  }
  const { name } = Object.entries(kinds).find(([id]) => id === kind)?.[1] ?? { name: { zh: kind } };
  return { number, kind, name, pdfBase64: Buffer.from(kept).toString('base64'), sha256, pages };
}

function personHash({ personKey }: Issuing, { idNumber, name }: Person): string {
  return createHmac('sha256', personKey).update(`${idNumber}\n${name}`).digest('hex');
}
