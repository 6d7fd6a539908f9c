import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { strokeFileNotice } from '../../kiosk/input/handwriting/stroke-file.ts';
import { defaultPaths } from '../paths.ts';
import { composedCharacters } from './composed-characters.ts';

/** Their square is 1024 units high, its top at 900, y upwards; ours is 128 high, y downwards. */
const top = 900;
const unit = 8;
/** A point that moves its line by less than this says nothing about the character. */
const toleranceUnits = 20;

const strokesSchema = z.object({ medians: z.array(z.array(z.tuple([z.number(), z.number()]))) });
type Medians = z.output<typeof strokesSchema>['medians'];

/**
 * The strokes of `characters` (the common ones first) in the form kiosk/input/handwriting/stroke-file.ts reads.
 * Characters without stroke data are left out.
 */
export function handwritingStrokes(characters: readonly string[]): Uint8Array {
  const written = characters.flatMap(character => {
    const medians = mediansOf(character);
    return medians === null ? [] : [{ character, medians }];
  });
  const names = Buffer.from(written.map(({ character }) => character).join(''), 'utf8');
  const bytes: number[] = [];
  for (const { medians } of written) {
    bytes.push(medians.length);
    for (const median of medians) {
      const line = simplified(median);
      bytes.push(line.length);
      for (const [x, y] of line) bytes.push(packed(x), packed(top - y));
    }
  }
  return Buffer.concat([Buffer.from(`${strokeFileNotice}\0`, 'utf8'), names, Buffer.of(0), Buffer.from(bytes)]);
}

/** The middle lines of a character's strokes in writing order; null when nobody has drawn them. */
export function mediansOf(character: string): Medians | null {
  const parts = composedCharacters[character];
  if (parts !== undefined) return parts.flatMap(({ of, from, to }) => mediansOf(of)?.slice(from, to) ?? []);
  const file = join(defaultPaths.checkout, 'node_modules/hanzi-writer-data', `${character}.json`);
  if (!existsSync(file)) return null;
  return strokesSchema.parse(JSON.parse(readFileSync(file, 'utf8'))).medians;
}

function packed(coordinate: number): number {
  return Math.max(0, Math.min(127, Math.round(coordinate / unit)));
}

/** Ramer-Douglas-Peucker. */
function simplified(line: Medians[number]): Medians[number] {
  const [first, last] = [line[0], line.at(-1)];
  if (first === undefined || last === undefined || line.length < 3) return line;
  const [dx, dy] = [last[0] - first[0], last[1] - first[1]];
  const length = Math.hypot(dx, dy);
  let farthest = 0;
  let at = 0;
  for (const [index, [x, y]] of line.entries()) {
    const [px, py] = [x - first[0], y - first[1]];
    const away = length < 1 ? Math.hypot(px, py) : Math.abs(dx * py - dy * px) / length;
    if (away > farthest) [farthest, at] = [away, index];
  }
  if (farthest < toleranceUnits) return [first, last];
  return [...simplified(line.slice(0, at + 1)).slice(0, -1), ...simplified(line.slice(at))];
}
