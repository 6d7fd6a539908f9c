import { type FaultName, fault, staffWords } from '../../content/common/faults.ts';
import type { DeviceName, DeviceReadiness } from '../api/types.ts';
import type { Device, DeviceIdentity } from '../devices/device.ts';
import type { RememberedFault } from './health-store.ts';
import { type DeviceStatus, troubleOf } from './services.ts';

/** A device that this terminal is fitted with. */
export interface FittedDevice {
  name: DeviceName;
  /** Where it is connected: a port, an address, a SANE name. */
  address: string;
  device: Device<DeviceStatus>;
}

/** One device as a technician needs it. */
export function readinessOf({ name, address, device }: FittedDevice, last: RememberedFault | null): DeviceReadiness {
  const { status, identity } = device;
  const trouble = troubleOf(status);
  return {
    device: name,
    address,
    found: identity !== null || status.state !== 'absent',
    works: trouble === null,
    state: status.state,
    identity,
    selfTest: selfTestOf(trouble, identity),
    fault: trouble === null ? null : fault(trouble),
    lastFault: last === null ? null : { fault: fault(last.fault), at: last.at },
    remedy: trouble === null ? null : staffWords(trouble),
    details: detailsOf(status),
  };
}

/** A device that tells nothing of itself has not been tested, however well its line is. */
function selfTestOf(trouble: FaultName | null, identity: DeviceIdentity | null): DeviceReadiness['selfTest'] {
  if (trouble !== null) return failsItself.has(trouble) ? 'failed' : 'unknown';
  return Object.values(identity ?? {}).some(word => word !== null) ? 'passed' : 'unknown';
}

/** Faults by which a device says of itself that it is broken; with any other it may be well and only out of reach. */
const failsItself: ReadonlySet<FaultName> = new Set<FaultName>([
  'reader-self-test-failed',
  'reader-not-authorised',
  'printer-stopped',
  'receipt-printer-failed',
  'receipt-printer-cutter',
]);

/** What else the status says: sheets, toner, paper that runs low. */
function detailsOf(status: DeviceStatus): Record<string, string | number> {
  const details: Record<string, string | number> = {};
  for (const [key, value] of Object.entries<unknown>(status)) {
    if (key === 'state' || key === 'fault') continue;
    if (typeof value === 'string' || typeof value === 'number') details[key] = value;
    else if (typeof value === 'boolean') details[key] = value ? 'yes' : 'no';
    else if (Array.isArray(value) && value.length > 0) details[key] = value.join(', ');
  }
  return details;
}
