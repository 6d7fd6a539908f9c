import type { DeviceConfig } from '../config.ts';
import type { SheetCounter } from '../devices/certificate-printer/sheet-counter.ts';
import type { CertificatePrinter } from '../devices/certificate-printer/types.ts';
import type { CodeReader } from '../devices/code-reader/types.ts';
import type { IdCardReader } from '../devices/id-card-reader/types.ts';
import type { ReceiptPrinter } from '../devices/receipt-printer/types.ts';
import type { Scanner } from '../devices/scanner/types.ts';
import type { SocialSecurityCardReader } from '../devices/social-security-card/types.ts';
import type { DockHardware } from '../dock/dock.ts';
import type { FittedDevice } from '../health/readiness.ts';
import type { Log } from '../log.ts';
import { openCertificatePrinter } from './certificate-printer.ts';
import { openCodeReader } from './code-reader.ts';
import { openIdCardReader } from './id-card-reader.ts';
import { openReceiptPrinter } from './receipt-printer.ts';
import { openScanner } from './scanner.ts';
import { openSocialSecurityCard } from './social-security-card.ts';

/** Null: this terminal is not fitted with one. */
export interface Devices {
  idCardReader: IdCardReader;
  certificatePrinter: CertificatePrinter;
  socialSecurityCard: SocialSecurityCardReader | null;
  codeReader: CodeReader | null;
  receiptPrinter: ReceiptPrinter | null;
  scanner: Scanner | null;
}

export interface OpenDevices {
  devices: Devices;
  fitted: FittedDevice[];
  /** What the dock moves. */
  hardware: DockHardware;
  close(): Promise<void>;
}

export interface OpenDevicesOptions {
  /** Whose jobs the certificate printer sees. */
  terminalId: string;
  /** Absent: sheets are not counted. */
  sheetCounter?: SheetCounter;
  log: Log;
}

/**
 * Opens the drivers of this configuration. The real driver always runs; only the other end may be simulated. What a
 * terminal is not fitted with is not loaded, so that no simulator is even in memory on a real one.
 */
export async function openDevices(config: DeviceConfig, options: OpenDevicesOptions): Promise<OpenDevices> {
  const logOf = (device: string) => (message: string) => options.log.warn({ device }, message);
  const opened = {
    idCardReader: await openIdCardReader(config.idCardReader, logOf('id-card-reader')),
    certificatePrinter: await openCertificatePrinter(config.certificatePrinter, options, logOf('certificate-printer')),
    socialSecurityCard: await openSocialSecurityCard(config.socialSecurityCard, logOf('social-security-card')),
    codeReader: await openCodeReader(config.codeReader, logOf('code-reader')),
    receiptPrinter: await openReceiptPrinter(config.receiptPrinter, logOf('receipt-printer')),
    scanner: await openScanner(config.scanner, logOf('scanner')),
  };
  const all = Object.values(opened).filter(each => each !== null);
  return {
    devices: {
      idCardReader: opened.idCardReader.device,
      certificatePrinter: opened.certificatePrinter.device,
      socialSecurityCard: opened.socialSecurityCard?.device ?? null,
      codeReader: opened.codeReader?.device ?? null,
      receiptPrinter: opened.receiptPrinter?.device ?? null,
      scanner: opened.scanner?.device ?? null,
    },
    fitted: (Object.keys(opened) as (keyof typeof opened)[]).flatMap(name => {
      const each = opened[name];
      return each === null ? [] : [{ name, address: each.address, device: each.device }];
    }),
    hardware: Object.assign({}, ...all.map(each => each.hardware ?? {})),
    close: async () => {
      await Promise.all(all.map(each => each.device.close()));
      await Promise.all(all.map(each => each.close?.()));
    },
  };
}
