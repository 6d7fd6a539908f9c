import type { Row } from './align.ts';
import { bits } from './bits.ts';
import { addSpelled, widthOf } from './exact-patterns.ts';
import { aliasPenalty, type Scored } from './matter-score.ts';
import type { PatternMemory, Patterns } from './patterns.ts';
import { type Cut, cutQuery } from './piece-cut.ts';
import { chainMarks, type Reach, reachIn } from './piece-reach.ts';
import { type Query, runEnd } from './query.ts';
import { rowOf } from './rows.ts';
import { coverByUnit, coverTexts, type Found } from './scan.ts';
import type { SearchIndex } from './search-index.ts';
import { topPlaces } from './top.ts';
import { commonLength } from './typos.ts';

/** Below this share of the query nothing sensible is near. */
const leastShare = 0.5;
/** What covers this much less than the best is no answer beside it. */
const besideBest = 0.8;
const mostCandidates = 60;
const base = 300;
const perPiece = 25;
const coverageBonus = 60;
const spreadPenalty = 60;

/**
 * Matters that hold the query in pieces, in any order, over any of their entries; also when a part of it is nowhere, as
 * in a sentence. Only whole characters and whole syllables count: a few first letters are in every text.
 */
export function byPieces(
  index: SearchIndex,
  query: Query,
  { memory, found, hidden }: { memory: PatternMemory; found: Found; hidden: ReadonlySet<number> },
): Scored[] {
  const solid = solidPatterns(index, query, memory);
  const matches = candidates(index, query, { solid, found, hidden }).flatMap(matter => {
    const match = matchPieces(index, query, { solid, covers: found.cover }, matter);
    return match === null ? [] : [match];
  });
  const bestShare = Math.max(0, ...matches.map(({ share }) => share));
  return matches.filter(({ share }) => share >= besideBest * bestShare);
}

function solidPatterns(index: SearchIndex, query: Query, memory: PatternMemory): Patterns {
  const maker = memory.begin(widthOf(query), 0);
  const { spellings } = index;
  for (const word of query.words)
    for (let at = 0; at < word.scanned; at++) {
      const point = word.points[at] ?? 0;
      if (word.isCharacter[at]) {
        for (const unit of index.unitsOfCharacter.get(point) ?? []) maker.add(unit, 1, word.offset + at);
        continue;
      }
      const end = runEnd(word, at);
      for (const spelling of spellings.byFirst.get(point) ?? []) {
        const length = (spellings.letterStart[spelling + 1] ?? 0) - (spellings.letterStart[spelling] ?? 0);
        const isWhole = commonLength(spellings, spelling, word.points, at, end) === length;
        if (!isWhole || length < 2 || at + length > word.scanned || spellings.isConfused[spelling]) continue;
        addSpelled(index, maker.add, word, { reading: spellings.reading[spelling] ?? 0, length, at });
      }
    }
  return maker.done();
}

function candidates(
  index: SearchIndex,
  query: Query,
  { solid, found, hidden }: { solid: Patterns; found: Found; hidden: ReadonlySet<number> },
): number[] {
  const least = leastShare * query.words.reduce((sum, { scanned }) => sum + scanned, 0);
  const { cover: covers, matterKeys } = found;
  coverTexts(index, coverByUnit(solid), covers);
  const { entryStart, entryText } = index;
  matterKeys.fill(0);
  for (let matter = 0; matter < matterKeys.length; matter++) {
    const stop = entryStart[matter + 1] ?? 0;
    let all = 0;
    for (let entry = entryStart[matter] ?? 0; entry < stop; entry++) all |= covers[entryText[entry] ?? 0] ?? 0;
    const count = bits(all);
    if (count < least || hidden.has(matter)) continue;
    let most = 0;
    for (let entry = entryStart[matter] ?? 0; entry < stop; entry++)
      most = Math.max(most, bits(covers[entryText[entry] ?? 0] ?? 0));
    matterKeys[matter] = count * 32 + most;
  }
  return topPlaces(matterKeys, mostCandidates);
}

function matchPieces(
  index: SearchIndex,
  query: Query,
  { solid, covers }: { solid: Patterns; covers: Int32Array },
  matter: number,
): (Scored & { share: number }) | null {
  const all: Reach = new Int32Array(32);
  let best: { entry: number; cut: Cut; row: Row } | null = null;
  for (let entry = index.entryStart[matter] ?? 0; entry < (index.entryStart[matter + 1] ?? 0); entry++) {
    if (covers[index.entryText[entry] ?? 0] === 0) continue;
    const row = rowOf(index, index.entryText[entry] ?? 0);
    const reach = reachIn(solid, row);
    for (let at = 0; at < all.length; at++) all[at] = (all[at] ?? 0) | (reach[at] ?? 0);
    const cut = cutQuery(query, reach);
    if (best === null || cut.cost < best.cut.cost) best = { entry, cut, row };
  }
  if (best === null) return null;
  const together = cutQuery(query, all);
  const isSpread = together.cost < best.cut.cost;
  const cut = isSpread ? together : best.cut;
  if (cut.share < leastShare || !cut.isTelling) return null;
  const marks = best.cut.pieces.flatMap(piece => chainMarks(index, solid, best.row, piece));
  const covered = new Set(marks.map(({ at }) => at)).size;
  const score =
    base * cut.share ** 2 +
    100 * cut.share -
    perPiece * (cut.pieces.length - 1) +
    (coverageBonus * covered) / best.row.units.length -
    (isSpread ? spreadPenalty : 0) -
    (index.entryIsAlias[best.entry] === 1 ? aliasPenalty : 0);
  return { matter, score, entry: best.entry, marks, share: cut.share };
}
