import { at, type GreyPicture, type Point } from './grey-picture.ts';
import type { LidTone } from './lid.ts';
import { mmPerInch } from './page-thresholds.ts';
import type { SheetSide } from './sheet-sides.ts';

/** Paper differs from the lid by at least this on the whole. */
const leastStep = 4;
/** This much of the step happens within a millimetre on either side; the shadow of a raised lid is softer. */
const sharpShare = 0.55;
/** The shadow around a sheet of the lid's own tone is at most this dark; a printed frame is darker. */
const faintestFrame = 60;
/** Without a step of tone only a sheet that is clearly smaller than the glass is believed. */
const smallSheetShare = 0.6;

/**
 * Whether the sides of a rectangle are those of a sheet and not of a printed frame or a soft shadow: the tone steps sharply
 * from the lid to the paper, or, with paper as white as the lid, there is a faint line around a small sheet.
 */
export function edgeTones(picture: GreyPicture, sides: readonly SheetSide[], lid: LidTone, share: number): boolean {
  const judged = sides.map(side => ({ weight: side.lengthPx, kind: edgeKind(picture, side, lid) }));
  const weightOf = (kind: string) => judged.reduce((sum, one) => sum + (one.kind === kind ? one.weight : 0), 0);
  const [step, line, none] = [weightOf('step'), weightOf('line'), weightOf('none')];
  if (step > none + line) return true;
  return share < smallSheetShare && step + line > 2 * none;
}

function edgeKind(picture: GreyPicture, side: SheetSide, lid: LidTone): 'step' | 'line' | 'none' {
  const tone = (mm: number) => toneAlong(picture, side, mm);
  const inside = median([1.5, 2, 2.5, 3, 4].map(tone));
  const step = inside - lid.tone;
  if (Math.abs(step) >= leastStep) {
    const nearStep = tone(1) - tone(-1);
    return Math.sign(nearStep) === Math.sign(step) && nearStep / step >= sharpShare ? 'step' : 'none';
  }
  const darkest = Math.min(...[-0.5, 0, 0.5, 1].map(tone));
  return lid.tone - darkest <= faintestFrame ? 'line' : 'none';
}

/** The usual tone on a line parallel to a side, `mm` inside of it (negative: outside). Sides run with the clock. */
function toneAlong(picture: GreyPicture, { from, to, lengthPx }: SheetSide, mm: number): number {
  const off = (mm / mmPerInch) * picture.dpi;
  const [ux, uy] = [(to.x - from.x) / lengthPx, (to.y - from.y) / lengthPx];
  const tones: number[] = [];
  for (let along = 3; along < lengthPx - 3; along += 1)
    tones.push(pixel(picture, { x: from.x + ux * along - uy * off, y: from.y + uy * along + ux * off }));
  return median(tones.filter(tone => tone >= 0));
}

function pixel({ grey, widthPx, heightPx }: GreyPicture, { x, y }: Point): number {
  const [column, row] = [Math.floor(x), Math.floor(y)];
  return column < 0 || row < 0 || column >= widthPx || row >= heightPx ? -1 : at(grey, row * widthPx + column);
}

function median(values: number[]): number {
  return values.sort((a, b) => a - b)[values.length >> 1] ?? 0;
}
