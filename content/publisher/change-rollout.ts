import { Refusal } from '../common/faults.ts';
import type { Rollout } from '../delivery/publication.ts';
import type { Role } from '../delivery/roles.ts';
import { type Outcome, outcomeOf } from './outcome.ts';
import { contentsWithPending, type RepositoryOptions, withRepository } from './repository/repository.ts';
import { settle } from './repository/settle.ts';
import { requireNothingWaiting } from './repository/waiting.ts';

/**
 * Changes who gets the published version of a role when; the version stays. Parts that are not given stay as they are.
 * @throws Refusal version-missing when the role has published nothing, edit-waiting
 */
export async function changeRollout(
  options: RepositoryOptions & { role: Role; rollout: Partial<Rollout> },
): Promise<Outcome> {
  const { role, rollout } = options;
  return withRepository(options, async repository => {
    const published = repository.contents.get(role);
    if (published === undefined) throw new Refusal('version-missing', role);
    requireNothingWaiting(repository, role);
    const publication = { ...published.publication, rollout: { ...published.publication.rollout, ...rollout } };
    const contents = contentsWithPending(repository).set(role, { ...published, publication });
    return outcomeOf(repository, contents, await settle(repository, contents));
  });
}
