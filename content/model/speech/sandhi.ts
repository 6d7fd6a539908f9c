/**
 * How toned syllables change beside each other when they are said one by one: 不 (bu4) before a fourth tone, and a
 * third tone before another. 一 keeps its dictionary tone: in a row of loose syllables it is mostly a figure.
 */
export function withSandhi(syllables: readonly string[]): string[] {
  return syllables.map((syllable, at) => {
    const next = syllables[at + 1];
    if (syllable === 'bu4' && next?.endsWith('4')) return 'bu2';
    if (syllable.endsWith('3') && next?.endsWith('3')) return `${syllable.slice(0, -1)}2`;
    return syllable;
  });
}
