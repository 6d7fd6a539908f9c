import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { defaultPaths } from '../paths.ts';

/** Names are written with rarer characters than texts are; these stand in none of the lists below. */
const ofNames = '𠮷昇喆堃煊翀';

const han = /\p{Script=Han}/gu;

/** The 6,763 characters of GB 2312, in its order: the 3,755 common ones first. */
export function gb2312Characters(): string[] {
  const decoder = new TextDecoder('gbk');
  const characters: string[] = [];
  for (let row = 0xb0; row <= 0xf7; row++)
    for (let cell = 0xa1; cell <= 0xfe; cell++)
      characters.push(...(decoder.decode(Uint8Array.of(row, cell)).match(han) ?? []));
  return characters;
}

/** Every character that the checkout's content is written with: places, villages, matters. */
function contentCharacters(): string[] {
  const folder = join(defaultPaths.checkout, 'content');
  const files = globSync('{city,district,townships}/**/*.yaml', { cwd: folder }).sort();
  return files.flatMap(file => readFileSync(join(folder, file), 'utf8').match(han) ?? []);
}

/** Word or character -> reading with tone marks, share of written text. */
export type CountedWords = Readonly<Record<string, readonly [string, number]>>;

const listSchema = z.custom<Record<string, unknown>>(value => typeof value === 'object' && value !== null);
/** Of the words that the modern list lacks, those at least so common are taken from the complete list (浙江, 香港). */
const commonShare = 1e-10;
const longestOfComplete = 4;

interface Counted {
  words: CountedWords;
  characters: CountedWords;
  /** Characters of the modern list. */
  inUse: readonly string[];
}

let known: Counted | undefined;

/** Some 60,000 words of modern Chinese, and characters. Read once: it takes a second. */
export function countedWords(): Counted {
  known ??= readCountedWords();
  return known;
}

function readCountedWords(): Counted {
  const modern = listed('modern', () => true);
  const complete = listed(
    'complete',
    (length, share) => length === 1 || (share >= commonShare && length <= longestOfComplete),
  );
  const isCharacter = ([word]: [string, unknown]): boolean => Array.from(word).length === 1;
  return {
    words: Object.fromEntries([...complete, ...modern].filter(entry => !isCharacter(entry))),
    characters: Object.fromEntries([...complete, ...modern].filter(isCharacter)),
    inUse: modern.filter(isCharacter).map(([character]) => character),
  };
}

type CountedWord = [string, readonly [string, number]];

function listed(name: 'modern' | 'complete', isWanted: (length: number, share: number) => boolean): CountedWord[] {
  const file = join(defaultPaths.checkout, `node_modules/@pinyin-pro/data/json/${name}.json`);
  const wanted: CountedWord[] = [];
  for (const [word, value] of Object.entries<unknown>(listSchema.parse(JSON.parse(readFileSync(file, 'utf8'))))) {
    // By hand: a schema takes seconds for 350,000 words.
    const [reading, share]: unknown[] = Array.isArray(value) ? value : [];
    if (typeof reading !== 'string' || typeof share !== 'number') throw new Error(`${file}: ${word} is not counted`);
    if (isWanted(Array.from(word).length, share)) wanted.push([word, [reading, share]]);
  }
  return wanted;
}

/** What can be typed and written by hand: each once, the local ones first, then the common ones. */
export function inputCharacters(inUse: readonly string[]): string[] {
  const modern = inUse.filter(character => character.match(han) !== null);
  return [...new Set([...contentCharacters(), ...gb2312Characters(), ...ofNames, ...modern])];
}
