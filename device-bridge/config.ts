import { readFile } from 'node:fs/promises';
import { dirname, resolve } from 'node:path';
import { parse } from 'yaml';
import { z } from 'zod';
import { Refusal } from '../content/common/faults.ts';
import { deviceKeys, httpUrlSchema } from './device-config.ts';

const fileUrlSchema = z.url({ protocol: /^file$/ });
const portSchema = z.int().min(0).max(65535);

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
    ...deviceKeys,
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

function isPrivateWay(url: string): boolean {
  const { protocol, hostname } = new URL(url);
  return protocol === 'https:' || ['localhost', '127.0.0.1', '[::1]'].includes(hostname);
}

type Config = z.output<typeof configSchema>;

export type BridgeConfig = Omit<Config, 'platform'> & { platform: Config['platform'] & { publicUrl: string } };

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
    certificatePrinter: withPaths(config.certificatePrinter, ['pinnedCertificate'], here),
    ...(config.scanner === undefined ? {} : { scanner: withPaths(config.scanner, ['pinnedCertificate'], here) }),
    content: withPaths(config.content, ['trustedRoot', 'usbFolder', 'factoryBundle'], here),
  };
}

/** The same with these paths made absolute, where they are given. */
function withPaths<T extends object>(part: T, keys: readonly string[], here: (path: string) => string): T {
  const resolved = Object.entries(part).map(([key, value]) => [key, keys.includes(key) ? here(String(value)) : value]);
  return Object.fromEntries(resolved) as T;
}
