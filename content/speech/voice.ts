import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdir, mkdtemp, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { availableParallelism, tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';
import { Refusal } from '../common/faults.ts';
import type { Language } from '../common/words.ts';
import { splitAtSilence } from './wav.ts';

/** One sound: what it is asked for by, and what the voice reads for it. */
export interface Phrase {
  key: string;
  language: Language;
  /** Toned pinyin, or English words. */
  spoken: string;
}

/** Any change here makes every sound anew. Slower than the voices' own pace: an old ear follows it. */
const voices: Record<Language, string> = {
  zh: 'espeak-ng -m -v cmn-latn-pinyin -s 165 -z',
  en: 'espeak-ng -m -v en-gb -s 150 -z',
};
const encoder = 'opusenc --quiet --comp 3 --bitrate 12 --framesize 60 --padding 0 --discard-comments --serial 1';
const batchSize = 48;
const breakMs = 900;
const gapMs = 600;
const run = promisify(execFile);

export interface Voiced {
  /** Ogg Opus by key. */
  clips: Map<string, Uint8Array>;
  /** How many were not in the cache. */
  made: number;
}

/**
 * The sounds of these phrases, from the cache or made by espeak-ng and opusenc as processes. Several makers may share a
 * cache: each file is put in its place whole.
 * @throws Refusal voice-missing
 */
export async function voiceOf(phrases: readonly Phrase[], cacheFolder: string): Promise<Voiced> {
  const clips = new Map<string, Uint8Array>();
  const missing: Phrase[] = [];
  for (const phrase of phrases) {
    const cached = await readFile(cacheFile(cacheFolder, phrase)).catch(() => null);
    if (cached === null) missing.push(phrase);
    else clips.set(phrase.key, cached);
  }
  const queue = batches(missing);
  await Promise.all(
    Array.from({ length: availableParallelism() }, async () => {
      for (let batch = queue.shift(); batch !== undefined; batch = queue.shift())
        for (const [key, bytes] of await make(batch, cacheFolder)) clips.set(key, bytes);
    }),
  );
  return { clips, made: missing.length };
}

/**
 * Many sounds at a time: starting the voice takes ten times as long as it then needs for a word. Between two phrases it
 * is silent for long, longer than within any; should that fail to part them, they are made in smaller batches.
 */
async function make(batch: readonly Phrase[], cacheFolder: string): Promise<[string, Uint8Array][]> {
  const folder = await mkdtemp(join(tmpdir(), 'speech-'));
  try {
    const [language = 'zh'] = batch.map(phrase => phrase.language);
    const text = batch.map(({ spoken }) => `${spoken}. <break time="${breakMs}ms"/>`).join('\n');
    await writeFile(join(folder, 'all.ssml'), text);
    await shell(folder, [`${voices[language]} -f all.ssml -w all.wav`]);
    const sounds = splitAtSilence(await readFile(join(folder, 'all.wav')), gapMs);
    if (sounds.length !== batch.length) {
      if (batch.length === 1) throw new Refusal('voice-missing', `${sounds.length} sounds for ${text}`);
      const half = Math.ceil(batch.length / 2);
      return [...(await make(batch.slice(0, half), cacheFolder)), ...(await make(batch.slice(half), cacheFolder))];
    }
    await Promise.all(sounds.map((sound, at) => writeFile(join(folder, `${at}.wav`), sound)));
    // One shell starts the encoders: that is far quicker than starting each from here.
    await shell(
      folder,
      batch.map((_, at) => `${encoder} ${at}.wav ${at}.opus`),
    );
    return await Promise.all(
      batch.map(async (phrase, at) => {
        const bytes = await readFile(join(folder, `${at}.opus`));
        await keep(cacheFile(cacheFolder, phrase), bytes);
        return [phrase.key, bytes] as [string, Uint8Array];
      }),
    );
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

async function shell(cwd: string, lines: readonly string[]): Promise<void> {
  await run('sh', ['-ec', lines.join('\n')], { cwd }).catch((error: Error & { stderr?: string }) => {
    throw new Refusal('voice-missing', (error.stderr ?? error.message).trim().split('\n')[0]);
  });
}

/** Whole or not there. Not flushed: what a power cut takes is made again. */
async function keep(file: string, bytes: Uint8Array): Promise<void> {
  await mkdir(dirname(file), { recursive: true });
  const draft = `${file}.${process.pid}.new`;
  await writeFile(draft, bytes);
  await rename(draft, file);
}

function cacheFile(cacheFolder: string, { language, spoken }: Phrase): string {
  const hash = createHash('sha256').update([voices[language], encoder, spoken].join('\n')).digest('hex');
  return join(cacheFolder, hash.slice(0, 2), `${hash.slice(2, 34)}.opus`);
}

/** Of one language each. */
function batches(phrases: readonly Phrase[]): Phrase[][] {
  return [...Map.groupBy(phrases, ({ language }) => language).values()].flatMap(all =>
    Array.from({ length: Math.ceil(all.length / batchSize) }, (_, at) =>
      all.slice(at * batchSize, (at + 1) * batchSize),
    ),
  );
}
