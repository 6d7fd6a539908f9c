import { type FaultName, fault } from '../../content/common/faults.ts';
import type { DeviceName, ServicesView, ServiceView } from '../api/types.ts';

type ServiceName = keyof ServicesView;

/** Which service needs which device, the most telling first: the first that is missing is the reason that is said. */
const serviceNeeds: Record<ServiceName, { devices: readonly DeviceName[]; platform: boolean }> = {
  certificates: { devices: ['idCardReader', 'certificatePrinter'], platform: true },
  receipts: { devices: ['receiptPrinter'], platform: false },
  scanning: { devices: ['scanner'], platform: false },
  codes: { devices: ['codeReader'], platform: false },
};

/** The statuses of the devices; null: not fitted. */
export type DeviceStatuses = Record<DeviceName, DeviceStatus | null>;
export type DeviceStatus = { state: string } | { state: string; fault: FaultName };

/** By name, with null for what this terminal is not fitted with. */
export function statusesOf(fitted: readonly { name: DeviceName; device: { status: DeviceStatus } }[]): DeviceStatuses {
  const statusOf = (name: DeviceName) => fitted.find(each => each.name === name)?.device.status ?? null;
  return {
    idCardReader: statusOf('idCardReader'),
    certificatePrinter: statusOf('certificatePrinter'),
    socialSecurityCard: statusOf('socialSecurityCard'),
    codeReader: statusOf('codeReader'),
    receiptPrinter: statusOf('receiptPrinter'),
    scanner: statusOf('scanner'),
  };
}

/** What keeps a device from working, or null. A card that cannot be read is the card's trouble, not the reader's. */
export function troubleOf(status: DeviceStatus): FaultName | null {
  return 'fault' in status && status.state !== 'unreadable' ? status.fault : null;
}

/** What works now. Pure. */
export function servicesNow(devices: DeviceStatuses, platformReachable: boolean): ServicesView {
  const viewOf = (service: ServiceName): ServiceView | null => {
    const { devices: needed, platform } = serviceNeeds[service];
    for (const name of needed) {
      const status = devices[name];
      if (status === null) return null;
      const trouble = troubleOf(status);
      if (trouble !== null) return { available: false, fault: fault(trouble) };
    }
    if (platform && !platformReachable) return { available: false, fault: fault('platform-unreachable') };
    return { available: true };
  };
  const certificates = viewOf('certificates');
  if (certificates === null) throw new Error('every terminal has a card reader and a printer');
  return { certificates, receipts: viewOf('receipts'), scanning: viewOf('scanning'), codes: viewOf('codes') };
}
