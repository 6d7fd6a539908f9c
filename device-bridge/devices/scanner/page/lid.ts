import { at, type GreyPicture, percentile } from './grey-picture.ts';
import { mmPerInch } from './page-thresholds.ts';

/** A tone that the lid may have, and how far a pixel may be from it. */
export interface LidTone {
  tone: number;
  tolerance: number;
}

const ringMm = 2.5;
/** A tone counts when this share of the border has it. */
const leastShare = 0.06;
/** Grain of a white lid and JPEG's noise, once averaged to 50 dpi. */
const leastTolerance = 5;

/** What the lid may look like: the commonest tones around the border, the commonest first. */
export function lidTones(picture: GreyPicture): LidTone[] {
  const { grey, widthPx, heightPx, dpi } = picture;
  const ring = Math.max(2, Math.round((ringMm / mmPerInch) * dpi));
  const border = new Uint32Array(256);
  const whole = new Uint32Array(256);
  for (let y = 0, i = 0; y < heightPx; y++)
    for (let x = 0; x < widthPx; x++, i++) {
      const tone = at(grey, i);
      whole[tone] = (whole[tone] ?? 0) + 1;
      if (y < ring || y >= heightPx - ring || x < ring || x >= widthPx - ring) border[tone] = (border[tone] ?? 0) + 1;
    }
  const paper = percentile(whole, 0.9);
  const total = border.reduce((sum, count) => sum + count, 0);
  const tones: LidTone[] = [];
  while (tones.length < 3) {
    const peak = commonest(border);
    if (peak.count < leastShare * total) break;
    const tolerance = Math.min(70, Math.max(leastTolerance, 0.35 * (paper - peak.tone)));
    tones.push({ tone: peak.tone, tolerance });
    border.fill(0, Math.max(0, peak.tone - Math.ceil(tolerance)), peak.tone + Math.ceil(tolerance) + 1);
  }
  return tones;
}

function commonest(histogram: Uint32Array): { tone: number; count: number } {
  let best = { tone: 0, count: 0 };
  for (let tone = 0; tone < 256; tone++) {
    let count = 0;
    for (let near = Math.max(0, tone - 3); near <= Math.min(255, tone + 3); near++) count += histogram[near] ?? 0;
    if (count > best.count) best = { tone, count };
  }
  return best;
}

/** 1 for every pixel that is not lid: what cannot be reached from the border through pixels of the lid's tone. */
export function notLid(picture: GreyPicture, { tone, tolerance }: LidTone): Uint8Array {
  const { grey, widthPx, heightPx } = picture;
  const rest = new Uint8Array(grey.length).fill(1);
  const stack = new Int32Array(grey.length);
  let depth = 0;
  const visit = (i: number): void => {
    if (rest[i] === 0 || Math.abs(at(grey, i) - tone) > tolerance) return;
    rest[i] = 0;
    stack[depth++] = i;
  };
  for (let x = 0; x < widthPx; x++) {
    visit(x);
    visit((heightPx - 1) * widthPx + x);
  }
  for (let y = 0; y < heightPx; y++) {
    visit(y * widthPx);
    visit(y * widthPx + widthPx - 1);
  }
  while (depth > 0) {
    const i = stack[--depth] ?? 0;
    const x = i % widthPx;
    if (x > 0) visit(i - 1);
    if (x < widthPx - 1) visit(i + 1);
    if (i >= widthPx) visit(i - widthPx);
    if (i + widthPx < rest.length) visit(i + widthPx);
  }
  return rest;
}
