import { readFile } from 'node:fs/promises';
import type { DeviceConfig } from '../config.ts';
import { createCertificatePrinter } from '../devices/certificate-printer/driver.ts';
import type { CertificatePrinter } from '../devices/certificate-printer/types.ts';
import type { OpenDevicesOptions } from './open-devices.ts';
import type { LogLine, Opened } from './opened.ts';

export async function openCertificatePrinter(
  { uri, pinnedCertificate, queueUri, peerControlUrl }: DeviceConfig['certificatePrinter'],
  { terminalId, sheetCounter }: OpenDevicesOptions,
  log: LogLine,
): Promise<Opened<CertificatePrinter>> {
  const device = createCertificatePrinter({
    uri,
    userName: terminalId,
    ...(pinnedCertificate === undefined ? {} : { pinnedCertificatePem: await readFile(pinnedCertificate, 'utf8') }),
    ...(queueUri === undefined ? {} : { queueUri }),
    ...(sheetCounter === undefined ? {} : { sheetCounter }),
    log,
  });
  return { device, address: uri, hardware: peerControlUrl === undefined ? {} : { printerControlUrl: peerControlUrl } };
}
