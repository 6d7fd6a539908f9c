import type { SourceEntry, UnitKind } from './search-index.ts';

const han = /^\p{Script=Han}$/u;
const wordCharacter = /^[\p{Letter}\p{Number}]$/u;

export function kindOfCharacter(character: string): UnitKind {
  if (han.test(character)) return 'character';
  return wordCharacter.test(character) ? 'word' : 'mark';
}

export interface SpelledUnit {
  text: string;
  /** Each once, as a keyboard types them: lower case, ü as v. */
  readings: string[];
}

/** Cuts an entry into units: a Chinese character each, Latin letters and digits as whole words, marks one by one. */
export function spelledUnits({ text, readings }: Pick<SourceEntry, 'text' | 'readings'>): SpelledUnit[] {
  const units: SpelledUnit[] = [];
  let open: SpelledUnit | null = null;
  for (const [at, character] of Array.from(text).entries()) {
    const kind = kindOfCharacter(character);
    if (kind === 'word') {
      const typed = plain(character);
      if (open === null) {
        open = { text: character, readings: [typed] };
        units.push(open);
      } else {
        open.text += character;
        open.readings = [`${open.readings[0]}${typed}`];
      }
      continue;
    }
    open = null;
    const spelled = kind === 'mark' ? [] : (readings[at] ?? []).map(plain).filter(reading => /^[a-z]+$/.test(reading));
    units.push({ text: character, readings: [...new Set(spelled)] });
  }
  return units;
}

/** As a keyboard types it. */
export function plain(text: string): string {
  return text.normalize('NFKC').toLowerCase().replaceAll('ü', 'v');
}
