import { Refusal } from '../common/faults.ts';
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
  /** Keys of records that differ from what is published; empty when only the plan or the keys change. */
  records: string[];
}

export interface SignResult extends Outcome {
  signed: SignedChange[];
}

/**
 * Adds one person's signature to what waits for the role. When it was the last one that was lacking and the server's
 * keys are within reach, the documents go out.
 * @throws Refusal nothing-waiting, key-unknown, key-locked
 */
export async function sign(options: RepositoryOptions & { role: Role; keyFile: string }): Promise<SignResult> {
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
      });
      repository.pending.set(name, signed(document, key));
    }
    if (changes.length === 0) throw new Refusal('key-unknown', `${keyFile} for ${role}`);
    await writePending(repository.stateFolder, repository.pending);
    const contents = contentsWithPending(repository);
    const outcome = outcomeOf(repository, contents, await settle(repository, contents));
    return { ...outcome, signed: changes };
  });
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
