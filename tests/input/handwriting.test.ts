import { gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { sampleCitizens } from '../../device-bridge/devices/id-card-reader/simulator/sample-cards.ts';
import { createMatcher } from '../../kiosk/input/handwriting/matcher.ts';
import { readStrokeFile } from '../../kiosk/input/handwriting/stroke-file.ts';
import { handwritingStrokes, mediansOf } from '../../scripts/build/handwriting-strokes.ts';
import { countedWords, gb2312Characters, inputCharacters } from '../../scripts/build/input-characters.ts';
import { drawn, type Hand, seeded } from './drawing.ts';

const file = handwritingStrokes(inputCharacters(countedWords().inUse));
const characters = readStrokeFile(file);
const matcher = createMatcher(characters);
const known = new Set(characters.map(({ character }) => character));
const candidates = 8;

/** The share of drawings whose character is among the candidates; half of them of the common characters. */
function shareFound(hand: Hand, seed: number, drawings: number): number {
  const random = seeded(seed);
  const gb2312 = gb2312Characters();
  let found = 0;
  for (let at = 0; at < drawings; at++) {
    const from = at % 2 === 0 ? gb2312.slice(0, 3755) : gb2312;
    const character = from[Math.floor(random() * from.length)] ?? '';
    const strokes = drawn(mediansOf(character) ?? [], hand, random);
    if (matcher.match(strokes, candidates).includes(character)) found++;
  }
  return found / drawings;
}

describe('the strokes', () => {
  it('are there for every character of GB 2312 and of every name, in half a megabyte', () => {
    expect(gb2312Characters().filter(character => !known.has(character))).toEqual([]);
    for (const { name } of Object.values(sampleCitizens))
      for (const character of name) expect(known).toContain(character);
    for (const local of '垟湗岙昇') expect(known).toContain(local);
    expect(gzipSync(file, { level: 9 }).length).toBeLessThan(600_000);
  });

  it('are those of the character, composed ones too', () => {
    const strokesOf = (wanted: string) => characters.find(({ character }) => character === wanted)?.strokes.length;
    expect([...'一土羊洋垟湗𠮷吉'].map(strokesOf)).toEqual([1, 3, 6, 9, 9, 11, 6, 6]);
  });
});

describe('handwriting', () => {
  it('is recognised within eight candidates in 97 of 100 drawings', () => {
    expect(shareFound({}, 7, 150)).toBeGreaterThanOrEqual(0.97);
  });

  it('in any order of the strokes in 93 of 100', () => {
    expect(shareFound({ shuffled: true }, 11, 150)).toBeGreaterThanOrEqual(0.93);
  });

  it('with a quarter of the strokes joined, or a fifth broken, in 90 of 100', () => {
    expect(shareFound({ joined: 0.25 }, 13, 60)).toBeGreaterThanOrEqual(0.9);
    expect(shareFound({ broken: 0.2 }, 17, 60)).toBeGreaterThanOrEqual(0.9);
  });

  it.each([...'垟湗𠮷岙昇垌洋头屿桧'])('finds %s of local names', character => {
    expect(matcher.match(drawn(mediansOf(character) ?? [], {}, seeded(3)), candidates)).toContain(character);
  });

  it('tells a dot and a single line, and offers nothing for nothing', () => {
    expect(matcher.match([[0, 0, 100, 2]], candidates)).toContain('一');
    expect(matcher.match([[5, 5, 5, 5]], candidates)).toHaveLength(candidates);
    expect(matcher.match([], candidates)).toEqual([]);
  });
});
