import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type TargetFile, Updater } from 'tuf-js';
import { issuedAt } from '../../../content/delivery/issued.ts';
import { type ClockReading, clockFault, referenceTime, setReferenceTime } from './clock.ts';
import { type Fetched, tufFetcher } from './fetcher.ts';
import type { MetadataFolder } from './metadata-folder.ts';
import { noSpace, refreshFault } from './refresh-fault.ts';
import { newestRoot } from './root-chain.ts';
import type { Origin } from './transport.ts';

/** A document may have this many bytes. Parsing is quadratic in tuf-js: a long document is an attack. */
const limits = {
  rootMaxLength: 256 * 1024,
  timestampMaxLength: 16 * 1024,
  snapshotMaxLength: 256 * 1024,
  targetsMaxLength: 1024 * 1024,
  maxRootRotations: 256,
  maxDelegations: 32,
} as const;

export interface SessionOptions {
  metadata: MetadataFolder;
  /** The root this terminal was delivered with. */
  factoryRoot: Buffer;
  origin: Origin;
  now: number;
  /** `any`: expiry does not count, for what a terminal is delivered with and may lie for years. */
  freshness?: 'any';
  /** A timestamp that was just fetched (fresh), or the one that is here with its ETag. */
  timestamp?: (Fetched & { fresh: boolean }) | null;
}

/** The trusted state of one repository after a refresh. */
export interface Session {
  /** Names of the documents that the snapshot knows. */
  documents: string[];
  /** The target as the most trusted role describes it. @throws Refusal when a document on the way is not trusted */
  target(path: string): Promise<TargetFile | undefined>;
  /** Verified bytes into `file`; may be asked for after `use` is over. @throws Refusal */
  download(target: TargetFile, file: string): Promise<void>;
  /** The timestamp in force, as the origin gave it. */
  timestamp: Fetched | null;
  /** How this machine's clock is off, though everything was in order. */
  clockFault: ReturnType<typeof clockFault>;
}

/**
 * One refresh by the client workflow of TUF 1.0 (chapter 5), then `use` of what is trusted now. Documents that were
 * verified are kept even when a later one fails: a new root or timestamp must not be unlearned.
 * @throws Refusal
 */
export async function withSession<T>(options: SessionOptions, use: (session: Session) => Promise<T>): Promise<T> {
  const { metadata, factoryRoot, origin, now, freshness } = options;
  const clock = (): ClockReading => ({
    now,
    floor: issuedAt(parsedOrNull(metadata.read('timestamp.json'))),
    originAheadMs: origin.transport.clockAheadMs,
  });
  const folder = metadata.beginWork();
  const incoming = join(folder, 'incoming');
  const fetcher = tufFetcher({ transport: origin.transport, incoming, known: options.timestamp ?? null });
  /** On a full disk tuf-js leaves half a document in the copy: then the copy is not kept. */
  let torn = false;
  const inFaults = async <R>(work: () => Promise<R>): Promise<R> => {
    fetcher.forgetFailure();
    try {
      return await work();
    } catch (error) {
      const refusal = refreshFault(error, fetcher.failure, clock());
      torn ||= refusal.fault === 'content-no-space';
      throw refusal;
    }
  };

  const start = newestRoot(factoryRoot, metadata.roots());
  writeFileSync(join(folder, 'root.json'), start.bytes);
  const updater = new Updater({
    metadataDir: folder,
    metadataBaseUrl: origin.metadataUrl,
    targetBaseUrl: origin.targetsUrl,
    fetcher,
    config: limits,
  });
  setReferenceTime(updater, freshness === 'any' ? 0 : referenceTime(clock()));
  try {
    await inFaults(() => updater.refresh());
    const snapshot = JSON.parse(readFileSync(join(folder, 'snapshot.json'), 'utf8'));
    return await use({
      documents: Object.keys(snapshot.signed.meta).map(name => name.replace(/\.json$/, '')),
      target: path => inFaults(() => updater.getTargetInfo(path)),
      download: (target, file) => inFaults(async () => void (await updater.downloadTarget(target, file))),
      timestamp: fetcher.timestamp,
      clockFault: clockFault(clock()),
    });
  } finally {
    if (!torn) await keep();
  }

  async function keep(): Promise<void> {
    const trusted = newestRoot(factoryRoot, new Map([...metadata.roots(), ...fetcher.roots]));
    for (const [version, bytes] of fetcher.roots)
      if (version <= trusted.version) await metadata.keepRoot(version, bytes);
    await metadata.keepWork().catch(error => {
      throw noSpace(error) ?? error;
    });
  }
}

function parsedOrNull(bytes: Buffer | null): unknown {
  try {
    return bytes === null ? null : JSON.parse(bytes.toString('utf8'));
  } catch {
    return null;
  }
}
