import { syllableId, syllables } from './syllables.ts';

const initials: readonly (readonly [string, string])[] = [
  ['zh', 'z'],
  ['ch', 'c'],
  ['sh', 's'],
  ['l', 'n'],
];
const finals: readonly (readonly [string, string])[] = [
  ['ing', 'in'],
  ['eng', 'en'],
  ['ang', 'an'],
];

/** The other spellings that speakers of the south confuse with this one, and u for ü after l and n. */
function otherSpellings(syllable: string): string[] {
  const begun = initials.flatMap(([a, b]) => {
    if (syllable.startsWith(a)) return [b + syllable.slice(a.length)];
    return syllable.startsWith(b) ? [a + syllable.slice(b.length)] : [];
  });
  const ended = [syllable, ...begun].flatMap(spelled => {
    for (const [a, b] of finals) {
      if (spelled.endsWith(a)) return [spelled.slice(0, -a.length) + b];
      if (spelled.endsWith(b)) return [spelled.slice(0, -b.length) + a];
    }
    return [];
  });
  const rounded = /^[ln]ue?$/.test(syllable) ? [syllable.replace('u', 'v')] : [];
  return [...begun, ...ended, ...rounded];
}

const idsOf = syllables.map(syllable => [
  ...new Set(otherSpellings(syllable).flatMap(other => syllableId(other) ?? [])),
]);

/** Ids of the syllables that may have been meant though another was typed: z/zh, c/ch, s/sh, l/n, in/ing, en/eng, an/ang, ü. */
export function fuzzyIds(id: number): readonly number[] {
  return idsOf[id] ?? [];
}
