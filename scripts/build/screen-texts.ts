import { globSync } from 'node:fs';
import { join } from 'node:path';
import { fault, faultNames } from '../../content/common/faults.ts';
import {
  exerciseLevels,
  fields,
  handlingAreas,
  matterTypes,
  otherWays,
  powerLevels,
} from '../../content/model/code-lists.ts';
import { type SpokenText, textsIn } from '../../content/speech/phrases.ts';
import { en } from '../../kiosk/locales/en.ts';
import { zh } from '../../kiosk/locales/zh.ts';

/** Stand-ins that no text of the screen has: what a template says around them is what it always says. */
const stands = { number: 1, word: '\u2402', words: ['\u2402', '\u2402'] } as const;

/** Every text the kiosk itself brings: its locales, the faults' words, the lists of codes. */
export async function screenTexts(): Promise<SpokenText[]> {
  const lists = [exerciseLevels, fields, handlingAreas, matterTypes, otherWays, powerLevels];
  const faults = faultNames().map(name => {
    const { citizen, remedy } = fault(name);
    return { citizen, remedy };
  });
  const own = [...localeTexts(zh, 'zh'), ...localeTexts(en, 'en'), ...(await screensOwnTexts())];
  return [...own, ...textsIn(lists), ...textsIn(faults)];
}

/** Words that come with the code of their screens: every `*-words.ts` beside the locales exports them by language. */
async function screensOwnTexts(): Promise<SpokenText[]> {
  const folder = join(import.meta.dirname, '../../kiosk/locales');
  const texts: SpokenText[] = [];
  for (const file of globSync('*-words.ts', { cwd: folder }).sort()) {
    const exported: Record<string, unknown> = await import(join(folder, file));
    for (const words of Object.values(exported))
      if (typeof words === 'object' && words !== null && 'zh' in words && 'en' in words)
        texts.push(...localeTexts(words.zh, 'zh'), ...localeTexts(words.en, 'en'));
  }
  return texts;
}

/** The texts of one locale; of a template its fixed parts. */
export function localeTexts(words: unknown, language: SpokenText['language']): SpokenText[] {
  if (typeof words === 'string') return [{ text: words, language }];
  if (typeof words === 'function') return templateTexts(words as Template, language);
  if (typeof words !== 'object' || words === null) return [];
  return Object.values(words).flatMap(each => localeTexts(each, language));
}

type Template = (...given: never[]) => unknown;

function templateTexts(template: Template, language: SpokenText['language']): SpokenText[] {
  const said = new Set<string>();
  for (const kind of ['number', 'word', 'words'] as const) {
    const given = Array.from({ length: template.length }, () => stands[kind]) as never[];
    try {
      const text = template(...given);
      if (typeof text === 'string') said.add(text);
    } catch {
      // A template of words cannot do with numbers: another kind of stand-in fits.
    }
  }
  return [...said].flatMap(text =>
    text
      .split(/\u2402|\d+|undefined|true/)
      .filter(part => /\p{L}/u.test(part))
      .map(part => ({ text: part, language })),
  );
}
