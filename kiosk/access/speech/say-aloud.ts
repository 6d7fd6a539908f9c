import type { Language } from '../../../content/common/words.ts';
import { openPlayer, openPlayers } from './sounds.ts';
import { plainVoice } from './voice.ts';

let announcing = 0;

/** Nothing that was read to a citizen is heard any more, nor ready to be. */
export function isReadingOver(): boolean {
  return openPlayers() === announcing;
}

/**
 * Says something though nobody asked to be read to and no visit is under way: a card or papers were left behind. Returns
 * what ends it at once; it ends by itself when all is said.
 */
export async function sayAloud(text: string, language: Language): Promise<() => void> {
  const voice = await plainVoice();
  const player = openPlayer();
  announcing += 1;
  let isOver = false;
  const end = (): void => {
    if (!isOver) announcing -= 1;
    isOver = true;
    player.close();
  };
  player.play(voice.soundsOf(text, language), end);
  document.dispatchEvent(new CustomEvent('speech-said', { detail: { text, language } }));
  return end;
}
