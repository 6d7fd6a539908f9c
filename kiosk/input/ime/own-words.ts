import type { Generation } from '../../../content/model/generation.ts';
import { type Entry, type WordList, wordList } from './word-list.ts';

/** Likelier than the commonest general word (20 bits), so that a local name comes first. */
const ownBits = 14;
const laterBits = 0.5;
/** A character alone is as rare as a rare one, unless the general dictionary knows better. */
const characterBits = 34;

/** The words of a generation: its lexicon has syllables apart by a space, the likeliest word of a spelling first. */
export function ownWords(lexicon: Generation['lexicon']): { own: WordList; ownCharacters: Set<string> } {
  const entries: Entry[] = [];
  const ownCharacters = new Set<string>();
  for (const [spelling, words] of Object.entries(lexicon)) {
    const spelled = spelling.split(' ');
    for (const [index, word] of words.entries())
      if (spelled.length === 1) {
        ownCharacters.add(word);
        entries.push({ spelled, word, bits: characterBits });
      } else entries.push({ spelled, word, bits: ownBits + index * laterBits });
  }
  return { own: wordList(entries), ownCharacters };
}
