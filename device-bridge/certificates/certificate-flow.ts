import type { FaultName } from '../../content/common/faults.ts';
import type { CertificateOffer, Person } from '../../platform/api/types.ts';
import type { PrintOutcome, PrintProgress } from '../devices/certificate-printer/types.ts';
import type { Personal } from '../visit/personal.ts';

/** A certificate that was issued, sealed, checked and drawn, and waits for the citizen's word. */
export interface PreparedDocument {
  number: string;
  name: CertificateOffer['name'];
  pages: number;
  pdf: Personal<Uint8Array>;
  /** First page as PNG. */
  preview: Personal<Uint8Array>;
}

/** The way of one citizen through the certificates, as data. */
export type CertificateFlow =
  | { step: 'idle' }
  | { step: 'awaiting-card'; wanted: string | null; problem: FaultName | null }
  | { step: 'listing'; person: Personal<Person>; wanted: string | null }
  | { step: 'choosing'; person: Personal<Person>; offers: CertificateOffer[]; problem: FaultName | null }
  | { step: 'preparing'; person: Personal<Person>; offers: CertificateOffer[]; kind: string }
  | {
      step: 'preview';
      person: Personal<Person>;
      offers: CertificateOffer[];
      document: PreparedDocument;
      problem: FaultName | null;
    }
  | {
      step: 'printing';
      person: Personal<Person>;
      offers: CertificateOffer[];
      document: PreparedDocument;
      progress: PrintProgress;
    }
  | { step: 'printed'; document: PreparedDocument }
  | { step: 'failed'; fault: FaultName };

export type CertificateEvent =
  | { type: 'start'; wanted: string | null }
  | { type: 'card-read'; person: Personal<Person> }
  | { type: 'card-refused'; fault: FaultName }
  | { type: 'offers'; offers: CertificateOffer[] }
  | { type: 'offers-refused'; fault: FaultName }
  | { type: 'choose'; kind: string }
  | { type: 'prepared'; document: PreparedDocument }
  | { type: 'prepare-refused'; fault: FaultName }
  | { type: 'back' }
  | { type: 'print' }
  | { type: 'release-refused'; fault: FaultName }
  | { type: 'progress'; progress: PrintProgress }
  | { type: 'print-ended'; outcome: PrintOutcome }
  | { type: 'stop' };

/** An event that does not fit the step leaves the very same object, so that a command can be told apart as refused. */
export function nextFlow(flow: CertificateFlow, event: CertificateEvent): CertificateFlow {
  // Paper that moves cannot be called back; a sheet the printer only waits with can.
  if (event.type === 'stop') return flow.step === 'idle' || isMovingPaper(flow) ? flow : { step: 'idle' };
  switch (flow.step) {
    case 'idle':
    case 'printed':
    case 'failed':
      return event.type === 'start' ? { step: 'awaiting-card', wanted: event.wanted, problem: null } : flow;
    case 'awaiting-card':
      if (event.type === 'card-read') return { step: 'listing', person: event.person, wanted: flow.wanted };
      if (event.type === 'card-refused') return { ...flow, problem: event.fault };
      return flow;
    case 'listing':
      if (event.type === 'offers') return afterOffers(flow, event.offers);
      if (event.type === 'offers-refused') return { step: 'failed', fault: event.fault };
      return flow;
    case 'choosing':
      return event.type === 'choose' ? afterChoice(flow, event.kind) : flow;
    case 'preparing': {
      const { person, offers } = flow;
      if (event.type === 'prepared')
        return { step: 'preview', person, offers, document: event.document, problem: null };
      if (event.type === 'prepare-refused') return { step: 'choosing', person, offers, problem: event.fault };
      return flow;
    }
    case 'preview': {
      const { person, offers, document } = flow;
      if (event.type === 'back') return { step: 'choosing', person, offers, problem: null };
      if (event.type === 'print') return { step: 'printing', person, offers, document, progress: { stage: 'sending' } };
      return flow;
    }
    case 'printing':
      return whilePrinting(flow, event);
  }
}

function afterOffers(flow: CertificateFlow & { step: 'listing' }, offers: CertificateOffer[]): CertificateFlow {
  if (offers.length === 0) return { step: 'failed', fault: 'no-certificates' };
  const { person, wanted } = flow;
  if (wanted === null) return { step: 'choosing', person, offers, problem: null };
  if (offers.some(offer => offer.kind === wanted)) return { step: 'preparing', person, offers, kind: wanted };
  return { step: 'choosing', person, offers, problem: 'certificate-not-offered' };
}

function afterChoice(flow: CertificateFlow & { step: 'choosing' }, kind: string): CertificateFlow {
  const { person, offers } = flow;
  return offers.some(offer => offer.kind === kind) ? { step: 'preparing', person, offers, kind } : flow;
}

function whilePrinting(flow: CertificateFlow & { step: 'printing' }, event: CertificateEvent): CertificateFlow {
  if (event.type === 'progress') return { ...flow, progress: event.progress };
  if (event.type === 'release-refused') {
    const { person, offers } = flow;
    return { step: 'choosing', person, offers, problem: event.fault };
  }
  if (event.type !== 'print-ended') return flow;
  const { outcome } = event;
  // A sheet that did not come out was voided, so its number is not offered again: the citizen may choose anew.
  if (outcome.outcome === 'printed') return { step: 'printed', document: flow.document };
  return { step: 'choosing', person: flow.person, offers: flow.offers, problem: outcome.fault };
}

/** The terminal works and the citizen waits, so that silence is not absence. A printer that waits for paper is not work. */
export function isWorking(flow: CertificateFlow): boolean {
  return flow.step === 'listing' || flow.step === 'preparing' || isMovingPaper(flow);
}

/** Nothing of anybody is on the screen of the certificates. */
export function isIdle(flow: CertificateFlow): boolean {
  return flow.step === 'idle';
}

export function isMovingPaper(flow: CertificateFlow): boolean {
  return flow.step === 'printing' && flow.progress.stage !== 'held';
}
