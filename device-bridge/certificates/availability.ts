import { fault } from '../../content/common/faults.ts';
import type { ServiceView } from '../api/types.ts';
import type { CertificatePrinterStatus } from '../devices/certificate-printer/types.ts';
import type { IdCardReaderStatus } from '../devices/id-card-reader/types.ts';

/** What printing a certificate needs; the first thing missing is the reason that is said. */
export function certificatesAvailable(
  reader: IdCardReaderStatus,
  printer: CertificatePrinterStatus,
  platformReachable: boolean,
): ServiceView {
  if (reader.state === 'absent' || reader.state === 'faulted') return { available: false, fault: fault(reader.fault) };
  if (printer.state !== 'ready') return { available: false, fault: fault(printer.fault) };
  if (!platformReachable) return { available: false, fault: fault('platform-unreachable') };
  return { available: true };
}
