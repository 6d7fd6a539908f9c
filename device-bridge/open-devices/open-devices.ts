import type { DeviceConfig } from '../device-config.ts';
import type { SheetCounter } from '../devices/certificate-printer/sheet-counter.ts';
import type { CertificatePrinter } from '../devices/certificate-printer/types.ts';
import type { CodeReader } from '../devices/code-reader/types.ts';
import type { Device } from '../devices/device.ts';
import type { IdCardReader } from '../devices/id-card-reader/types.ts';
import type { ReceiptPrinter } from '../devices/receipt-printer/types.ts';
import type { Scanner } from '../devices/scanner/types.ts';
import type { SocialSecurityCardReader } from '../devices/social-security-card/types.ts';
import type { DockHardware } from '../dock/dock.ts';
import type { FittedDevice } from '../health/readiness.ts';
import type { DeviceStatus } from '../health/services.ts';
import { openCertificatePrinter } from './certificate-printer.ts';
import { openCodeReader } from './code-reader.ts';
import { openIdCardReader } from './id-card-reader.ts';
import type { Opened } from './opened.ts';
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
  /** True for the terminal itself: jobs of its name that nobody follows are cancelled at the certificate printer. */
  ownsJobs: boolean;
  /** Absent: sheets are not counted. */
  sheetCounter?: SheetCounter;
  /** What drivers have to say to staff. Nothing personal. */
  log: (device: string, message: string) => void;
}

/**
 * Opens the drivers of this configuration, or none. The real driver always runs; only the other end may be simulated. What a
 * terminal is not fitted with is not loaded, so that no simulator is even in memory on a real one.
 * @throws Refusal config-invalid
 */
export async function openDevices(config: DeviceConfig, options: OpenDevicesOptions): Promise<OpenDevices> {
  const logOf = (device: string) => (message: string) => options.log(device, message);
  const running: Opened<Device<DeviceStatus>>[] = [];
  const close = async (): Promise<void> => {
    await Promise.all(running.map(each => each.device.close()));
    await Promise.all(running.map(each => each.close?.()));
  };
  async function kept<O extends Opened<Device<DeviceStatus>> | null>(opening: Promise<O>): Promise<O> {
    const each = await opening;
    if (each !== null) running.push(each);
    return each;
  }
  async function openAll() {
    return {
      idCardReader: await kept(openIdCardReader(config.idCardReader, logOf('id-card-reader'))),
      certificatePrinter: await kept(
        openCertificatePrinter(config.certificatePrinter, options, logOf('certificate-printer')),
      ),
      socialSecurityCard: await kept(openSocialSecurityCard(config.socialSecurityCard, logOf('social-security-card'))),
      codeReader: await kept(openCodeReader(config.codeReader, logOf('code-reader'))),
      receiptPrinter: await kept(openReceiptPrinter(config.receiptPrinter, logOf('receipt-printer'))),
      scanner: await kept(openScanner(config.scanner, logOf('scanner'))),
    };
  }
  // Drivers that run would keep the process, and the ports, for ever.
  const opened = await openAll().catch(async error => {
    await close();
    throw error;
  });
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
    hardware: Object.assign({}, ...running.map(each => each.hardware ?? {})),
    close,
  };
}
