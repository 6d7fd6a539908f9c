import { signal } from '@preact/signals';
import type { Text } from '../../content/common/text.ts';
import { type Language, words } from '../../content/common/words.ts';
import { usePresentSession } from '../session/session.ts';
import { type Words, zh } from './zh.ts';

/** Not part of the first screen's code; fetched in the first quiet moment and at the latest when asked for. */
const english = signal<Words | null>(null);

export async function loadEnglish(): Promise<void> {
  if (english.peek() === null) english.value = (await import('./en.ts')).en;
}

export interface Speech {
  language: Language;
  /** The screen's own words. */
  t: Words;
  /** The content's words. */
  say(text: Text): string;
}

/** In the language of this visit; where nobody is there, in Chinese. */
export function useWords(): Speech {
  return speechIn(usePresentSession()?.settings.value.language ?? 'zh');
}

export function speechIn(language: Language): Speech {
  if (language === 'en' && english.value === null) void loadEnglish();
  const t = language === 'en' ? (english.value ?? zh) : zh;
  return { language, t, say: text => words(text, language) };
}
