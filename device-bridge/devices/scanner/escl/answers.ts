import type { DeviceIdentity } from '../../device.ts';
import type { ScanSource } from '../types.ts';
import { child, descendants, numberOf, parseXml, textOf, type XmlElement } from './xml.ts';

/** One source of a scanner. Sizes in 1/300 inch. */
export interface EsclSource {
  maxWidth: number | null;
  maxHeight: number | null;
  colourModes: ReadonlySet<string>;
  formats: ReadonlySet<string>;
  /** Says which formats by DocumentFormatExt (eSCL 2.1 and later), and wants to be told by it. */
  formatExt: boolean;
  resolutions: number[] | { min: number; max: number; step: number };
  intents: ReadonlySet<string>;
}

/** GET ScannerCapabilities (Mopria eSCL specification, 8.1). */
export interface EsclCapabilities {
  identity: DeviceIdentity;
  sources: Partial<Record<ScanSource, EsclSource>>;
}

/** GET ScannerStatus (9.1). Words as the scanner says them; null when it leaves one out. */
export interface EsclStatus {
  state: string;
  adfState: string | null;
  jobs: EsclJob[];
}

export interface EsclJob {
  uri: string;
  state: string | null;
  reasons: string[];
}

/** Null when it is no such answer. Total. */
export function parseCapabilities(text: string): EsclCapabilities | null {
  const root = parseXml(text);
  if (root?.name !== 'ScannerCapabilities') return null;
  const glass = child(child(root, 'Platen'), 'PlatenInputCaps');
  const feeder = child(child(root, 'Adf'), 'AdfSimplexInputCaps');
  const sources = {
    ...(glass === undefined ? {} : { flatbed: sourceOf(glass, root) }),
    ...(feeder === undefined ? {} : { feeder: sourceOf(feeder, root) }),
  };
  if (Object.keys(sources).length === 0) return null;
  return { identity: identityOf(root), sources };
}

/** What it does not say is filled in where that can be told: UUID for a serial number, protocol version for a firmware's. */
function identityOf(root: XmlElement): DeviceIdentity {
  const whole = textOf(root, 'MakeAndModel') ?? textOf(root, 'ModelName');
  const maker = textOf(root, 'Manufacturer');
  const version = textOf(root, 'Version');
  const model = maker !== null && whole?.startsWith(`${maker} `) ? whole.slice(maker.length + 1) : whole;
  return {
    manufacturer: maker,
    model,
    serialNumber: textOf(root, 'SerialNumber') ?? textOf(root, 'UUID'),
    firmware: textOf(root, 'FirmwareVersion') ?? (version === null ? null : `eSCL ${version}`),
  };
}

/** Profiles stand in the source, or once for all sources and are referred to by name. */
function sourceOf(caps: XmlElement, root: XmlElement): EsclSource {
  const own = descendants(caps, 'SettingProfile');
  const shared = child(root, 'SettingProfiles')?.children ?? [];
  const profiles = own.flatMap(profile => {
    const { ref } = profile.attributes;
    return ref === undefined ? [profile] : shared.filter(({ attributes }) => attributes.name === ref);
  });
  const all = (name: string): Set<string> =>
    new Set(profiles.flatMap(profile => descendants(profile, name).map(({ text }) => text)));
  const ext = all('DocumentFormatExt');
  return {
    maxWidth: numberOf(caps, 'MaxWidth'),
    maxHeight: numberOf(caps, 'MaxHeight'),
    colourModes: all('ColorMode'),
    formats: new Set([...ext, ...all('DocumentFormat')]),
    formatExt: ext.size > 0,
    resolutions: resolutionsOf(profiles),
    intents: new Set([...descendants(child(caps, 'SupportedIntents'), 'Intent')].map(({ text }) => text)),
  };
}

function resolutionsOf(profiles: XmlElement[]): EsclSource['resolutions'] {
  const discrete = profiles.flatMap(profile =>
    descendants(profile, 'DiscreteResolution').flatMap(each => {
      const x = numberOf(each, 'XResolution');
      return x !== null && x === numberOf(each, 'YResolution') ? [x] : [];
    }),
  );
  if (discrete.length > 0) return [...new Set(discrete)].sort((a, b) => a - b);
  for (const range of profiles.flatMap(profile => descendants(profile, 'ResolutionRange'))) {
    const x = child(range, 'XResolutionRange') ?? child(range, 'XResolution');
    const min = numberOf(x, 'Min');
    const max = numberOf(x, 'Max');
    if (min !== null && max !== null && min <= max) return { min, max, step: Math.max(1, numberOf(x, 'Step') ?? 1) };
  }
  return [];
}

/** Null when it is no such answer. Total. */
export function parseStatus(text: string): EsclStatus | null {
  const root = parseXml(text);
  const state = textOf(root ?? undefined, 'State');
  if (root?.name !== 'ScannerStatus' || state === null) return null;
  return {
    state,
    adfState: textOf(root, 'AdfState'),
    jobs: descendants(child(root, 'Jobs'), 'JobInfo').flatMap(job => {
      const uri = textOf(job, 'JobUri');
      if (uri === null) return [];
      const reasons = descendants(job, 'JobStateReason').map(reason => reason.text);
      return [{ uri, state: textOf(job, 'JobState'), reasons }];
    }),
  };
}
