import type { DeviceIdentity } from '../../device.ts';
import { type Attempt, type AttemptEnd, failedAttempt, type Look, type ScannerBackend } from '../scanner-backend.ts';
import { type ScannerDelays, saneDelays } from '../scanner-delays.ts';
import { createScanner } from '../scanner-frame.ts';
import type { Scanner } from '../types.ts';
import { sweepPageFolders } from './page-folder.ts';
import { hasUsbName, resolveDevice, usbIdentity } from './sane-devices.ts';
import { parseOptions, type SaneOption } from './sane-options.ts';
import { scanFeeder, scanGlass } from './sane-scan.ts';
import { chooseSettings, chooseSource, readSensors } from './sane-settings.ts';
import { lookFailure } from './sane-status.ts';
import { createScanimage } from './scanimage.ts';

export interface SaneScannerOptions {
  /** As `scanimage -L` names it. A USB scanner is found again under another number. */
  device: string;
  /** Path or name of scanimage. */
  program?: string;
  /** Over this process's own environment: SANE_CONFIG_DIR and the like. */
  env?: Record<string, string>;
  delays?: Partial<ScannerDelays>;
  /** For the log of staff: nothing personal. */
  log?: (message: string) => void;
}

/** A scanner of any make that SANE has a backend for, through its own program `scanimage`. */
export function createSaneScanner(options: SaneScannerOptions): Scanner {
  const delays = { ...saneDelays, ...options.delays };
  return createScanner(createSaneBackend(options, delays), delays, options.log);
}

/** Options differ from source to source: those of the source that is set are kept under null. */
type KnownOptions = Map<string | null, ReadonlyMap<string, SaneOption>>;

function createSaneBackend({ device, program, env, log }: SaneScannerOptions, delays: ScannerDelays): ScannerBackend {
  const scanimage = createScanimage({ program: program ?? 'scanimage', env: env ?? {}, delays });
  const known: KnownOptions = new Map();
  let name = device;
  let identity: DeviceIdentity | null = null;
  let listedAt = Number.NEGATIVE_INFINITY;
  let swept = false;

  async function readOptions(
    source: string | null,
    signal: AbortSignal,
  ): Promise<Exclude<Look, { seen: 'ready' }> | null> {
    const { end, messages, output } = await scanimage.options(name, source, signal);
    if (end.ended === 'died') return { seen: 'nothing', fault: 'scanner-absent', detail: `scanimage: ${end.why}` };
    if (end.ended === 'stopped') return { seen: 'nothing', fault: 'scanner-silent', detail: `scanimage ${end.why}` };
    const failure = lookFailure(end.ended === 'exited' ? end.code : 1, messages);
    if (failure === null) known.set(source, parseOptions(output));
    return failure;
  }

  /** Who it is, and under which name it goes now. Seldom: it asks every backend. */
  async function identify(signal: AbortSignal): Promise<void> {
    if (performance.now() - listedAt < 6 * delays.probeMs) return;
    listedAt = performance.now();
    const found = resolveDevice(device, await scanimage.list(signal));
    if (found === null) return;
    if (found.name !== name) log?.(`${device} is ${found.name} now`);
    name = found.name;
    const listed = { manufacturer: found.vendor, model: found.model, serialNumber: null, firmware: null };
    const usb = await usbIdentity(name);
    identity = { ...listed, serialNumber: usb?.serialNumber ?? null, firmware: usb?.firmware ?? null };
  }

  async function sourceOptions(
    source: string | null,
    signal: AbortSignal,
  ): Promise<ReadonlyMap<string, SaneOption> | null> {
    const current = known.get(null)?.get('source')?.value ?? null;
    const key = source === current ? null : source;
    if (!known.has(key)) await readOptions(key, signal);
    return known.get(key) ?? null;
  }

  async function attempt(what: Attempt): Promise<AttemptEnd> {
    if (!known.has(null)) {
      const failure = await readOptions(null, what.signal);
      if (failure !== null)
        return failedAttempt(
          failure.fault,
          'it cannot be opened',
          failure.fault === 'scanner-busy' ? 'busy' : 'broken',
        );
    }
    const source = chooseSource(known.get(null) ?? new Map(), what.request.source);
    if (!source.ok) return failedAttempt('scanner-refused', source.why);
    const offered = await sourceOptions(source.name, what.signal);
    if (offered === null) return failedAttempt('scanner-silent', 'it does not tell its options', 'broken');
    const settings = chooseSettings(offered, what.request, source.name);
    if (!settings.ok) return failedAttempt('scanner-refused', settings.why);
    const args = [`--device-name=${name}`, ...settings.args];
    const scan = what.request.source === 'feeder' ? scanFeeder : scanGlass;
    return scan({ scanimage, args, dpi: settings.dpi, delays, attempt: what });
  }

  return {
    async look(closing, hurry) {
      if (!swept) {
        swept = true;
        await sweepPageFolders();
      }
      const failure = await readOptions(null, closing);
      const meanwhile = AbortSignal.any([closing, hurry]);
      const lost = failure?.seen === 'nothing' && hasUsbName(device);
      if (lost || (failure === null && identity === null)) await identify(meanwhile);
      if (failure !== null) return failure.seen === 'attention' ? { ...failure, identity } : failure;
      for (const kind of ['flatbed', 'feeder'] as const) {
        const source = chooseSource(known.get(null) ?? new Map(), kind);
        if (source.ok && !hurry.aborted) await sourceOptions(source.name, closing);
      }
      const { feederLoaded, coverOpen } = readSensors(known.get(null) ?? new Map());
      if (coverOpen) return { seen: 'attention', fault: 'scanner-cover-open', identity };
      return { seen: 'ready', feederLoaded, identity };
    },
    attempt,
    async reset() {
      // A run of scanimage is over when it resolves: all that can be wrong is what was learned.
      known.clear();
    },
  };
}
