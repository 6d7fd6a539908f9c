import { readFile } from 'node:fs/promises';
import { dirname, resolve } from 'node:path';
import { parse } from 'yaml';
import { z } from 'zod';
import { Refusal } from '../content/common/faults.ts';

const httpUrlSchema = z.url({ protocol: /^https?$/ }).transform(url => (url.endsWith('/') ? url : `${url}/`));
const fileUrlSchema = z.url({ protocol: /^file$/ });
const portSchema = z.int().min(0).max(65535);

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

/** terminal.yaml: every key of one terminal's configuration. Paths are relative to the file. */
const configSchema = z
  .strictObject({
    /** demo: simulated reader and the dock. terminal: real devices only; simulators are refused. */
    mode: z.enum(['demo', 'terminal']),
    /** Port of bridge and kiosk on 127.0.0.1; 0 takes a free one. */
    port: portSchema.default(7300),
    terminal: z.strictObject({
      id: z.string().regex(/^[a-z0-9-]{3,40}$/),
      /** The township it stands in: 9-digit division code. */
      placeCode: z.string().regex(/^331003\d{3}$/),
      /** Shown beside the place's name: terminal number 1, 2, ... */
      number: z.int().min(1).max(99).default(1),
    }),
    /** What the terminal keeps: content generations and the print ledger. */
    dataDir: z.string().min(1),
    /** The built kiosk (dist/kiosk). */
    kioskDir: z.string().min(1),
    platform: z.strictObject({
      url: httpUrlSchema,
      /** Address of the platform that stands in the codes on certificates, when it is another. */
      publicUrl: httpUrlSchema.optional(),
      /** This terminal's token at the platform. */
      token: z.string().min(16),
      /** PEM files of the authorities whose seal is trusted on certificates. */
      sealAuthorities: z.array(z.string().min(1)).min(1),
    }),
    content: z.strictObject({
      /**
       * Where signed content is fetched from: an http(s) address, or the file: URL of a folder for a terminal without a
       * network. Phones find the guides there, too, unless publicUrl says another.
       */
      origin: httpUrlSchema.or(fileUrlSchema),
      publicUrl: httpUrlSchema.optional(),
      /** The root that all trust in content begins with: root.json from the publisher's folder of keys. */
      trustedRoot: z.string().min(1),
      /** Folder in which a USB stick with the repository shows up; looked at every few seconds. */
      usbFolder: z.string().min(1).optional(),
      /** A repository that this terminal is delivered with: for its first start without a network. */
      factoryBundle: z.string().min(1).optional(),
      pollSeconds: z.number().min(0.05).max(14400).default(300),
    }),
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
        z.strictObject({ driver: z.literal('escl'), url: z.url({ protocol: /^https?$/ }) }),
        z.strictObject({ driver: z.literal('simulator') }),
      ])
      .optional(),
    visit: z
      .strictObject({
        /** Seconds without a touch before the warning. */
        idleSeconds: z.number().min(0.2).max(600).default(60),
        /** Seconds the warning lasts before everything is wiped. */
        warningSeconds: z.number().min(0.2).max(120).default(20),
      })
      .prefault({}),
    logLevel: z.enum(['debug', 'info', 'warn', 'error', 'silent']).default('info'),
  })
  .superRefine((config, context) => {
    const refuse = (path: string[], message: string) => context.addIssue({ code: 'custom', path, message });
    if (config.content.origin.startsWith('file:') && config.content.publicUrl === undefined)
      refuse(['content', 'publicUrl'], 'a folder as origin needs the address at which phones find the guides');
    for (const [device, port] of portsTakenTwice(config))
      refuse([device, 'port'], `${port} is another device's: the second to open it would seem to be absent`);
    if (config.mode === 'demo') return;
    for (const device of ['idCardReader', 'socialSecurityCard', 'codeReader', 'receiptPrinter'] as const)
      if (config[device]?.transport === 'simulator')
        refuse([device, 'transport'], 'a simulator is refused in mode terminal: name the real port');
    if (config.scanner?.driver === 'simulator')
      refuse(['scanner', 'driver'], 'a simulator is refused in mode terminal: name the real scanner');
    if (config.certificatePrinter.peerControlUrl !== undefined)
      refuse(['certificatePrinter', 'peerControlUrl'], 'a printer peer is refused in mode terminal');
    if (!isPrivateWay(config.platform.url))
      refuse(['platform', 'url'], 'names and ID numbers go over https only, except to this machine itself');
    if (config.visit.warningSeconds < 20)
      refuse(['visit', 'warningSeconds'], 'at least 20 s, so that a slow hand can extend');
  });

/** Devices whose serial port is that of one before them. */
function portsTakenTwice(config: Pick<Config, 'idCardReader' | 'codeReader' | 'receiptPrinter'>): [string, string][] {
  const { idCardReader, codeReader, receiptPrinter } = config;
  const ports = Object.entries({ idCardReader, codeReader, receiptPrinter }).flatMap<[string, string]>(
    ([name, device]) => (device?.transport === 'serial' ? [[name, device.port]] : []),
  );
  return ports.filter(([, port], index) => ports.findIndex(([, other]) => other === port) < index);
}

function isPattern(text: string): boolean {
  try {
    new RegExp(text);
    return true;
  } catch {
    return false;
  }
}

function isPrivateWay(url: string): boolean {
  const { protocol, hostname } = new URL(url);
  return protocol === 'https:' || ['localhost', '127.0.0.1', '[::1]'].includes(hostname);
}

type Config = z.output<typeof configSchema>;

export type BridgeConfig = Omit<Config, 'platform'> & { platform: Config['platform'] & { publicUrl: string } };

/** Which devices there are and where they are connected. */
export type DeviceConfig = Pick<
  BridgeConfig,
  'idCardReader' | 'certificatePrinter' | 'socialSecurityCard' | 'codeReader' | 'receiptPrinter' | 'scanner'
>;

/** Reads terminal.yaml. @throws Refusal config-invalid with file, key and what is expected */
export async function loadConfig(file: string): Promise<BridgeConfig> {
  const text = await readFile(file, 'utf8').catch(() => {
    throw new Refusal('config-invalid', `${file} cannot be read`);
  });
  let raw: unknown;
  try {
    raw = parse(text);
  } catch (error) {
    throw new Refusal('config-invalid', `${file}: ${error instanceof Error ? error.message : error}`);
  }
  const parsed = configSchema.safeParse(raw);
  if (!parsed.success) {
    const issues = parsed.error.issues.map(issue => `${issue.path.join('.') || 'file'}: ${issue.message}`);
    throw new Refusal('config-invalid', `${file}: ${issues.join('; ')}`);
  }
  const config = parsed.data;
  const here = (path: string): string => resolve(dirname(file), path);
  return {
    ...config,
    dataDir: here(config.dataDir),
    kioskDir: here(config.kioskDir),
    platform: {
      ...config.platform,
      publicUrl: config.platform.publicUrl ?? config.platform.url,
      sealAuthorities: config.platform.sealAuthorities.map(here),
    },
    certificatePrinter: {
      ...config.certificatePrinter,
      ...(config.certificatePrinter.pinnedCertificate === undefined
        ? {}
        : { pinnedCertificate: here(config.certificatePrinter.pinnedCertificate) }),
    },
    content: {
      ...config.content,
      trustedRoot: here(config.content.trustedRoot),
      ...(config.content.usbFolder === undefined ? {} : { usbFolder: here(config.content.usbFolder) }),
      ...(config.content.factoryBundle === undefined ? {} : { factoryBundle: here(config.content.factoryBundle) }),
    },
  };
}
