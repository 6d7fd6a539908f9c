import { readFile } from 'node:fs/promises';
import { Refusal } from '../../../content/common/faults.ts';
import { writeWhole } from '../../../content/common/write-whole.ts';
import { compileRecords } from '../../../content/compiler/compile.ts';
import { readSources } from '../../../content/compiler/read-sources.ts';
import { phrasesOf } from '../../../content/speech/phrases.ts';
import { speechPacks } from '../../../content/speech/speech-packs.ts';
import { parseTonedReadings } from '../../../content/speech/toned-reading.ts';
import { voiceOf } from '../../../content/speech/voice.ts';
import { defaultPaths } from '../../paths.ts';
import { type CommandDefinition, textOption, UsageError } from '../command-line.ts';

/** `content speech`. */
export const speech: CommandDefinition = {
  summary: 'Makes the sounds of the guides ahead of a publication; with --say, lets you hear how something is read',
  usage: 'speech [--source DIR] [--say TEXT [--out FILE.opus]]',
  options: { source: { type: 'string' }, say: { type: 'string' }, out: { type: 'string' } },
  async run({ values, say }) {
    const sources = await readSources(textOption(values, 'source') ?? defaultPaths.contentSource);
    const [text, out] = [textOption(values, 'say'), textOption(values, 'out')];
    if (out !== undefined && text === undefined) throw new UsageError('--out goes with --say');
    if (text === undefined) {
      const began = performance.now();
      const { clips, made, files } = await speechPacks(compileRecords(sources), sources, defaultPaths.speechCache);
      const bytes = [...files.values()].reduce((sum, pack) => sum + pack.length, 0);
      const seconds = Math.round((performance.now() - began) / 1000);
      say(`${clips} sounds in ${files.size} packs, ${(bytes / 1e6).toFixed(1)} MB; ${made} made now, in ${seconds} s.`);
      return { result: { clips, made, packs: files.size, bytes, seconds } };
    }
    const readings = parseTonedReadings(Object.assign({}, ...sources.readings.map(({ value }) => value)));
    const phrases = phrasesOf([{ text, language: 'zh' }], readings);
    if (phrases.length === 0) throw new Refusal('bad-command', 'nothing in this text can be said');
    const { clips } = await voiceOf(phrases, defaultPaths.speechCache);
    for (const { key, spoken } of phrases) say(`${key}    ${spoken}`);
    if (out !== undefined) {
      // Ogg streams after each other are one Ogg file: players play them in turn.
      await writeWhole(out, Buffer.concat(phrases.map(({ key }) => clips.get(key) ?? Buffer.alloc(0))));
      say(`Wrote ${out}, ${(await readFile(out)).length} bytes.`);
    }
    return { result: phrases.map(({ key, spoken }) => ({ text: key, spoken })) };
  },
};
