import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { Readiness } from '../api/types.ts';
import type { BridgeConfig } from '../config.ts';
import { createLog } from '../log.ts';
import { openDevices } from '../open-devices/open-devices.ts';
import { createPlatformClient } from '../platform/client.ts';
import { healthFile, openHealthStore } from './health-store.ts';
import { type FittedDevice, readinessOf } from './readiness.ts';
import { servicesNow, statusesOf, troubleOf } from './services.ts';

/** Longest wait for a device to show that it works; one that is well does so in a second or two. */
const settleMs = 10_000;

/**
 * Opens every device of the configuration for one look, when the terminal itself does not run (ports open for one
 * process only). What was remembered of faults is read where the terminal keeps it.
 */
export async function lookAtDevices(config: BridgeConfig): Promise<Readiness> {
  const { mode, terminal, dataDir } = config;
  const file = join(dataDir, healthFile);
  const store = existsSync(file) ? openHealthStore(file) : null;
  const opened = await openDevices(config, { terminalId: terminal.id, log: createLog('silent') });
  try {
    const [platformReachable] = await Promise.all([
      createPlatformClient(config.platform).reachable(),
      ...opened.fitted.map(each => settled(each)),
    ]);
    const devices = opened.fitted.map(each => readinessOf(each, store?.lastFault(each.name) ?? null));
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
    store?.close();
  }
}

/** Until the device works, or has had its time. */
function settled({ device }: FittedDevice): Promise<void> {
  return new Promise(resolve => {
    const timer = setTimeout(done, settleMs);
    const stop = device.onStatus(look);
    function look(): void {
      if (troubleOf(device.status) === null) done();
    }
    function done(): void {
      clearTimeout(timer);
      stop();
      resolve();
    }
    look();
  });
}
