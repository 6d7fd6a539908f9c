import type { TargetFile } from 'tuf-js';
import type { FaultName } from '../../../content/common/faults.ts';
import { metadataFolder, targetsFolder } from '../../../content/delivery/repository-layout.ts';
import type { RolePublications } from '../store/slots.ts';
import type { Fetched } from '../tuf/fetcher.ts';
import type { MetadataFolder } from '../tuf/metadata-folder.ts';
import { type Session, withSession } from '../tuf/session.ts';
import { type Origin, OriginUnreachable } from '../tuf/transport.ts';
import { delays } from './delays.ts';
import { type Offers, offersOf } from './offers.ts';

/** Somewhere the repository may be found. */
export interface Source {
  name: 'origin' | 'stick' | 'factory';
  origin: Origin;
  /** Whether there is any use in asking now. */
  isThere(): boolean;
}

/** What one look at one source found. */
export interface Finding {
  offers: Offers;
  download(target: TargetFile, file: string): Promise<void>;
  /** The clock of this machine is off, though everything was in order. */
  fault: FaultName | null;
}

export interface Looker {
  /** @throws Refusal */
  look(source: Source, have: RolePublications): Promise<Finding>;
}

interface Remembered {
  finding: Finding;
  timestamp: Fetched;
  have: string;
  /** When the whole way from the root was gone last. */
  wholeAt: number;
}

/**
 * Looks at a source and remembers what was there: while its timestamp stays the same, a look is one small request.
 * Once an hour the whole way from the root is gone, so that a new root or an expiry cannot be missed.
 */
export function createLooker(options: { metadata: MetadataFolder; factoryRoot: Buffer; now: () => number }): Looker {
  const { metadata, factoryRoot, now } = options;
  const remembered = new Map<Source, Remembered>();

  return {
    look: async (source, have) => {
      const known = remembered.get(source);
      const key = JSON.stringify(have);
      // A clock that was set back makes the age negative: that is no recent look.
      const age = known === undefined ? -1 : now() - known.wholeAt;
      const isRecent = known !== undefined && known.have === key && age >= 0 && age < delays.rootMs;
      const newer = isRecent ? await newTimestamp(source.origin, known.timestamp) : null;
      if (isRecent && newer === null) return known.finding;
      remembered.delete(source);
      const timestamp = newer === null ? atHand(known) : { ...newer, fresh: true };
      const session = await withSession(
        {
          ...{ metadata, factoryRoot, origin: source.origin, now: now(), timestamp },
          ...(source.name === 'factory' ? { freshness: 'any' as const } : {}),
        },
        async opened => ({ opened, offers: await offersOf(opened, have) }),
      );
      const finding = findingOf(session);
      const seen = session.opened.timestamp;
      if (seen !== null && source.name !== 'factory')
        remembered.set(source, { finding, timestamp: seen, have: key, wholeAt: now() });
      return finding;
    },
  };
}

/** The timestamp as it is now; null when it is still the same. */
async function newTimestamp(origin: Origin, known: Fetched): Promise<Fetched | null> {
  const url = `${origin.metadataUrl}/timestamp.json`;
  const answer = await origin.transport.get(url, { limitBytes: 16 * 1024, etag: known.etag });
  if (answer.status === 'missing') throw new OriginUnreachable(`${url}: ${answer.code}`);
  if (answer.status === 'unchanged' || answer.bytes.equals(known.bytes)) return null;
  return answer;
}

function atHand(known: Remembered | undefined): (Fetched & { fresh: boolean }) | null {
  return known === undefined || known.timestamp.etag === null ? null : { ...known.timestamp, fresh: false };
}

function findingOf({ opened, offers }: { opened: Session; offers: Offers }): Finding {
  return { offers, download: opened.download, fault: opened.clockFault === null ? null : 'content-clock-wrong' };
}

/** A repository below an address, or in a folder given as a file: URL; with or without a slash at the end. */
export function originAt(url: string, transport: Origin['transport']): Origin {
  const base = url.replace(/\/+$/, '');
  return { metadataUrl: `${base}/${metadataFolder}`, targetsUrl: `${base}/${targetsFolder}`, transport };
}
