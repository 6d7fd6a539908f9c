import type { Stroke } from './stroke.ts';

/** Gzipped as it lies there, and fetched so. */
export const strokeFileName = 'input/strokes.bin';

/** Stands at the head of the file: the licence of the stroke data wants the change told in the file itself. */
export const strokeFileNotice =
  'strokes 1. Middle lines of the strokes of Chinese characters, from hanzi-writer-data 2.0.1, which took them from Make ' +
  'Me a Hanzi, which took them from AR PL KaitiM GB and Big5 (c) 1999 Arphic Technology Co., Ltd. Changed in 2026: lines ' +
  'simplified and rounded to 128 steps, characters composed, packed. Arphic Public License: see ARPHICPL.txt beside this.';

/** A character and the middle lines of its strokes, in a square of 128. */
export interface WrittenCharacter {
  character: string;
  strokes: Stroke[];
}

/**
 * Reads: the notice, 0, the characters in UTF-8 with the common ones first, 0, then for each character the number of its
 * strokes and for each stroke the number of its points and their x and y, one byte each.
 */
export function readStrokeFile(bytes: Uint8Array): WrittenCharacter[] {
  const noticeEnd = bytes.indexOf(0);
  const namesEnd = bytes.indexOf(0, noticeEnd + 1);
  const decoder = new TextDecoder();
  if (decoder.decode(bytes.subarray(0, noticeEnd)) !== strokeFileNotice)
    throw new Error('not a stroke file of format 1');
  let at = namesEnd + 1;
  const next = (): number => bytes[at++] ?? 0;
  return Array.from(decoder.decode(bytes.subarray(noticeEnd + 1, namesEnd)), character => {
    const strokes = Array.from({ length: next() }, () => {
      const length = next() * 2;
      at += length;
      return bytes.subarray(at - length, at);
    });
    return { character, strokes };
  });
}
