import { gzipSync } from 'node:zlib';
import { expect, it } from 'vitest';
import { keyOf } from '../../kiosk/input/ime/syllables.ts';
import { readWordFile } from '../../kiosk/input/ime/word-file.ts';
import { gb2312Characters } from '../../scripts/build/input-characters.ts';
import { keyboardWords } from '../../scripts/build/keyboard-words.ts';

const text = keyboardWords();
const { characters, words } = readWordFile(text);

it('makes a dictionary of some 60,000 words that is well under a megabyte on the wire', () => {
  expect(words.words.length).toBeGreaterThan(60_000);
  expect(gzipSync(text, { level: 9 }).length).toBeLessThan(450_000);
});

it('has every character of GB 2312', () => {
  const known = new Set(characters.words);
  expect(gb2312Characters().filter(character => !known.has(character))).toEqual([]);
});

it('has the words in the order of their keys, each with as many syllables as characters', () => {
  for (const [at, key] of words.keys.entries()) {
    expect(key >= (words.keys[at - 1] ?? '')).toBe(true);
    if (key.length !== Array.from(words.words[at] ?? '').length) expect.unreachable(words.words[at]);
  }
});

it('spells a word by its own reading, not by the usual ones of its characters', () => {
  const keyOfWord = (word: string): string | undefined => words.keys[words.words.indexOf(word)];
  expect(keyOfWord('银行')).toBe(keyOf(['yin', 'hang']));
  expect(keyOfWord('台州')).toBe(keyOf(['tai', 'zhou']));
});
