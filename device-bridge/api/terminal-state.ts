import { type Fault, type FaultName, fault } from '../../content/common/faults.ts';
import { maskIdNumber, maskName } from '../../content/common/masking.ts';
import type { Person } from '../../platform/api/types.ts';
import type { CertificateFlow, PreparedDocument } from '../certificates/certificate-flow.ts';
import type { CodeDesk } from '../codes/code-desk.ts';
import type { Devices } from '../open-devices/open-devices.ts';
import type { Personal } from '../visit/personal.ts';
import { toWallClock } from '../visit/steady-clock.ts';
import type { Visit } from '../visit/visit.ts';
import type { CertificatesView, DevicesView, DocumentView, HolderView, VisitView, Worded } from './types.ts';

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

/** The way a citizen's things look from outside the bridge: masked, and with a fault's words in place of its name. */
export function visitView(visit: Visit, flow: CertificateFlow, scanned: CodeDesk['scanned']): VisitView {
  if (visit.phase === 'idle') return visit;
  const present = { id: visit.id, certificates: certificatesView(visit.id, flow), scanned };
  if (visit.phase === 'present') return { phase: 'present', ...present };
  return { phase: 'warning', endsAt: toWallClock(visit.endsAt), ...present };
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
