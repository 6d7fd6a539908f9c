import { canonicalJson, sha256Hex } from '../common/canonical-json.ts';
import type { Sources } from '../compiler/read-sources.ts';
import { packFile } from '../delivery/repository-layout.ts';
import type { Role } from '../delivery/roles.ts';
import { encodePack } from '../model/speech/pack.ts';
import type { SpeechReference } from '../model/speech/speech-reference.ts';
import { phrasesOf, type SpokenText, textsIn } from './phrases.ts';
import { parseTonedReadings } from './toned-reading.ts';
import { voiceOf } from './voice.ts';

type RoleRecords = ReadonlyMap<Role, ReadonlyMap<string, string>>;

export interface SpeechPacks {
  /** Records that name the packs, to be published with the others of their role. */
  records: Map<Role, Map<string, string>>;
  /** Path below the origin -> bytes. */
  files: Map<string, Uint8Array>;
  clips: number;
  /** Sounds that were not in the cache. */
  made: number;
}

/**
 * The sounds of compiled records: a pack for each matter, and one for each role with what else it has and the names of
 * its matters, which stand in lists.
 */
export async function speechPacks(
  roles: RoleRecords,
  sources: Pick<Sources, 'readings'>,
  cacheFolder: string,
): Promise<SpeechPacks> {
  const readings = parseTonedReadings(Object.assign({}, ...sources.readings.map(({ value }) => value)));
  const result: SpeechPacks = { records: new Map(), files: new Map(), clips: 0, made: 0 };
  for (const [role, records] of roles)
    for (const [key, texts] of textsByPack(role, records)) {
      const phrases = phrasesOf(texts, readings);
      if (phrases.length === 0) continue;
      const { clips, made } = await voiceOf(phrases, cacheFolder);
      const pack = encodePack({ clips, syllables: null });
      const reference: SpeechReference = { sha256: sha256Hex(pack), bytes: pack.length };
      const own = result.records.get(role) ?? new Map<string, string>();
      result.records.set(role, own.set(key, canonicalJson(reference)));
      result.files.set(packFile(reference.sha256), pack);
      result.clips += clips.size;
      result.made += made;
    }
  return result;
}

function textsByPack(role: Role, records: ReadonlyMap<string, string>): Map<string, SpokenText[]> {
  const packs = new Map<string, SpokenText[]>();
  const shared: SpokenText[] = [];
  for (const [key, text] of records) {
    const [kind, id] = key.split('/', 2);
    const value: unknown = JSON.parse(text);
    if (kind === 'matter') {
      const { matter } = value as { matter: { name: unknown; summary: unknown } };
      packs.set(`speech/${id}`, textsIn(matter));
      shared.push(...textsIn({ name: matter.name, summary: matter.summary }));
    } else if (kind !== 'lexicon' && kind !== 'speech' && kind !== 'shared-speech') shared.push(...textsIn(value));
  }
  return packs.set(`shared-speech/${role}`, shared);
}
