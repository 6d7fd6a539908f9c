import type { Language } from '../common/words.ts';
import { clausesOf, runsOf } from '../model/speech/clauses.ts';
import { pinyinForVoice, type TonedReadings } from './toned-reading.ts';
import type { Phrase } from './voice.ts';

/** A text of the content or of the screen, and the language it is in. */
export interface SpokenText {
  text: string;
  language: Language;
}

/** The sounds that say these texts, each once. Single characters are left to the syllables. */
export function phrasesOf(texts: Iterable<SpokenText>, readings: TonedReadings): Phrase[] {
  const phrases = new Map<string, Phrase>();
  for (const { text, language } of texts)
    for (const clause of clausesOf(text, language)) {
      const runs = clause.language === 'en' ? [clause.text] : runsOf(clause.text);
      for (const run of runs) if (!phrases.has(run)) addRun(phrases, run, readings);
    }
  return [...phrases.values()];
}

function addRun(phrases: Map<string, Phrase>, run: string, readings: TonedReadings): void {
  if (/^\p{Script=Han}/u.test(run)) {
    if (Array.from(run).length > 1)
      phrases.set(run, { key: run, language: 'zh', spoken: pinyinForVoice(run, readings) });
    return;
  }
  const key = run.toLowerCase();
  // Capitals only: an abbreviation, which the kiosk says letter by letter.
  if (run !== run.toUpperCase() || run.includes(' ')) phrases.set(key, { key, language: 'en', spoken: key });
}

/** Every text inside plain data, with its language: what stands under `en` is English, Chinese is seen by its characters. */
export function textsIn(value: unknown, key = ''): SpokenText[] {
  if (typeof value === 'string') {
    if (key === 'en') return [{ text: value, language: 'en' }];
    return /\p{Script=Han}/u.test(value) ? [{ text: value, language: 'zh' }] : [];
  }
  if (Array.isArray(value)) return value.flatMap(each => textsIn(each, key));
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([name, inner]) => (name === 'aliases' ? [] : textsIn(inner, name)));
}
