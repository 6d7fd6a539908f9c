import { Refusal } from '../common/faults.ts';
import { rolloutSchema } from '../delivery/publication.ts';
import type { Role } from '../delivery/roles.ts';
import { type Outcome, outcomeOf } from './outcome.ts';
import { before, nextVersion } from './publish-records.ts';
import { contentsWithPending, type RepositoryOptions, withRepository } from './repository/repository.ts';
import { nextContent } from './repository/role-content.ts';
import { settle } from './repository/settle.ts';
import { putTarget } from './repository/target-files.ts';
import { undone } from './repository/undo-log.ts';
import { requireNothingWaiting } from './repository/waiting.ts';

/**
 * Brings the content of an older version back under a new one, for everybody at once: terminals never take a lower
 * version. The version before, unless `to` says which.
 * @throws Refusal version-missing, edit-waiting
 */
export async function rollback(options: RepositoryOptions & { role: Role; to?: number }): Promise<Outcome> {
  const { role, to } = options;
  return withRepository(options, async repository => {
    const published = repository.contents.get(role);
    requireNothingWaiting(repository, role);
    const start = published === undefined ? null : await before(repository, role, published);
    if (published === undefined || start === null) throw new Refusal('version-missing', `${role} ${to ?? ''}`);
    const records = new Map(start.records);
    // What a rollback brought back counts as the old version it is: a second one goes further back, not forth again.
    const shown = published.publication.rollbackOf ?? published.publication.version;
    const target = to ?? start.undoLogs.find(log => log.version < shown)?.version;
    const steps = start.undoLogs.findIndex(log => log.version === target);
    if (target === undefined || steps < 0) throw new Refusal('version-missing', `${role} ${target ?? ''}`.trim());
    for (const log of start.undoLogs.slice(0, steps + 1)) undone(records, log);
    const content = await nextContent({
      ...{ role, records, before: start, rollbackOf: target, rollout: rolloutSchema.parse({}) },
      version: nextVersion(repository, published),
      put: (path, bytes) => putTarget(repository.origin, path, bytes),
    });
    repository.remember(content, records);
    const contents = contentsWithPending(repository).set(role, content);
    return outcomeOf(repository, contents, await settle(repository, contents));
  });
}
