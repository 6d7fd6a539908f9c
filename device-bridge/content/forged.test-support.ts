import { rolloutSchema } from '../../content/delivery/publication.ts';
import type { Records } from '../../content/delivery/records.ts';
import type { Role } from '../../content/delivery/roles.ts';
import { nextVersion } from '../../content/publisher/publish-records.ts';
import { contentsWithPending, withRepository } from '../../content/publisher/repository/repository.ts';
import { nextContent } from '../../content/publisher/repository/role-content.ts';
import { settle } from '../../content/publisher/repository/settle.ts';
import { putTarget } from '../../content/publisher/repository/target-files.ts';
import type { TestDistrict } from './updater.test-support.ts';

/** What a thief of a role's keys could publish: anything, rightly signed. */
export async function forge({ originFolder, keys }: TestDistrict, role: Role, records: Records): Promise<void> {
  await withRepository({ origin: originFolder, keys, now: new Date() }, async repository => {
    const content = await nextContent({
      ...{ role, records, before: null, rollout: rolloutSchema.parse({}) },
      version: nextVersion(repository, repository.contents.get(role)),
      put: (target, bytes) => putTarget(originFolder, target, bytes),
    });
    await settle(repository, contentsWithPending(repository).set(role, content));
  });
}
