import { Refusal } from '../../common/faults.ts';
import type { Role } from '../../delivery/roles.ts';
import { contentsWithPending, type Repository } from './repository.ts';

/** @throws Refusal edit-waiting when a newer version of the role lacks signatures: it would be lost unseen */
export function requireNothingWaiting(repository: Repository, role: Role): void {
  const waiting = contentsWithPending(repository).get(role)?.publication;
  const published = repository.contents.get(role)?.publication;
  if (waiting !== undefined && waiting.version > (published?.version ?? 0)) throw new Refusal('edit-waiting', role);
}
