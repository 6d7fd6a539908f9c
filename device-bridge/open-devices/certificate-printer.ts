import type { DeviceConfig } from '../device-config.ts';
import { createCertificatePrinter } from '../devices/certificate-printer/driver.ts';
import type { CertificatePrinter } from '../devices/certificate-printer/types.ts';
import type { OpenDevicesOptions } from './open-devices.ts';
import { type LogLine, type Opened, textOf } from './opened.ts';

export async function openCertificatePrinter(
  { uri, pinnedCertificate, queueUri, peerControlUrl }: DeviceConfig['certificatePrinter'],
  { terminalId, ownsJobs, sheetCounter }: OpenDevicesOptions,
  log: LogLine,
): Promise<Opened<CertificatePrinter>> {
  const device = createCertificatePrinter({
    uri,
    userName: terminalId,
    cancelLeftovers: ownsJobs,
    ...(pinnedCertificate === undefined
      ? {}
      : { pinnedCertificatePem: await textOf(pinnedCertificate, 'certificatePrinter.pinnedCertificate') }),
    ...(queueUri === undefined ? {} : { queueUri }),
    ...(sheetCounter === undefined ? {} : { sheetCounter }),
    log,
  });
  return { device, address: uri, hardware: peerControlUrl === undefined ? {} : { printerControlUrl: peerControlUrl } };
}
