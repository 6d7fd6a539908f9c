import type { BridgeConfig } from './config.ts';
import { createCertificatePrinter } from './devices/certificate-printer/driver.ts';
import type { CertificatePrinter } from './devices/certificate-printer/types.ts';
import { createIdCardReader } from './devices/id-card-reader/driver.ts';
import type { ReaderHardware } from './devices/id-card-reader/simulator/simulated-reader.ts';
import type { IdCardReader } from './devices/id-card-reader/types.ts';
import { serialPortTransport } from './devices/transport/serial-port.ts';
import type { Log } from './log.ts';

export interface Devices {
  reader: IdCardReader;
  printer: CertificatePrinter;
  /** What the dock moves; null when the reader is a real one. */
  readerHardware: ReaderHardware | null;
}

/** Opens the drivers of this configuration. The real driver always runs; only the other end may be simulated. */
export async function openDevices(config: BridgeConfig, log: Log): Promise<Devices> {
  const printer = createCertificatePrinter({
    uri: config.certificatePrinter.uri,
    userName: config.terminal.id,
    log: message => log.warn({ device: 'certificate-printer' }, message),
  });
  if (config.idCardReader.transport === 'serial') {
    const transport = serialPortTransport(config.idCardReader.port);
    return { reader: createIdCardReader({ transport }), printer, readerHardware: null };
  }
  // Loaded only here, so that no simulator is even in memory on a real terminal.
  const { createSimulatedReader } = await import('./devices/id-card-reader/simulator/simulated-reader.ts');
  const { transport, hardware } = createSimulatedReader();
  return { reader: createIdCardReader({ transport }), printer, readerHardware: hardware };
}
