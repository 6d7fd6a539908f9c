import type { DeviceConfig } from '../device-config.ts';
import type { Scanner } from '../devices/scanner/types.ts';
import { type LogLine, type Opened, textOf } from './opened.ts';

export async function openScanner(config: DeviceConfig['scanner'], log: LogLine): Promise<Opened<Scanner> | null> {
  switch (config?.driver) {
    case undefined:
      return null;
    case 'sane': {
      const { createSaneScanner } = await import('../devices/scanner/sane/driver.ts');
      return { device: createSaneScanner({ device: config.device, log }), address: config.device };
    }
    case 'escl': {
      const { createEsclScanner } = await import('../devices/scanner/escl/driver.ts');
      const { url, pinnedCertificate } = config;
      const pin =
        pinnedCertificate === undefined
          ? {}
          : { certificate: await textOf(pinnedCertificate, 'scanner.pinnedCertificate') };
      return { device: createEsclScanner({ url, ...pin, log }), address: url };
    }
    case 'simulator': {
      const { createEsclScanner } = await import('../devices/scanner/escl/driver.ts');
      const { startSimulatedScanner } = await import('../devices/scanner/simulator/simulated-scanner.ts');
      const { url, hardware, close } = await startSimulatedScanner();
      return { device: createEsclScanner({ url, log }), address: url, hardware: { scanner: hardware }, close };
    }
  }
}
