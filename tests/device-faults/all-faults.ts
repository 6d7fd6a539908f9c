import { tornPrintFaults } from '../torn-prints/torn-print-faults.ts';
import { certificatePrinterFaults, certificatePrinterQueueFaults } from './certificate-printer-faults.ts';
import { codeReaderFaults } from './code-reader-faults.ts';
import { idCardReaderCardFaults, idCardReaderFaults, idCardReaderNetworkFaults } from './id-card-reader-faults.ts';
import type { DeviceFaultRow } from './prove.ts';
import { receiptPrinterFaults } from './receipt-printer-faults.ts';
import { scannedPageFaults } from './scanned-page-faults.ts';
import { scannerEsclFaults } from './scanner-escl-faults.ts';
import { scannerSaneFaults } from './scanner-sane-faults.ts';
import { socialSecurityCardFaults } from './social-security-card-faults.ts';

export interface DeviceFaultSection {
  title: string;
  /** The test file below tests/ that proves each row. */
  test: string;
  rows: Readonly<Record<string, DeviceFaultRow>>;
}

/** Every fault that is tried on a device, by device. */
export const allDeviceFaults: readonly DeviceFaultSection[] = [
  { title: 'ID-card reader', test: 'device-faults/id-card-reader', rows: idCardReaderFaults },
  { title: 'ID cards', test: 'device-faults/id-card-reader-cards', rows: idCardReaderCardFaults },
  {
    title: 'ID-card reader on a serial server',
    test: 'device-faults/id-card-reader-network',
    rows: idCardReaderNetworkFaults,
  },
  { title: 'Certificate printer', test: 'device-faults/certificate-printer', rows: certificatePrinterFaults },
  {
    title: 'Certificate printer behind a queue',
    test: 'device-faults/certificate-printer-queue',
    rows: certificatePrinterQueueFaults,
  },
  { title: 'Torn prints', test: 'torn-prints', rows: tornPrintFaults },
  { title: 'Scanner through SANE', test: 'device-faults/scanner-sane', rows: scannerSaneFaults },
  { title: 'Scanner through eSCL', test: 'device-faults/scanner-escl', rows: scannerEsclFaults },
  { title: 'Scanned pages', test: 'device-faults/scanned-page', rows: scannedPageFaults },
  { title: 'Receipt printer', test: 'device-faults/receipt-printer', rows: receiptPrinterFaults },
  { title: 'Code reader', test: 'device-faults/code-reader', rows: codeReaderFaults },
  { title: 'Social-security card', test: 'device-faults/social-security-card', rows: socialSecurityCardFaults },
];
