import type { Token } from './tokens.ts';
import type { Found } from './word-list.ts';

/** The lists count shares of some 2^14 times the text: without this a sentence would always be of few, rare words. */
const perWordBits = -10;

interface Way {
  words: string[];
  bits: number;
}

/**
 * The likeliest row of two or more words that stands for all the letters, or null. Letters that are mostly initials make
 * no sentence: there are too many.
 */
export function bestSentence(
  length: number,
  wordsAt: (at: number) => readonly Found[],
  tokens: readonly (readonly Token[])[],
): string | null {
  const wholeLetters = tokens.flatMap((from, at) =>
    from.filter(({ whole }) => whole).map(({ end }) => [at, end] as const),
  );
  const covered = new Set(
    wholeLetters.flatMap(([from, to]) => Array.from({ length: to - from }, (_, index) => from + index)),
  );
  if (covered.size * 2 < length) return null;
  const ways = new Array<Way | undefined>(length + 1).fill(undefined);
  ways[0] = { words: [], bits: 0 };
  for (let at = 0; at < length; at++) {
    const before = ways[at];
    if (before === undefined) continue;
    for (const { word, end, bits } of wordsAt(at)) {
      const sum = before.bits + bits + perWordBits;
      const known = ways[end];
      if (known === undefined || sum < known.bits) ways[end] = { words: [...before.words, word], bits: sum };
    }
  }
  const whole = ways[length];
  return whole === undefined || whole.words.length < 2 ? null : whole.words.join('');
}
