import { canonicalJson } from '../common/canonical-json.ts';
import { Refusal } from '../common/faults.ts';
import { type Rollout, rolloutSchema } from '../delivery/publication.ts';
import { stateHashOf } from '../delivery/records.ts';
import { townsRole } from '../delivery/repository-layout.ts';
import { mayHold, type Role } from '../delivery/roles.ts';
import type { Document } from './documents/document.ts';
import { keyIdOf, signed, tufKeyOf } from './documents/signing.ts';
import { readPrivateKey } from './keys/private-key-file.ts';
import { type Outcome, outcomeOf } from './outcome.ts';
import { signersFor } from './repository/draft.ts';
import { writePending } from './repository/pending.ts';
import {
  contentsIn,
  contentsWithPending,
  type Repository,
  type RepositoryOptions,
  withRepository,
} from './repository/repository.ts';
import { settle } from './repository/settle.ts';

/** What a signature was given to. */
export interface SignedChange {
  document: string;
  version: number;
  /** Keys of records that differ from what is published. */
  records: string[];
  /** Roles that others sign for from then on: `town-204: 2 of 1f3a…, 77b0… (before: 2 of …)`. */
  delegations: string[];
  /** The rollout plan, when it differs from the published one. */
  rollout: Rollout | null;
}

export interface SignResult extends Outcome {
  /** Empty when the person did not agree. */
  signed: SignedChange[];
}

/**
 * Adds one person's signature to what waits for the role, once `agree` was told what changes by it. When it was the last one that was lacking and the server's
 * keys are within reach, the documents go out.
 * @throws Refusal nothing-waiting, key-unknown, key-locked
 */
export async function sign(
  options: RepositoryOptions & {
    role: Role;
    keyFile: string;
    agree: (changes: readonly SignedChange[]) => Promise<boolean>;
  },
): Promise<SignResult> {
  const { role, keyFile, passphrase = null } = options;
  const key = await readPrivateKey(keyFile, passphrase);
  const keyId = keyIdOf(tufKeyOf(key));
  return withRepository({ ...options, keyFiles: [] }, async repository => {
    const names = (role === 'district' ? [role, townsRole] : [role]).filter(name => repository.pending.has(name));
    if (names.length === 0) throw new Refusal('nothing-waiting', role);
    const changes: SignedChange[] = [];
    for (const name of names) {
      const document = repository.pending.get(name);
      const mine = signersFor(repository, name).some(({ signers }) => signers.keyids.includes(keyId));
      if (document === undefined || !mine) continue;
      changes.push({
        document: name,
        version: document.signed.version,
        records: await changedRecords(repository, name, document),
        delegations: changedDelegations(repository.published.documents.get(name), document),
        rollout: changedRollout(repository, name, document),
      });
    }
    if (changes.length === 0) throw new Refusal('key-unknown', `${keyFile} for ${role}`);
    const agreed = await options.agree(changes);
    for (const { document: name } of agreed ? changes : []) {
      const document = repository.pending.get(name);
      if (document !== undefined) repository.pending.set(name, signed(document, key));
    }
    await writePending(repository.stateFolder, repository.pending);
    const contents = contentsWithPending(repository);
    const outcome = outcomeOf(repository, contents, await settle(repository, contents));
    return { ...outcome, signed: agreed ? changes : [] };
  });
}

/** Whom the document lets speak for others, where that changes. What roles.json says is not asked: nobody signed it. */
function changedDelegations(published: Document<'targets'> | undefined, document: Document<'targets'>): string[] {
  const before = signersIn(published);
  const now = signersIn(document);
  return [...new Set([...before.keys(), ...now.keys()])]
    .filter(role => before.get(role) !== now.get(role))
    .sort()
    .map(role => `${role}: ${now.get(role) ?? 'nobody'} (before: ${before.get(role) ?? 'nobody'})`);
}

function signersIn(document: Document<'targets'> | undefined): Map<string, string> {
  const roles = document?.signed.delegations?.roles ?? [];
  return new Map(
    roles.map(({ name, threshold, keyids, paths }) => {
      const keys = [...keyids].sort().map(id => id.slice(0, 12));
      return [name, `${threshold} of ${keys.join(', ')} for ${paths.join(', ')}`];
    }),
  );
}

function changedRollout(repository: Repository, name: string, document: Document<'targets'>): Rollout | null {
  const [entry] = contentsIn(new Map([[name, document]]));
  if (entry === undefined) return null;
  const [role, { publication }] = entry;
  const published = repository.contents.get(role)?.publication.rollout ?? rolloutSchema.parse({});
  return canonicalJson(published) === canonicalJson(publication.rollout) ? null : publication.rollout;
}

/** @throws Refusal content-invalid when the files are not what the document says: nobody signs the unseen */
async function changedRecords(repository: Repository, name: string, document: Document<'targets'>): Promise<string[]> {
  const [entry] = contentsIn(new Map([[name, document]]));
  if (entry === undefined) return [];
  const [role, content] = entry;
  const published = repository.contents.get(role);
  const now = await repository.recordsOf(role, content);
  if (
    now === null ||
    stateHashOf(now) !== content.publication.stateHash ||
    ![...now.keys()].every(key => mayHold(role, key))
  )
    throw new Refusal('content-invalid', `the bundle of ${name} is not what is to be signed`);
  const old = published === undefined ? null : await repository.recordsOf(role, published);
  const before = old ?? new Map<string, string>();
  return [...new Set([...before.keys(), ...now.keys()])].filter(key => before.get(key) !== now.get(key)).sort();
}
