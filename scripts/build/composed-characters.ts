/**
 * Local characters that the stroke data lacks, put together of parts that stand in the very same place and size in other
 * characters: `from` and `to` count strokes in writing order, `to` is exclusive.
 */
export const composedCharacters: Readonly<Record<string, readonly { of: string; from: number; to: number }[]>> = {
  // 土 on the left as in 坪, 羊 on the right as in 洋.
  垟: [
    { of: '坪', from: 0, to: 3 },
    { of: '洋', from: 3, to: 9 },
  ],
  // 氵 as in 洋, 奉 on the right as in 捧.
  湗: [
    { of: '洋', from: 0, to: 3 },
    { of: '捧', from: 3, to: 11 },
  ],
  // 土 on top as in 去 (in 吉 it is 士), 口 below as in 吉.
  𠮷: [
    { of: '去', from: 0, to: 3 },
    { of: '吉', from: 3, to: 6 },
  ],
};
