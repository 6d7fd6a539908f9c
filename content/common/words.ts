import type { Text } from './text.ts';

export type Language = 'zh' | 'en';

/** The words in the asked language, falling back to Chinese: a missing translation must never blank a screen. */
export function words(text: Text, language: Language): string {
  return (language === 'en' ? text.en : undefined) ?? text.zh;
}
