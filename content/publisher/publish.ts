import { giveCodes } from '../codes/give-codes.ts';
import { Refusal } from '../common/faults.ts';
import { type CheckReport, checkContent } from '../compiler/check.ts';
import type { Rollout } from '../delivery/publication.ts';
import type { Role } from '../delivery/roles.ts';
import { type SpeechPacks, speechPacks } from '../speech/speech-packs.ts';
import { type Build, build } from './build.ts';
import { removeOldPacks, writePacks } from './pack-files.ts';
import { type PublishedRecords, publishRecords } from './publish-records.ts';
import type { RepositoryOptions } from './repository/repository.ts';

export interface PublishOptions extends RepositoryOptions {
  /** Folder of sources. */
  source: string;
  /** Only these roles, whatever else the sources say. */
  roles?: readonly Role[];
  /** Who gets the new versions when; everybody, at once, unless given. */
  rollout?: Rollout;
  /** Where sounds are kept once they are made. Absent: no new ones are made, and those that are out stay. */
  speechCache?: string;
  onReport?: (report: CheckReport) => void;
}

export interface PublishResult extends PublishedRecords {
  matters: number;
  places: number;
  /** Phone pages that the sources make. */
  pages: number;
  /** Sounds of the guides; null when none were asked for. */
  sounds: { clips: number; bytes: number } | null;
}

/**
 * Checks, compiles and signs `source`, and writes what changed to the static origin folder. What lacks signatures waits
 * beside it.
 * @throws Refusal content-invalid (report in `onReport`), key-missing, role-without-keys, origin-unreadable,
 * publisher-busy
 */
export async function publish(options: PublishOptions): Promise<PublishResult> {
  const { roles, origin, now } = options;
  const { records, generation, pages, speech } = await voicedBuild(options);
  const chosen = roles === undefined ? records : new Map([...records].filter(([role]) => roles.includes(role)));
  if (speech !== null) await writePacks(origin, speech.files, now);
  // Pages are made of all sources: beside one role's publication they would show what others have not signed.
  const result = await publishRecords({
    ...{ ...options, records: chosen, partly: roles !== undefined },
    ...(roles === undefined ? { pages } : {}),
  });
  if (speech !== null) await removeOldPacks(origin, now);
  const { matters, places } = generation;
  const sounds = speech === null ? null : { clips: speech.clips, bytes: bytesIn(speech.files) };
  return { ...result, matters: matters.length, places: places.length, pages: pages.size, sounds };
}

/**
 * The sources as they are now, checked and compiled, with their sounds. Making sounds takes minutes the first time, in
 * which somebody may publish an edit: then everything is read once more, so that nothing old is put over it.
 */
async function voicedBuild(options: PublishOptions): Promise<Build & { speech: SpeechPacks | null }> {
  const report = await checkContent(options.source);
  if (report.errors > 0) {
    options.onReport?.(report);
    throw new Refusal('content-invalid', `${report.errors} errors`);
  }
  const { sources } = await giveCodes(options.source, report.sources);
  const made = build(sources);
  const { speechCache } = options;
  const speech = speechCache === undefined ? null : await speechPacks(made.records, sources, speechCache);
  if (speech !== null && speech.made > 0) return voicedBuild(options);
  options.onReport?.(report);
  return { ...made, records: withRecords(made.records, speech), speech };
}

function withRecords(records: Build['records'], speech: SpeechPacks | null): Build['records'] {
  return new Map([...records].map(([role, own]) => [role, new Map([...own, ...(speech?.records.get(role) ?? [])])]));
}

function bytesIn(files: SpeechPacks['files']): number {
  return [...files.values()].reduce((sum, bytes) => sum + bytes.length, 0);
}
