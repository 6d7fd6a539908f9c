import { randomUUID } from 'node:crypto';
import { type FaultName, Refusal } from '../../content/model/faults.ts';
import { localDate } from '../../content/model/local-date.ts';
import { sha256Hex } from '../../content/model/signed-manifest.ts';
import type { IssuedCertificate, Person } from '../../platform/api/types.ts';
import type { CertificatePrinter } from '../devices/certificate-printer/types.ts';
import { cardFault } from '../devices/id-card-reader/card-validity.ts';
import type { IdCard, IdCardReader } from '../devices/id-card-reader/types.ts';
import type { Log } from '../log.ts';
import type { PlatformClient } from '../platform/client.ts';
import { Personal } from '../visit/personal.ts';
import { type CertificateEvent, type CertificateFlow, nextFlow, type PreparedDocument } from './certificate-flow.ts';
import { drawFirstPage } from './preview.ts';
import type { PrintLedger } from './print-ledger.ts';
import { checkSeal } from './seal-check.ts';
import { refusalName, type Settlement } from './settlement.ts';

/** Width of the sheet's picture: sharp on a 1080 px wide screen. */
const previewWidthPx = 900;

export interface CertificateService {
  readonly flow: CertificateFlow;
  onChange(listener: () => void): () => void;
  /** @throws Refusal not-now when the event does not fit the step */
  command(event: CertificateEvent & { type: 'start' | 'choose' | 'back' | 'print' | 'stop' }): void;
  /** First page, as PNG, of the certificate that is on the screen now; null for any other. */
  preview(number: string): Uint8Array | null;
  /** The visit is over: everything personal is dropped, what is under way is called off. */
  wipe(): void;
  /** Wipes, and waits for what is under way to end. */
  close(): Promise<void>;
}

