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

export function createHealth(parts: HealthParts): Health {
  const { fitted, store, printing } = parts;

  const stops = fitted.map(({ name, device }) =>
    device.onStatus(status => {
      const trouble = troubleOf(status);
      // A state that changes while the fault stays is no new fault.
      if (trouble !== null && trouble !== store.lastFault(name)?.fault) parts.onFault(name, trouble);
      if (trouble !== null) store.remember(name, trouble, parts.now());
      parts.onChange();
    }),
  );

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
      for (const stop of stops) stop();
      await printing.close();
    },
  };
}
