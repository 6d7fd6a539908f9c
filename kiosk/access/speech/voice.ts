import type { Language } from '../../../content/common/words.ts';
import { chooseClips, type Voicebox, voiceboxOf } from '../../../content/model/speech/choose-clips.ts';
import { clausesOf } from '../../../content/model/speech/clauses.ts';
import type { SpeechPack } from '../../../content/model/speech/pack.ts';
import type { SpeechIndex } from '../../../content/model/speech/speech-reference.ts';
import { interfacePack, pack, packAddress } from './pack-store.ts';
import type { Sound } from './sounds.ts';

/** Turns words into sounds. */
export interface Voice {
  soundsOf(text: string, language: Language): Sound[];
}

/** Between sounds of one clause that are not one sound. */
const jointMs = 25;

/** With the sounds that are here now: the kiosk's own and, of the content, those of `matterId` and of every screen. */
export async function voiceFor(speech: SpeechIndex | undefined, matterId: string | null): Promise<Voice> {
  const own = matterId === null ? undefined : speech?.matters[matterId];
  const references = [...(own === undefined ? [] : [own]), ...(speech?.shared ?? [])];
  const found = await Promise.all([interfacePack(), ...references.map(({ sha256 }) => pack(packAddress(sha256)))]);
  return voiceOf(found.filter(each => each !== null));
}

/** Without the content's sounds: there at once. */
export async function plainVoice(): Promise<Voice> {
  const own = await interfacePack();
  return voiceOf(own === null ? [] : [own]);
}

function voiceOf(packs: readonly SpeechPack[]): Voice {
  const clip = (key: string): Uint8Array | undefined => {
    for (const { clips } of packs) {
      const bytes = clips.get(key);
      if (bytes !== undefined) return bytes;
    }
    return undefined;
  };
  const voicebox = syllablesOf(packs, key => clip(key) !== undefined);
  return {
    soundsOf: (text, language) =>
      clausesOf(text, language).flatMap(clause => {
        const sounds = chooseClips(clause, voicebox).flatMap(key => {
          const bytes = clip(key);
          return bytes === undefined ? [] : [{ bytes, pauseMs: jointMs }];
        });
        const last = sounds.at(-1);
        if (last !== undefined) last.pauseMs = clause.pauseMs;
        return sounds;
      }),
  };
}

function syllablesOf(packs: readonly SpeechPack[], has: (key: string) => boolean): Voicebox {
  return voiceboxOf(has, packs.find(({ syllables }) => syllables !== null)?.syllables ?? null);
}