export interface CertificateServiceParts {
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

/** Runs the certificate flow: each step that is entered starts its one effect, whose end is the next event. */
export function createCertificateService(parts: CertificateServiceParts): CertificateService {
  const { reader, printer, platform, ledger, settlement, log } = parts;
  const listeners = new Set<() => void>();
  let flow: CertificateFlow = { step: 'idle' };
  /** Aborted whenever the step is left, so that an effect that was overtaken cannot speak into a later visit. */
  let leaveStep = new AbortController();
  const running = new Set<Promise<void>>();

  function dispatch(event: CertificateEvent): void {
    const before = flow;
    flow = nextFlow(before, event);
    if (flow === before) return;
    if (flow.step !== before.step) enterStep(before);
    for (const listener of listeners) listener();
  }

  function enterStep(before: CertificateFlow): void {
    leaveStep.abort();
    leaveStep = new AbortController();
    const { signal } = leaveStep;
    if (before.step === 'preview' && flow.step !== 'printing')
      settlement.giveBack(before.document.number, 'not-wanted');
    switch (flow.step) {
      case 'awaiting-card':
        run(signal, awaitCard);
        break;
      case 'listing':
        run(signal, listOffers, flow.person);
        break;
      case 'preparing':
        run(signal, prepare, flow.person, flow.kind);
        break;
      case 'printing':
        run(signal, print, flow.document);
    }
  }

  /** An effect never rejects for what the world does. A defect ends the process, which is restarted. */
  function run<A extends unknown[]>(
    signal: AbortSignal,
    effect: (signal: AbortSignal, ...args: A) => Promise<void>,
    ...args: A
  ): void {
    const ended = effect(signal, ...args).finally(() => running.delete(ended));
    running.add(ended);
  }

  async function awaitCard(signal: AbortSignal): Promise<void> {
    while (!signal.aborted) {
      const result = await reader.readCard(signal);
      if (signal.aborted || result.outcome === 'cancelled') return;
      parts.onCitizenSeen();
      if (result.outcome === 'unreadable') {
        dispatch({ type: 'card-refused', fault: result.fault });
        continue;
      }
      const refused = refusalOf(result.card, localDate(parts.now()));
      if (refused === null) {
        const { name, idNumber } = result.card;
        dispatch({ type: 'card-read', person: new Personal({ name, idNumber }) });
        return;
      }
      dispatch({ type: 'card-refused', fault: refused });
    }
  }

  async function listOffers(signal: AbortSignal, person: Personal<Person>): Promise<void> {
    try {
      const offers = await platform.offers(person.reveal(), signal);
      if (!signal.aborted) dispatch({ type: 'offers', offers });
    } catch (error) {
      const name = refusalName(error);
      if (!signal.aborted) dispatch({ type: 'offers-refused', fault: name });
    }
  }

  async function prepare(signal: AbortSignal, person: Personal<Person>, kind: string): Promise<void> {
    try {
      const issued = await platform.issue(person.reveal(), kind, randomUUID(), signal);
      const document = await checked(issued, kind);
      if (signal.aborted) settlement.giveBack(issued.number, 'not-wanted');
      else dispatch({ type: 'prepared', document });
    } catch (error) {
      const name = refusalName(error);
      if (!signal.aborted) dispatch({ type: 'prepare-refused', fault: name });
    }
  }

  /** Nothing is shown or printed that the district did not seal exactly so. */
  async function checked(issued: IssuedCertificate, kind: string): Promise<PreparedDocument> {
    const pdf = Buffer.from(issued.pdfBase64, 'base64');
    const seal = await checkSeal(pdf, parts.trustAnchorsPem, parts.now());
    const why = seal.ok ? recordProblem(issued, kind, pdf) : seal.why;
    if (why !== null) {
      settlement.giveBack(issued.number, 'seal-refused');
      throw new Refusal('certificate-changed', `${issued.number}: ${why}`);
    }
    const preview = await drawFirstPage(pdf, previewWidthPx).catch(error => {
      settlement.giveBack(issued.number, 'not-wanted');
      throw error;
    });
    return {
      number: issued.number,
      name: issued.name,
      pages: issued.pages,
      pdf: new Personal(pdf),
      preview: new Personal(preview),
    };
  }

  async function print(signal: AbortSignal, document: PreparedDocument): Promise<void> {
    const { number } = document;
    ledger.intend(number);
    const event = await releaseAndPrint(signal, document);
    const state = event.type === 'print-ended' ? event.outcome.outcome : 'failed';
    ledger.ended(number, state);
    log.info({ number, state }, 'print ended');
    if (!signal.aborted) dispatch(event);
    await settlement.settle();
  }

  /** In force at the platform first, then on record as sent, and only then a byte to the printer. */
  async function releaseAndPrint(
    signal: AbortSignal,
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
    const outcome = await printer.print(
      job,
      progress => {
        if (!signal.aborted) dispatch({ type: 'progress', progress });
      },
      signal,
    );
    return { type: 'print-ended', outcome };
  }

  const service: CertificateService = {
    get flow() {
      return flow;
    },
    onChange: listener => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    command: event => {
      const before = flow;
      dispatch(event);
      if (flow === before && !(event.type === 'stop' && flow.step === 'idle'))
        throw new Refusal('not-now', `${event.type} at ${before.step}`);
    },
    preview: number => ('document' in flow && flow.document.number === number ? flow.document.preview.reveal() : null),
    wipe: () => {
      const before = flow;
      flow = { step: 'idle' };
      if (before.step === 'idle') return;
      enterStep(before);
      for (const listener of listeners) listener();
    },
    close: async () => {
      service.wipe();
      await Promise.all(running);
    },
  };
  return service;
}

function recordProblem(issued: IssuedCertificate, kind: string, pdf: Uint8Array): string | null {
  if (issued.kind !== kind) return 'another kind than was asked for';
  return sha256Hex(pdf) === issued.sha256 ? null : 'digest differs from the record';
}

/** Certificates are for citizens' cards; the other kinds are told where to go. */
function refusalOf(card: IdCard, today: string): FaultName | null {
  return cardFault(card, today) ?? (card.kind === 'citizen' ? null : 'card-kind-not-served');
}
