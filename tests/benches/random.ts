/** Numbers that are the same for the same seed (mulberry32). */
export function randomNumbers(seed: number) {
  let state = seed | 0;
  /** From 0 up to 1, which it never is. */
  const next = (): number => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
  const below = (limit: number): number => Math.floor(next() * limit);
  return {
    next,
    below,
    /** @throws Error when the list is empty */
    of<T>(list: readonly T[]): T {
      const chosen = list[below(list.length)];
      if (chosen === undefined) throw new Error('nothing to choose from');
      return chosen;
    },
    shuffled<T>(list: readonly T[]): T[] {
      return list
        .map(each => ({ each, at: next() }))
        .sort((a, b) => a.at - b.at)
        .map(({ each }) => each);
    },
  };
}
