import { join } from 'node:path';
import { withProcessLock } from '../../common/process-lock.ts';
import type { Records } from '../../delivery/records.ts';
import { deltasRole } from '../../delivery/repository-layout.ts';
import { type Role, roleSchema } from '../../delivery/roles.ts';
import { requireKeyFolder } from '../keys/key-folder.ts';
import { type KeyRing, type KeyRingOptions, openKeyRing } from '../keys/key-ring.ts';
import type { Root } from '../keys/root-document.ts';
import type { TrustPlan } from '../keys/trust-plan.ts';
import { type Pending, readPending } from './pending.ts';
import { type Published, readPublished } from './published.ts';
import { contentIn, type RoleContent } from './role-content.ts';
import { readBundle } from './target-files.ts';

export interface RepositoryOptions extends KeyRingOptions {
  /** The folder of static files that terminals read. */
  origin: string;
  /** The folder of keys. */
  keys: string;
  now: Date;
  /** Versions are at least this one: for an origin that was lost, as terminals refuse a version below their own. */
  versionAtLeast?: number;
}

/** An origin, who may sign for it, and what is published there. */
export interface Repository {
  origin: string;
  /** What the publisher keeps for itself: history, and documents that lack signatures. */
  stateFolder: string;
  now: Date;
  versionAtLeast: number;
  plan: TrustPlan;
  /** In order; the last one is in force. */
  roots: readonly Root[];
  ring: KeyRing;
  published: Published;
  pending: Pending;
  contents: ReadonlyMap<Role, RoleContent>;
  /** Every record of a content; null when its bundle is gone or torn. */
  recordsOf(role: Role, content: RoleContent): Promise<Records | null>;
  /** Spares reading back what was just written. */
  remember(content: RoleContent, records: Records): void;
}

function stateFolderOf(origin: string): string {
  return `${origin.replace(/\/+$/, '')}.publisher`;
}

/**
 * Opens the repository for one change at a time.
 * @throws Refusal key-missing, origin-unreadable, publisher-busy
 */
export async function withRepository<T>(
  options: RepositoryOptions,
  work: (repository: Repository) => Promise<T>,
): Promise<T> {
  const { origin, now, versionAtLeast = 1 } = options;
  const stateFolder = stateFolderOf(origin);
  const { plan, roots } = await requireKeyFolder(options.keys);
  const ring = await openKeyRing(options.keys, plan, options);
  // Two publishers at a time would sign two documents of one version.
  return withProcessLock(join(stateFolder, 'publisher.pid'), async () => {
    const published = await readPublished(origin, roots, options.versionAtLeast !== undefined);
    const pending = await readPending(stateFolder);
    const known = new Map<string, Records>();
    return work({
      ...{ origin, stateFolder, now, versionAtLeast, plan, roots, ring, published, pending },
      contents: contentsIn(published.documents),
      recordsOf: async (role, content) => {
        const records = known.get(content.publication.stateHash) ?? (await readBundle(origin, role, content.bundle));
        if (records !== null) known.set(content.publication.stateHash, records);
        return records;
      },
      remember: (content, records) => known.set(content.publication.stateHash, records),
    });
  });
}

/** What each role publishes, in these documents. */
export function contentsIn(documents: Published['documents']): Map<Role, RoleContent> {
  const contents = new Map<Role, RoleContent>();
  for (const name of documents.keys()) {
    const role = roleSchema.safeParse(name);
    if (!role.success) continue;
    const content = contentIn(role.data, [documents.get(name), documents.get(deltasRole(role.data))]);
    if (content !== null) contents.set(role.data, content);
  }
  return contents;
}

/** The published contents, with those that wait for signatures in place of the older ones. */
export function contentsWithPending({ published, pending }: Repository): Map<Role, RoleContent> {
  return contentsIn(new Map([...published.documents, ...pending]));
}
