/** What stands in the search field: words already chosen, then letters still being typed. */
export interface Typing {
  chosen: string;
  /** Pinyin or initials, a-z only; digits go to `chosen` at once. */
  letters: string;
}

export type Key =
  | { type: 'letter'; letter: string }
  | { type: 'character'; character: string }
  | { type: 'delete' }
  | { type: 'clear' }
  | { type: 'candidate'; candidate: Candidate };

/** A word offered for the letters; `used` of them belong to it, the rest stay to be typed on. */
export interface Candidate {
  word: string;
  used: number;
}

export const emptyTyping: Typing = { chosen: '', letters: '' };
const longestQuery = 24;

export function press(typing: Typing, key: Key): Typing {
  const room = Array.from(queryOf(typing)).length < longestQuery;
  switch (key.type) {
    case 'letter':
      return room ? { ...typing, letters: typing.letters + key.letter } : typing;
    case 'character':
      return room ? { chosen: queryOf(typing) + key.character, letters: '' } : typing;
    case 'delete':
      if (typing.letters !== '') return { ...typing, letters: typing.letters.slice(0, -1) };
      return { ...typing, chosen: Array.from(typing.chosen).slice(0, -1).join('') };
    case 'clear':
      return emptyTyping;
    case 'candidate': {
      const { word, used } = key.candidate;
      return { chosen: typing.chosen + word, letters: typing.letters.slice(used) };
    }
  }
}

export function queryOf(typing: Typing): string {
  return typing.chosen + typing.letters;
}
