import type { Records } from '../delivery/records.ts';
import type { Role } from '../delivery/roles.ts';
import type { Repository } from './repository/repository.ts';

/**
 * A publication without sounds leaves those that are out: they are asked for by what they say, so that a guide that
 * changed only lacks what is new in it. Sounds of a matter that is gone go with it.
 */
export async function withKeptSpeech(repository: Repository, role: Role, records: Records): Promise<Records> {
  const published = repository.contents.get(role);
  if (published === undefined || records.size === 0 || [...records.keys()].some(isSpeech)) return records;
  const before = await repository.recordsOf(role, published);
  const kept = [...(before ?? [])].filter(([key]) => isSpeech(key) && isWanted(key, records));
  return kept.length === 0 ? records : new Map([...records, ...kept]);
}

function isSpeech(key: string): boolean {
  return key.startsWith('speech/') || key.startsWith('shared-speech/');
}

function isWanted(key: string, records: Records): boolean {
  return key.startsWith('shared-') || records.has(key.replace('speech/', 'matter/'));
}
