import { z } from 'zod';

export const httpUrlSchema = z.url({ protocol: /^https?$/ }).transform(url => (url.endsWith('/') ? url : `${url}/`));

const networkPort = { host: z.string().min(1), port: z.int().min(1).max(65535) };
/** Demo mode only: the real driver with a simulated device at the far end; the dock moves it. */
const simulatorOnly = z.strictObject({ transport: z.literal('simulator') });
/** citizenCode: what a citizen's electronic ID code looks like here, a regular expression; none has a published form. */
const pattern = z.string().refine(isPattern, 'a regular expression');
const receiptPaper = {
  /** Width of the roll in millimetres. */
  paperMm: z.literal([80, 58]).default(80),
  /** false: a model that tells nothing of itself; then no receipt is ever said to be printed. */
  answersStatus: z.boolean().default(true),
};
const baudRate = (usual: number) => z.int().min(1200).max(921600).default(usual);

/** The devices of terminal.yaml: which there are, and where they are connected. */
export const deviceKeys = {
  idCardReader: z.discriminatedUnion('transport', [
    z.strictObject({ transport: z.literal('serial'), port: z.string().min(1) }),
    /** A serial server on the local network, raw TCP. */
    z.strictObject({ transport: z.literal('tcp'), ...networkPort }),
    /** A simulated reader that speaks the real protocol; the dock puts cards on it. Demo mode only. */
    z.strictObject({ transport: z.literal('simulator') }),
  ]),
  certificatePrinter: z.strictObject({
    uri: z.url({ protocol: /^ipps?$/ }),
    /** PEM file of the printer's own certificate, for ipps: nothing else is trusted. */
    pinnedCertificate: z.string().min(1).optional(),
    /** A CUPS queue (ipp://localhost:631/printers/NAME) that jobs go through; its state is asked at `uri`, the printer itself. */
    queueUri: z.url({ protocol: /^ipps?$/ }).optional(),
    /** Control port of the printer peer for the dock. Demo mode only. */
    peerControlUrl: httpUrlSchema.optional(),
  }),
  /** Optional devices; absent: this terminal is not fitted with one. */
  socialSecurityCard: z
    .discriminatedUnion('transport', [
      /** reader: a part of the PC/SC reader's name; absent: the first reader. */
      z.strictObject({ transport: z.literal('pcsc'), reader: z.string().min(1).optional() }),
      simulatorOnly,
    ])
    .optional(),
  codeReader: z
    .discriminatedUnion('transport', [
      z.strictObject({
        transport: z.literal('serial'),
        port: z.string().min(1),
        baudRate: baudRate(9600),
        citizenCode: pattern.optional(),
      }),
      /** Types like a keyboard into the kiosk, fast and ending with Enter. */
      z.strictObject({ transport: z.literal('keyboard'), citizenCode: pattern.optional() }),
      z.strictObject({ transport: z.literal('simulator'), citizenCode: pattern.optional() }),
    ])
    .optional(),
  receiptPrinter: z
    .discriminatedUnion('transport', [
      z.strictObject({ transport: z.literal('tcp'), ...networkPort, ...receiptPaper }),
      z.strictObject({
        transport: z.literal('serial'),
        port: z.string().min(1),
        baudRate: baudRate(19200),
        ...receiptPaper,
      }),
      /** /dev/usb/lp0: the kernel's USB printer device. */
      z.strictObject({ transport: z.literal('usb'), device: z.string().min(1), ...receiptPaper }),
      z.strictObject({ transport: z.literal('simulator'), ...receiptPaper }),
    ])
    .optional(),
  scanner: z
    .discriminatedUnion('driver', [
      /** device: as `scanimage -L` names it. */
      z.strictObject({ driver: z.literal('sane'), device: z.string().min(1) }),
      /** url: eSCL (AirScan) base address, like http://192.168.1.20/eSCL. */
      z.strictObject({
        driver: z.literal('escl'),
        url: z.url({ protocol: /^https?$/ }),
        /** PEM file of the scanner's own certificate, for https: nothing else is trusted. */
        pinnedCertificate: z.string().min(1).optional(),
      }),
      z.strictObject({ driver: z.literal('simulator') }),
    ])
    .optional(),
};

/** As much of a terminal's configuration as its devices need. */
export type DeviceConfig = z.output<z.ZodObject<typeof deviceKeys>>;

function isPattern(text: string): boolean {
  try {
    new RegExp(text);
    return true;
  } catch {
    return false;
  }
}
