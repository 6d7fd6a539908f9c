import { z } from 'zod';
import { packFile } from '../../../content/delivery/repository-layout.ts';
import { type SpeechReference, speechIndexSchema } from '../../../content/model/speech/speech-reference.ts';
import type { Log } from '../../log.ts';
import { pause } from '../../pause.ts';
import type { Source } from '../update/look.ts';
import { type PackFolder, packFolder } from './pack-folder.ts';

const delays = {
  /** Until packs that did not come are asked for again. */
  retryMs: 60_000,
  /** Also when all are here: a file may be lost. */
  lookMs: 60 * 60_000,
} as const;

const generationSchema = z.object({ speech: speechIndexSchema.optional() });

interface Generation {
  digest: string;
  bytes: Uint8Array;
}

export interface SpeechKeeper {
  /** Another generation is shown. */
  changed(): void;
  /** Bytes of a pack; null when it is not here. */
  pack(sha256: string): Promise<Uint8Array | null>;
  /** Resolves when everything that can be fetched now is here. */
  settled(): Promise<void>;
  close(): Promise<void>;
}

/**
 * Fetches the sounds of the generation on show, one pack after the other, behind everything else: the guides are shown
 * without them, and the kiosk says by syllables what is not here yet. Nothing is believed but the hash in the signed
 * record.
 */
export function keepSpeech(options: {
  folder: string;
  sources: readonly Source[];
  shown: () => Generation | null;
  log: Log;
  now?: () => number;
}): SpeechKeeper {
  const { sources, shown, log, now = Date.now } = options;
  const packs = packFolder(options.folder);
  const closing = new AbortController();
  let waiting = new AbortController();
  let stale = true;
  const idle: (() => void)[] = [];
  const running = run();

  async function run(): Promise<void> {
    while (!closing.signal.aborted) {
      stale = false;
      const generation = shown();
      const missing = await fetchAll(generation).catch(error => {
        log.warn({ err: error instanceof Error ? error.stack : String(error) }, 'sounds are not fetched');
        return 1;
      });
      if (stale || closing.signal.aborted) continue;
      waiting = new AbortController();
      for (const resolve of idle.splice(0)) resolve();
      const signal = AbortSignal.any([waiting.signal, closing.signal]);
      await pause(missing > 0 ? delays.retryMs : delays.lookMs, signal);
    }
    for (const resolve of idle.splice(0)) resolve();
  }

  /** How many packs could not be had. */
  async function fetchAll(generation: Generation | null): Promise<number> {
    if (generation === null) return 0;
    const wanted = referencesIn(generation);
    let missing = 0;
    for (const reference of wanted) {
      if (stale || closing.signal.aborted) return missing;
      if (!(await packs.has(reference)) && !(await fetchPack(packs, reference))) missing += 1;
    }
    if (missing > 0) log.info({ missing, of: wanted.length }, 'sounds are missing');
    else await packs.prune(new Set(wanted.map(({ sha256 }) => sha256)), now());
    return missing;
  }

  async function fetchPack(into: PackFolder, reference: SpeechReference): Promise<boolean> {
    for (const { origin, isThere } of sources) {
      if (!isThere()) continue;
      const url = `${origin.targetsUrl.replace(/\/targets$/, '')}/${packFile(reference.sha256)}`;
      const answer = await origin.transport.get(url, { limitBytes: reference.bytes }).catch(() => null);
      if (answer?.status === 'found' && (await into.put(reference, answer.bytes))) return true;
    }
    return false;
  }

  return {
    changed: () => {
      stale = true;
      waiting.abort();
    },
    pack: packs.read,
    settled: () => {
      stale = true;
      const done = new Promise<void>(resolve => idle.push(resolve));
      waiting.abort();
      return done;
    },
    close: async () => {
      closing.abort();
      await running;
    },
  };
}

function referencesIn({ bytes }: Generation): SpeechReference[] {
  const { speech } = generationSchema.parse(JSON.parse(Buffer.from(bytes).toString('utf8')));
  return speech === undefined ? [] : [...speech.shared, ...Object.values(speech.matters)];
}
