import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import type { Readiness } from '../api/types.ts';
import type { BridgeConfig } from '../config.ts';
import { openDevices } from '../open-devices/open-devices.ts';
import { createPlatformClient } from '../platform/client.ts';
import { healthFile, recallFaults } from './health-store.ts';
import { type FittedDevice, readinessOf } from './readiness.ts';
import { servicesNow, statusesOf, troubleOf } from './services.ts';

const delays = {
  /** Longest wait for a device to show that it works; one that is well does so in a second or two. */
  settleMs: 10_000,
  /** Longest wait for it to say who it is, from then on: some are asked only when they are known to work. */
  nameMs: 2_500,
  lookMs: 50,
} as const;

/**
 * Opens every device of the configuration for one look, when the terminal itself does not run (ports open for one
 * process only). What was remembered of faults is read where the terminal keeps it.
 */
export async function lookAtDevices(
  config: BridgeConfig,
  log: (device: string, message: string) => void = () => {},
): Promise<Readiness> {
  const { mode, terminal, dataDir } = config;
  const lastFault = recallFaults(join(dataDir, healthFile));
  const opened = await openDevices(config, { terminalId: terminal.id, ownsJobs: false, log });
  try {
    const [platformReachable] = await Promise.all([
      createPlatformClient(config.platform).reachable(),
      ...opened.fitted.map(each => settled(each)),
    ]);
    const devices = opened.fitted.map(each => readinessOf(each, lastFault(each.name)));
    return {
      at: new Date().toISOString(),
      ...{ mode, terminal, devices, platformReachable },
      ready: devices.every(device => device.works),
      services: servicesNow(statusesOf(opened.fitted), platformReachable),
      contentDigest: null,
      report: { state: 'none' },
    };
  } finally {
    await opened.close();
  }
}

/** Until the device works and has said who it is, or has had its time. */
async function settled({ device }: FittedDevice): Promise<void> {
  let works = false;
  let until = performance.now() + delays.settleMs;
  while (performance.now() < until && !(works && device.identity !== null)) {
    await pause(delays.lookMs);
    if (works || troubleOf(device.status) !== null) continue;
    works = true;
    until = performance.now() + delays.nameMs;
  }
}
