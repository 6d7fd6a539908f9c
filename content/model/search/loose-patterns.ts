import { addSpelled, widthOf } from './exact-patterns.ts';
import { type PatternMemory, type Patterns, patternMemory } from './patterns.ts';
import { type Query, type QueryWord, runEnd } from './query.ts';
import type { SearchIndex } from './search-index.ts';
import { unitsThatSoundLike } from './sounds.ts';
import { commonLength, looksLikeInitials, mayBeWrong, mistypedLengths, takesTypos } from './typos.ts';

export interface LoosePatterns {
  /** As typed, or what sounds like it. */
  loose: Patterns;
  /** With one letter wrong, missing, extra, or two swapped. */
  mistyped: Patterns;
  /** Spellings without their last letter, which stands one place further; and the unit after it without its first. */
  swappedTail: Patterns;
  swappedHead: Patterns;
  /** Places where a point may be wrong, be one too many, or be left out. */
  wrong: number;
  /** Places that may be swapped with the next. */
  swapped: number;
}

export interface LooseMemory {
  loose: PatternMemory;
  mistyped: PatternMemory;
  swappedTail: PatternMemory;
  swappedHead: PatternMemory;
}

const shortestSpelled = 8;

export function looseMemory(units: number): LooseMemory {
  return {
    ...{ loose: patternMemory(units), mistyped: patternMemory(units) },
    ...{ swappedTail: patternMemory(units), swappedHead: patternMemory(units) },
  };
}

export function loosePatterns(index: SearchIndex, query: Query, memory: LooseMemory): LoosePatterns {
  const width = widthOf(query) + 1;
  const loose = memory.loose.begin(width, spelledPlaces(query));
  const mistyped = memory.mistyped.begin(width, 0);
  const swappedTail = memory.swappedTail.begin(width, 0);
  const swappedHead = memory.swappedHead.begin(width, 0);
  let wrong = 0;
  let swapped = 0;
  for (const word of query.words) {
    for (let at = 0; at < word.scanned; at++) {
      const place = word.offset + at;
      if (mayBeWrong(word, at)) {
        wrong |= 1 << place;
        if (at + 1 < word.scanned && mayBeWrong(word, at + 1)) swapped |= 1 << place;
      }
      const point = word.points[at] ?? 0;
      if (word.isCharacter[at]) {
        for (const unit of index.unitsOfCharacter.get(point) ?? []) loose.add(unit, 1, place);
        for (const unit of unitsThatSoundLike(index, point)) loose.add(unit, 1, place);
        continue;
      }
      const end = runEnd(word, at);
      for (const spelling of index.spellings.byFirst.get(point) ?? []) {
        const isConfused = index.spellings.isConfused[spelling] === 1;
        const common = commonLength(index.spellings, spelling, word.points, at, end);
        // A first letter alone is no sound that could be taken for another.
        for (let length = isConfused ? 2 : 1; length <= common; length++)
          addSpelled(index, loose.add, word, { reading: index.spellings.reading[spelling] ?? 0, length, at });
      }
      if (!takesTypos(word)) continue;
      for (let spelling = 0; spelling < index.spellings.reading.length; spelling++)
        addMistyped(index, word, { spelling, at, end }, mistyped.add, swappedTail.add, swappedHead.add);
    }
  }
  return {
    ...{ loose: loose.done(), mistyped: mistyped.done(), wrong, swapped },
    ...{ swappedTail: swappedTail.done(), swappedHead: swappedHead.done() },
  };
}

/** Letters of words that are long enough, and have the vowels, to be spelled out and no row of first letters. */
function spelledPlaces({ words }: Query): number {
  let places = 0;
  for (const word of words) {
    if (word.points.length < shortestSpelled || looksLikeInitials(word)) continue;
    for (let at = 0; at < word.scanned; at++) if (!word.isCharacter[at]) places |= 1 << (word.offset + at);
  }
  return places;
}

type Add = (unit: number, length: number, place: number) => void;

function addMistyped(
  index: SearchIndex,
  word: QueryWord,
  { spelling, at, end }: { spelling: number; at: number; end: number },
  mistyped: Add,
  tail: Add,
  head: Add,
): void {
  const { spellings } = index;
  if (spellings.isConfused[spelling] === 1) return;
  const start = spellings.letterStart[spelling] ?? 0;
  const length = (spellings.letterStart[spelling + 1] ?? 0) - start;
  const first = spellings.letters[start];
  const point = word.points[at];
  // One mistake leaves the first letter here or next to here, or the second one here.
  const isNear =
    first === point || first === word.points[at + 1] || (length > 1 && mistakenFirst(index, start, word, at));
  const reading = spellings.reading[spelling] ?? 0;
  if (isNear) {
    const common = commonLength(spellings, spelling, word.points, at, end);
    const lengths = mistypedLengths(spellings, spelling, word.points, { from: at, end, common });
    for (let bits = lengths; bits !== 0; bits &= bits - 1) {
      const taken = 31 - Math.clz32(bits & -bits);
      addSpelled(index, mistyped, word, { reading, length: taken, at });
    }
    const isTail =
      length > 1 &&
      common === length - 1 &&
      at + length < end &&
      word.points[at + length] === spellings.letters[start + length - 1];
    if (isTail && at + length < word.scanned) addSpelled(index, tail, word, { reading, length: length + 1, at });
  }
  if (at < 2 || first !== word.points[at - 2]) return;
  let met = 1;
  while (met < length && at + met - 1 < end && spellings.letters[start + met] === word.points[at + met - 1]) met++;
  if (met === length || at + met - 1 === word.points.length)
    addSpelled(index, head, word, { reading, length: met - 1, at });
}

/** The second letter stands here (the first is missing), or next to here (the first is wrong). */
function mistakenFirst({ spellings }: SearchIndex, start: number, word: QueryWord, at: number): boolean {
  const second = spellings.letters[start + 1];
  return second === word.points[at] || second === word.points[at + 1];
}
