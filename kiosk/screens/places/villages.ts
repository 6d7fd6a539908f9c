import type { Generation } from '../../../content/model/generation.ts';

export interface Village {
  name: string;
  placeCode: string;
}

/** 蔡家洋村 for 蔡家洋村委会: people know their village, not its committee. */
function spoken(name: string): string {
  return name.replace(/(?<=村)委会$|(?<=社区)居委会$/, '');
}

/**
 * The villages of all places by the first pinyin letter of their names, in the order of the alphabet. The readings are
 * those of the keyboard's words; a village that has none stands under none.
 */
export function villagesByLetter({ places, lexicon }: Pick<Generation, 'places' | 'lexicon'>): Map<string, Village[]> {
  const readings = new Map<string, string>();
  for (const [pinyin, words] of Object.entries(lexicon))
    for (const word of words) if (!readings.has(word)) readings.set(word, pinyin);
  const spelled = places.flatMap(({ code, villages }) =>
    villages.map(({ name }) => ({ name: spoken(name), placeCode: code, pinyin: readings.get(name) ?? '' })),
  );
  const sorted = spelled
    .filter(({ pinyin }) => /^[a-z]/.test(pinyin))
    .sort((a, b) => (a.pinyin < b.pinyin ? -1 : a.pinyin > b.pinyin ? 1 : 0));
  const groups = new Map<string, Village[]>();
  for (const { name, placeCode, pinyin } of sorted) {
    const letter = pinyin.charAt(0).toUpperCase();
    groups.set(letter, [...(groups.get(letter) ?? []), { name, placeCode }]);
  }
  return groups;
}
