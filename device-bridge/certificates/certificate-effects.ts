import { randomUUID } from 'node:crypto';
import { sha256Hex } from '../../content/common/canonical-json.ts';
import { type FaultName, Refusal } from '../../content/common/faults.ts';
import { localDate } from '../../content/common/local-date.ts';
import type { IssuedCertificate, Person } from '../../platform/api/types.ts';
import type { CertificatePrinter } from '../devices/certificate-printer/types.ts';
import { cardFault } from '../devices/id-card-reader/card-validity.ts';
import type { IdCard, IdCardReader } from '../devices/id-card-reader/types.ts';
import type { Log } from '../log.ts';
import type { PlatformClient } from '../platform/client.ts';
import { Personal } from '../visit/personal.ts';
import type { CertificateEvent, PreparedDocument } from './certificate-flow.ts';
import { drawFirstPage } from './preview.ts';
import type { PrintLedger } from './print-ledger.ts';
import { checkSeal } from './seal-check.ts';
import { refusalName, type Settlement } from './settlement.ts';

/** Width of the sheet's picture: sharp on a 1080 px wide screen. */
const previewWidthPx = 900;

export interface CertificateParts {
  reader: IdCardReader;
  printer: CertificatePrinter;
  platform: PlatformClient;
  ledger: PrintLedger;
  settlement: Settlement;
  trustAnchorsPem: string[];
  log: Log;
  now: () => Date;
  /** A card was laid: somebody is there, though nobody touched the screen. */
  onCitizenSeen: () => void;
}

/** What a step does while the flow is in it. `signal` aborts when the step is left; from then on `emit` goes nowhere. */
export interface Doing {
  signal: AbortSignal;
  emit(event: CertificateEvent): void;
}

export async function awaitCard(parts: CertificateParts, { signal, emit }: Doing): Promise<void> {
  while (!signal.aborted) {
    const result = await parts.reader.readCard(signal);
    if (signal.aborted || result.outcome === 'cancelled') return;
    parts.onCitizenSeen();
    const refused = result.outcome === 'read' ? refusalOf(result.card, localDate(parts.now())) : result.fault;
    if (refused !== null) emit({ type: 'card-refused', fault: refused });
    else if (result.outcome === 'read') {
      const { name, idNumber } = result.card;
      emit({ type: 'card-read', person: new Personal({ name, idNumber }) });
    }
  }
}

export async function listOffers(parts: CertificateParts, doing: Doing, person: Personal<Person>): Promise<void> {
  try {
    doing.emit({ type: 'offers', offers: await parts.platform.offers(person.reveal(), doing.signal) });
  } catch (error) {
    doing.emit({ type: 'offers-refused', fault: refusalName(error) });
  }
}

export async function prepare(
  parts: CertificateParts,
  { signal, emit }: Doing,
  person: Personal<Person>,
  kind: string,
): Promise<void> {
  try {
    const issued = await parts.platform.issue(person.reveal(), kind, randomUUID(), signal);
    const document = await checkedDocument(parts, issued, kind);
    if (signal.aborted) parts.settlement.giveBack(issued.number, 'not-wanted');
    else emit({ type: 'prepared', document });
  } catch (error) {
    emit({ type: 'prepare-refused', fault: refusalName(error) });
  }
}

/** Nothing is shown or printed that the district did not seal exactly so. @throws Refusal; the number is given back */
async function checkedDocument(
  { trustAnchorsPem, now, ledger, settlement }: CertificateParts,
  issued: IssuedCertificate,
  kind: string,
): Promise<PreparedDocument> {
  const { number, name, pages } = issued;
  // A platform that was restored from an old copy may give a number that was printed before.
  if (ledger.has(number)) throw new Refusal('certificate-state-conflict', `${number} was printed here before`);
  const pdf = Buffer.from(issued.pdfBase64, 'base64');
  const seal = await checkSeal(pdf, trustAnchorsPem, now());
  const why = seal.ok ? recordProblem(issued, kind, pdf) : seal.why;
  if (why !== null) {
    settlement.giveBack(number, 'seal-refused');
    throw new Refusal('certificate-changed', `${number}: ${why}`);
  }
  const preview = await drawFirstPage(pdf, previewWidthPx).catch(error => {
    settlement.giveBack(number, 'not-wanted');
    throw error;
  });
  return { number, name, pages, pdf: new Personal(pdf), preview: new Personal(preview) };
}

function recordProblem(issued: IssuedCertificate, kind: string, pdf: Uint8Array): string | null {
  if (issued.kind !== kind) return 'another kind than was asked for';
  return sha256Hex(pdf) === issued.sha256 ? null : 'digest differs from the record';
}

export async function print(parts: CertificateParts, doing: Doing, document: PreparedDocument): Promise<void> {
  const { ledger, log, settlement } = parts;
  const { number } = document;
  ledger.intend(number);
  const event = await releaseAndPrint(parts, doing, document);
  const state = event.type === 'print-ended' ? event.outcome.outcome : 'failed';
  ledger.ended(number, state);
  log.info({ number, state }, 'print ended');
  doing.emit(event);
  await settlement.settle();
}

/** In force at the platform first, then on record as sent, and only then a byte to the printer. */
async function releaseAndPrint(
  { platform, printer, ledger, settlement }: CertificateParts,
  { signal, emit }: Doing,
  { number, name, pdf }: PreparedDocument,
): Promise<CertificateEvent & { type: 'print-ended' | 'release-refused' }> {
  // A sheet that may lie in the tray is voided before the next one gets into force.
  await settlement.settle();
  if (ledger.unsettled().some(print => print.state === 'uncertain'))
    return { type: 'release-refused', fault: 'platform-unreachable' };
  try {
    await platform.release(number);
  } catch (error) {
    return { type: 'release-refused', fault: refusalName(error) };
  }
  if (signal.aborted) return { type: 'release-refused', fault: 'visit-over' };
  ledger.sent(number);
  const job = { document: pdf.reveal(), documentName: `${name.zh} ${number}`, copies: 1 };
  const outcome = await printer.print(job, progress => emit({ type: 'progress', progress }), signal);
  return { type: 'print-ended', outcome };
}

/** Certificates are for citizens' cards; the other kinds are told where to go. */
function refusalOf(card: IdCard, today: string): FaultName | null {
  return cardFault(card, today) ?? (card.kind === 'citizen' ? null : 'card-kind-not-served');
}
