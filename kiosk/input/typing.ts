interface Written {
  chosen: string;
  /** Pinyin or initials, a-z only; digits go to `chosen` at once. */
  letters: string;
}

/** What stands in the field: words already chosen, then letters still being typed. */
export interface Typing extends Written {
  /** What one touch on "clear" took away and another brings back, as long as nothing else is typed. */
  cleared: Written | null;
}

export type Key =
  | { type: 'letter'; letter: string }
  | { type: 'character'; character: string }
  | { type: 'delete' }
  | { type: 'clear' }
  | { type: 'restore' }
  | { type: 'candidate'; candidate: Candidate };

/** A word offered for the letters; `used` of them belong to it, the rest stay to be typed on. */
export interface Candidate {
  word: string;
  used: number;
}

export const emptyTyping: Typing = { chosen: '', letters: '', cleared: null };
const longestText = 40;

export function press(typing: Typing, key: Key): Typing {
  const { chosen, letters } = typing;
  const room = Array.from(queryOf(typing)).length < longestText;
  switch (key.type) {
    case 'letter':
      return room ? written(chosen, letters + key.letter) : typing;
    case 'character':
      return room ? written(queryOf(typing) + halfWidth(key.character), '') : typing;
    case 'delete':
      if (queryOf(typing) === '') return typing;
      if (letters !== '') return written(chosen, letters.slice(0, -1));
      return written(Array.from(chosen).slice(0, -1).join(''), '');
    case 'clear':
      return queryOf(typing) === '' ? typing : { ...emptyTyping, cleared: { chosen, letters } };
    case 'restore':
      return typing.cleared === null ? typing : written(typing.cleared.chosen, typing.cleared.letters);
    case 'candidate': {
      const { word, used } = key.candidate;
      return written(chosen + word, letters.slice(used));
    }
  }
}

function written(chosen: string, letters: string): Typing {
  return { chosen, letters, cleared: null };
}

/** Digits and letters are half-width wherever they come from: １ is 1, Ａ is A. */
function halfWidth(character: string): string {
  return character.replace(/[！-～]/g, wide => String.fromCharCode(wide.charCodeAt(0) - 0xfee0));
}

export function queryOf({ chosen, letters }: Written): string {
  return chosen + letters;
}
