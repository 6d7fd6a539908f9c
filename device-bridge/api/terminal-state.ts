import { type Fault, type FaultName, fault } from '../../content/common/faults.ts';
import { maskIdNumber, maskName } from '../../content/common/masking.ts';
import type { Visit } from '../../content/common/visit/visit.ts';
import type { Person } from '../../platform/api/types.ts';
import type { CertificateFlow, PreparedDocument } from '../certificates/certificate-flow.ts';
import type { CodeDesk } from '../codes/code-desk.ts';
import type { GuidePrintFlow } from '../guide-print/guide-print-flow.ts';
import type { HelpFlow } from '../help/help-flow.ts';
import type { Devices } from '../open-devices/open-devices.ts';
import type { Personal } from '../visit/personal.ts';
import { toWallClock } from '../visit/steady-clock.ts';
import type {
  CertificatesView,
  DevicesView,
  DocumentView,
  FarewellView,
  GuidePrintView,
  HelpCallView,
  HolderView,
  VisitView,
  Worded,
} from './types.ts';

export function devicesView(devices: Devices): DevicesView {
  const { socialSecurityCard, codeReader, receiptPrinter, scanner } = devices;
  return {
    idCardReader: worded(devices.idCardReader.status),
    certificatePrinter: worded(devices.certificatePrinter.status),
    socialSecurityCard: socialSecurityCard && worded(socialSecurityCard.status),
    codeReader: codeReader && worded(codeReader.status),
    receiptPrinter: receiptPrinter && worded(receiptPrinter.status),
    scanner: scanner && worded(scanner.status),
  };
}

/** What a visit holds, from the parts that keep it. */
export interface VisitHoldings {
  certificates: CertificateFlow;
  scanned: CodeDesk['scanned'];
  guidePrint: GuidePrintFlow;
  feedbackGiven: readonly string[];
  help: HelpFlow;
  farewell: FarewellView | null;
}

/** The way a citizen's things look from outside the bridge: masked, and with a fault's words in place of its name. */
export function visitView(visit: Visit, holdings: VisitHoldings): VisitView {
  if (visit.phase === 'idle') return { phase: 'idle', farewell: holdings.farewell };
  const present = {
    id: visit.id,
    certificates: certificatesView(visit.id, holdings.certificates),
    scanned: holdings.scanned,
    guidePrint: guidePrintView(holdings.guidePrint),
    feedbackGiven: [...holdings.feedbackGiven],
    helpCall: helpCallView(holdings.help),
  };
  if (visit.phase === 'present') return { phase: 'present', ...present };
  return { phase: 'warning', endsAt: toWallClock(visit.endsAt), ...present };
}

function guidePrintView({ step }: GuidePrintFlow): GuidePrintView {
  if (step.step === 'printing') return { ...step, held: step.held === null ? null : fault(step.held) };
  return step.step === 'failed' ? { ...step, fault: fault(step.fault) } : step;
}

function helpCallView(flow: HelpFlow): HelpCallView {
  switch (flow.state) {
    case 'waiting':
      return { state: 'waiting', since: flow.since, staff: flow.staff };
    case 'answered':
      return { state: 'answered', by: flow.by };
    case 'failed':
      return { state: 'failed', fault: fault(flow.fault) };
    default:
      return { state: flow.state };
  }
}

function certificatesView(visitId: string, flow: CertificateFlow): CertificatesView {
  const problemOf = (name: FaultName | null): Fault | null => (name === null ? null : fault(name));
  switch (flow.step) {
    case 'idle':
      return { step: 'idle' };
    case 'awaiting-card':
      return { step: 'awaiting-card', problem: problemOf(flow.problem) };
    case 'listing':
      return { step: 'listing', holder: holderView(flow.person) };
    case 'choosing':
      return {
        step: 'choosing',
        holder: holderView(flow.person),
        offers: flow.offers,
        problem: problemOf(flow.problem),
      };
    case 'preparing':
      return { step: 'preparing', holder: holderView(flow.person), kind: flow.kind };
    case 'preview':
      return {
        step: 'preview',
        holder: holderView(flow.person),
        document: documentView(visitId, flow.document),
        problem: problemOf(flow.problem),
      };
    case 'printing':
      return {
        step: 'printing',
        holder: holderView(flow.person),
        document: documentView(visitId, flow.document),
        progress: worded(flow.progress),
      };
    case 'printed':
      return { step: 'printed', document: documentView(visitId, flow.document) };
    case 'failed':
      return { step: 'failed', fault: fault(flow.fault) };
  }
}

function holderView(person: Personal<Person>): HolderView {
  const { name, idNumber } = person.reveal();
  return { maskedName: maskName(name), maskedIdNumber: maskIdNumber(idNumber) };
}

function documentView(visitId: string, document: PreparedDocument): DocumentView {
  const { number, name, pages } = document;
  return { number, name, pages, previewPath: `/api/visit/${visitId}/preview/${encodeURIComponent(number)}.png` };
}

type Named = { fault: FaultName };

/** Replaces a fault's name by the fault with its words. */
function worded<T extends object>(status: T): Worded<T> {
  return ('fault' in status ? { ...status, fault: fault((status as unknown as Named).fault) } : status) as Worded<T>;
}
