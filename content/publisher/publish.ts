import { giveCodes } from '../codes/give-codes.ts';
import { Refusal } from '../common/faults.ts';
import { type CheckReport, checkContent } from '../compiler/check.ts';
import type { Rollout } from '../delivery/publication.ts';
import type { Role } from '../delivery/roles.ts';
import { build } from './build.ts';
import { type PublishedRecords, publishRecords } from './publish-records.ts';
import type { RepositoryOptions } from './repository/repository.ts';

export interface PublishOptions extends RepositoryOptions {
  /** Folder of sources. */
  source: string;
  /** Only these roles, whatever else the sources say. */
  roles?: readonly Role[];
  /** Who gets the new versions when; everybody, at once, unless given. */
  rollout?: Rollout;
  onReport?: (report: CheckReport) => void;
}

export interface PublishResult extends PublishedRecords {
  matters: number;
  places: number;
  /** Phone pages that the sources make. */
  pages: number;
}

/**
 * Checks, compiles and signs `source`, and writes what changed to the static origin folder. What lacks signatures waits
 * beside it.
 * @throws Refusal content-invalid (report in `onReport`), key-missing, role-without-keys, origin-unreadable,
 * publisher-busy
 */
export async function publish(options: PublishOptions): Promise<PublishResult> {
  const report = await checkContent(options.source);
  options.onReport?.(report);
  if (report.errors > 0) throw new Refusal('content-invalid', `${report.errors} errors`);
  const { sources } = await giveCodes(options.source, report.sources);
  const { records, generation, pages } = build(sources);
  const { roles } = options;
  const chosen = roles === undefined ? records : new Map([...records].filter(([role]) => roles.includes(role)));
  // Pages are made of all sources: beside one role's publication they would show what others have not signed.
  const result = await publishRecords({
    ...{ ...options, records: chosen, partly: roles !== undefined },
    ...(roles === undefined ? { pages } : {}),
  });
  const { matters, places } = generation;
  return { ...result, matters: matters.length, places: places.length, pages: pages.size };
}
