import type { Role } from '../../delivery/roles.ts';
import type { Document } from '../documents/document.ts';
import { validSigners } from '../documents/signing.ts';
import { nameOfKey } from '../keys/trust-plan.ts';
import { removeOtherPages } from '../other-pages.ts';
import { bodiesOf } from './bodies.ts';
import { contentRoleOf, draftsFor, groupsOf, isComplete, signersFor } from './draft.ts';
import { storedPages, writePages } from './page-store.ts';
import { writePending } from './pending.ts';
import { type Head, headFor, markInUse, removeUnused, writeOut } from './put-out.ts';
import type { Repository } from './repository.ts';
import type { RoleContent } from './role-content.ts';
import { undoLogOf, writeUndoLog } from './undo-log.ts';

/** A document that lacks signatures. */
export interface Waiting {
  /** Name of the document: a role, or `towns` for the district's word about the townships. */
  document: string;
  version: number;
  threshold: number;
  /** Names of the keys that signed. */
  signed: string[];
  /** Names of the keys that still may. Empty: it waits for another document, or for the publishing server's keys. */
  missing: string[];
}

export interface Settlement {
  /** Names of the documents that went out. */
  out: string[];
  waiting: Waiting[];
  /** Bytes of metadata that a terminal fetches for this. */
  metadataBytes: number;
  /** Whether anything was written into the origin. */
  changed: boolean;
}

/**
 * Makes the repository say what `contents` and the plan say: signs what is due with the keys within reach, puts out
 * every group of documents that is whole, and keeps the rest waiting. The files that `contents` name are in the origin
 * already. Doing it again changes nothing.
 */
export async function settle(repository: Repository, contents: ReadonlyMap<Role, RoleContent>): Promise<Settlement> {
  const { published, plan, roots } = repository;
  const drafts = await draftsFor(repository, bodiesOf(plan, contents));
  const whole = groupsOf(repository, drafts).filter(names => names.every(name => isWhole(repository, drafts, name)));
  const ready = new Map([...drafts].filter(([name]) => whole.flat().includes(name)));
  const head = await headFor(repository, ready);
  // Without the server's keys nothing can go out; what people have signed is kept for it.
  const out = head === null ? new Map<string, Document<'targets'>>() : ready;
  const waiting = new Map([...drafts].filter(([name]) => !out.has(name)));
  const newRoot = (roots.at(-1)?.signed.version ?? 0) > published.rootVersion;
  const changed = head !== null && (head.timestamp !== null || newRoot);
  const shown = new Map([...contents].filter(([role]) => out.has(role) || !waiting.has(role)));
  for (const [role, content] of repository.contents) if (!shown.has(role)) shown.set(role, content);
  const pages = await storedPages(repository.stateFolder, shown);
  let metadataBytes = 0;
  if (head !== null && changed) {
    await markInUse(repository);
    await keepHistory(repository, contents, out);
    // Pages before the terminals that show codes to them; old ones leave last.
    await writePages(repository.origin, pages ?? new Map());
    metadataBytes = await writeOut(repository, out, head);
  }
  await writePending(repository.stateFolder, waiting);
  if (head !== null && changed) await cleanUp(repository, head, out, waiting);
  if (pages !== null) {
    await writePages(repository.origin, pages);
    await removeOtherPages(repository.origin, pages);
  }
  const list = [...waiting].map(([name, document]) => waitingOf(repository, name, document));
  return { out: [...out.keys()], waiting: list, metadataBytes, changed };
}

function isWhole(repository: Repository, drafts: ReadonlyMap<string, Document<'targets'>>, name: string): boolean {
  const draft = drafts.get(name);
  return draft !== undefined && isComplete(repository, name, draft);
}

/** What leads back from the new versions to those that are published. */
async function keepHistory(
  repository: Repository,
  contents: ReadonlyMap<Role, RoleContent>,
  out: ReadonlyMap<string, Document<'targets'>>,
): Promise<void> {
  for (const name of out.keys()) {
    const role = contentRoleOf(name);
    const [old, next] = role === null ? [] : [repository.contents.get(role), contents.get(role)];
    if (role === null || old === undefined || next === undefined) continue;
    if (old.publication.version === next.publication.version) continue;
    const [before, after] = [await repository.recordsOf(role, old), await repository.recordsOf(role, next)];
    if (before === null || after === null) continue;
    await writeUndoLog(repository.stateFolder, role, undoLogOf(old.publication.version, before, after));
  }
}

async function cleanUp(
  repository: Repository,
  head: Head,
  out: ReadonlyMap<string, Document<'targets'>>,
  waiting: ReadonlyMap<string, Document<'targets'>>,
): Promise<void> {
  const current = new Map([...repository.published.documents, ...out]);
  const named = [...current.values(), ...waiting.values()];
  await removeUnused(repository, head.snapshot ?? repository.published.snapshot, named);
}

function waitingOf(repository: Repository, name: string, document: Document<'targets'>): Waiting {
  const { plan } = repository;
  const [who] = signersFor(repository, name);
  const signed = who === undefined ? [] : validSigners(document, who.signers, who.keys);
  const threshold = who?.signers.threshold ?? 1;
  const missing = signed.length >= threshold ? [] : (who?.signers.keyids ?? []).filter(id => !signed.includes(id));
  const names = (ids: readonly string[]): string[] => ids.map(id => nameOfKey(plan, id));
  return {
    document: name,
    version: document.signed.version,
    threshold,
    signed: names(signed),
    missing: names(missing),
  };
}
