import type { FaultName } from '../../content/common/faults.ts';
import type { DeviceName, Readiness } from '../api/types.ts';
import type { HealthStore } from './health-store.ts';
import { type FittedDevice, readinessOf } from './readiness.ts';
import type { ReportPrinting } from './report-printing.ts';
import { type DeviceStatuses, statusesOf, troubleOf } from './services.ts';

/** Watches over every device that this terminal is fitted with. */
export interface Health {
  statuses(): DeviceStatuses;
  readiness(): Readiness;
  /** @throws Refusal not-now while one is printed, the printer's fault when it cannot */
  printReport(): void;
  close(): Promise<void>;
}

export interface HealthParts {
  fitted: readonly FittedDevice[];
  store: HealthStore;
  printing: ReportPrinting;
  /** Everything of the readiness that is not about devices. */
  surroundings(): Omit<Readiness, 'at' | 'ready' | 'devices' | 'report'>;
  now(): Date;
  onChange(): void;
  onFault(device: DeviceName, fault: FaultName): void;
}

/** A device is given this long after the start to show itself: before that, `absent` only means not looked at yet. */
export const firstLookMs = 15_000;

export function createHealth(parts: HealthParts): Health {
  const { fitted, store, printing } = parts;
  /** What each device is known to suffer from. A status that changes while the fault stays is no new fault. */
  const known = new Map<DeviceName, FaultName | null>();

  function note({ name, device }: FittedDevice): void {
    const trouble = troubleOf(device.status);
    const before = known.get(name) ?? null;
    known.set(name, trouble);
    if (trouble === null || trouble === before) return;
    parts.onFault(name, trouble);
    store.remember(name, trouble, parts.now());
  }

  const stops = fitted.map(each =>
    each.device.onStatus(() => {
      note(each);
      parts.onChange();
    }),
  );
  // A device that is missing from the start changes nothing that its driver could tell of.
  const firstLook = setTimeout(() => fitted.forEach(note), firstLookMs);

  function readiness(): Readiness {
    const devices = fitted.map(each => readinessOf(each, store.lastFault(each.name)));
    const ready = devices.every(device => device.works);
    return { at: parts.now().toISOString(), ready, devices, report: printing.state, ...parts.surroundings() };
  }

  return {
    statuses: () => statusesOf(fitted),
    readiness,
    printReport: () => printing.print(readiness()),
    close: async () => {
      clearTimeout(firstLook);
      for (const stop of stops) stop();
      await printing.close();
    },
  };
}
