import { visitFaults } from '../../../content/common/faults/visit.ts';
import type { Fault } from '../../../content/common/faults.ts';
import type { Visit } from '../../../content/common/visit/visit.ts';
import type { DevicesView, ServicesView, TerminalState, VisitView } from '../../../device-bridge/api/types.ts';

const { code, citizen, remedy } = visitFaults['bridge-unreachable'];
export const bridgeGone: Fault = { name: 'bridge-unreachable', code, citizen, remedy };

const absent = { state: 'absent', fault: bridgeGone } as const;
const unavailable = { available: false, fault: bridgeGone } as const;

/**
 * The terminal as it can still be used without its bridge: guides, search and QR codes go on, whatever needs a device
 * says why it does not. `wallClock` turns the steady clock's milliseconds into those since 1970.
 */
export function withoutBridge(
  last: TerminalState,
  visit: Visit,
  wallClock: (steadyMs: number) => number,
): TerminalState {
  return {
    ...last,
    devices: devicesGone(last.devices),
    services: servicesGone(last.services),
    visit: visitAlone(visit, wallClock),
  };
}

function devicesGone(devices: DevicesView): DevicesView {
  return {
    idCardReader: absent,
    certificatePrinter: absent,
    socialSecurityCard: devices.socialSecurityCard && absent,
    codeReader: devices.codeReader && absent,
    receiptPrinter: devices.receiptPrinter && absent,
    scanner: devices.scanner && absent,
  };
}

function servicesGone({ receipts, scanning, codes }: ServicesView): ServicesView {
  return {
    certificates: unavailable,
    receipts: receipts && unavailable,
    scanning: scanning && unavailable,
    codes: codes && unavailable,
  };
}

/** Nothing of a citizen's card or papers: those are the bridge's. What was read or typed is in the kiosk's session. */
function visitAlone(visit: Visit, wallClock: (steadyMs: number) => number): VisitView {
  if (visit.phase === 'idle') return { phase: 'idle', farewell: null };
  const present: Extract<VisitView, { phase: 'present' }> = {
    phase: 'present',
    id: visit.id,
    certificates: { step: 'idle' },
    scanned: null,
    guidePrint: { step: 'idle' },
    feedbackGiven: [],
    helpCall: { state: 'none' },
  };
  return visit.phase === 'present' ? present : { ...present, phase: 'warning', endsAt: wallClock(visit.endsAt) };
}
