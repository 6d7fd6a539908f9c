import { type Outcome, outcomeOf } from './outcome.ts';
import { contentsWithPending, type RepositoryOptions, withRepository } from './repository/repository.ts';
import { settle } from './repository/settle.ts';

/**
 * Signs anew what ages, and puts out what waited and is whole now. Needs no sources: the publishing server runs it
 * daily, so that the timestamp never expires.
 */
export async function refresh(options: RepositoryOptions): Promise<Outcome> {
  return withRepository(options, async repository => {
    const contents = contentsWithPending(repository);
    return outcomeOf(repository, contents, await settle(repository, contents));
  });
}
