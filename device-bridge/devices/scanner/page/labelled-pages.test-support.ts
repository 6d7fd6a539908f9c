import { type Canvas, createCanvas, ImageData, type SKRSContext2D } from '@napi-rs/canvas';
import { type SheetKindName, sheetKinds } from './labelled-contents.test-support.ts';
import type { ScannedPicture } from './page-report.ts';

/** A page as a scanner would give it; every part of it known. Lengths in mm on a glass of A4. */
export interface LabelledPage {
  kind: SheetKindName;
  dpi?: number;
  seed?: number;
  /** Tone of the lid and of the paper. */
  lid?: number;
  paper?: number;
  /** Clockwise, about the sheet's middle. */
  degrees?: number;
  /** Where the sheet's top left corner lies before it is turned; smaller sheets lie at 30, 40. */
  at?: [number, number];
  /** Standard deviation of a Gaussian blur. */
  blurMm?: number;
  /** Blur of one direction only, by movement. */
  movedMm?: number;
  /** Tones are multiplied by this, after gamma. */
  light?: number;
  gamma?: number;
  /** Standard deviation of the noise, tones. */
  noise?: number;
  /** Depth of a soft shadow from the left side, 0 to 1, and its width. */
  shadow?: number;
  shadowMm?: number;
  /** Specks of dust; contrast of print shining through from the back; a feeder's dirty line. */
  dust?: number;
  backPrint?: number;
  streak?: boolean;
  holes?: boolean;
}

const whiteLid = 252;
const glass = { wideMm: 210, highMm: 297 };

/** Mulberry32: the same seed gives the same page. */
export function randomFrom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}

export function labelledPage(page: LabelledPage): ScannedPicture {
  const dpi = page.dpi ?? 150;
  const px = dpi / 25.4;
  const random = randomFrom(page.seed ?? 7);
  let canvas = createCanvas(Math.round(glass.wideMm * px), Math.round(glass.highMm * px));
  const context = canvas.getContext('2d');
  context.save();
  context.scale(px, px);
  drawGlass(context, page, random);
  context.restore();
  canvas = blurred(canvas, page.lid ?? whiteLid, (page.blurMm ?? 0) * px, (page.movedMm ?? 0) * px);
  drawOnGlass(canvas, page, px, random);
  developed(canvas, page, random);
  return { jpeg: new Uint8Array(canvas.encodeSync('jpeg', 85)), dpi };
}

function drawGlass(context: SKRSContext2D, page: LabelledPage, random: () => number): void {
  const { wideMm, highMm, draw } = sheetKinds[page.kind];
  const small = wideMm < glass.wideMm;
  const [x, y] = page.at ?? (small ? [30, 40] : [0, 0]);
  const paper = page.paper ?? 246;
  context.fillStyle = grey(page.lid ?? whiteLid);
  context.fillRect(0, 0, glass.wideMm, glass.highMm);
  context.translate(x + wideMm / 2, y + highMm / 2);
  context.rotate(((page.degrees ?? 0) * Math.PI) / 180);
  context.translate(-wideMm / 2, -highMm / 2);
  // The lamp comes from one side: a thin shadow along the others.
  for (const [off, alpha] of [
    [0.5, 0.08],
    [0.25, 0.15],
  ] as const) {
    context.fillStyle = `rgba(0,0,0,${alpha})`;
    context.fillRect(-off / 3, -off / 3, wideMm + off * 1.3, highMm + off * 1.3);
  }
  context.fillStyle = grey(paper);
  context.fillRect(0, 0, wideMm, highMm);
  context.fillStyle = context.strokeStyle = '#1c1c1c';
  if (page.backPrint) drawBackPrint(context, page.backPrint, random);
  context.beginPath();
  context.rect(0, 0, wideMm, highMm);
  context.clip();
  draw(context, random);
  context.globalAlpha = 1;
  context.fillStyle = '#101010';
  if (page.holes)
    for (const hole of [108.5, 188.5]) {
      context.beginPath();
      context.arc(12, hole, 3, 0, 7);
      context.fill();
    }
}

function drawBackPrint(context: SKRSContext2D, contrast: number, random: () => number): void {
  context.save();
  context.globalAlpha = contrast;
  context.translate(210, 0);
  context.scale(-1, 1);
  context.filter = 'blur(1px)';
  sheetKinds['dense text'].draw(context, random);
  context.restore();
}

/** The lens's own softness, and what the label adds. */
function blurred(canvas: Canvas, lid: number, sigmaPx: number, movedPx: number): Canvas {
  const next = createCanvas(canvas.width, canvas.height);
  const context = next.getContext('2d');
  context.fillStyle = grey(lid);
  context.fillRect(0, 0, canvas.width, canvas.height);
  context.filter = `blur(${Math.hypot(sigmaPx, 0.4)}px)`;
  context.drawImage(canvas, 0, 0);
  context.filter = 'none';
  if (movedPx === 0) return next;
  const moved = createCanvas(canvas.width, canvas.height);
  const smear = moved.getContext('2d');
  const steps = Math.max(2, Math.ceil(movedPx * 2));
  for (let step = 0; step < steps; step++) {
    smear.globalAlpha = 1 / (step + 1);
    smear.drawImage(next, 0, (step / (steps - 1) - 0.5) * movedPx);
  }
  return moved;
}

/** Dust and dirt lie on the glass, sharp however the page is. */
function drawOnGlass(canvas: Canvas, page: LabelledPage, px: number, random: () => number): void {
  const context = canvas.getContext('2d');
  context.scale(px, px);
  context.fillStyle = '#333';
  for (let i = 0; i < (page.dust ?? 0); i++) {
    context.beginPath();
    context.arc(random() * glass.wideMm, random() * glass.highMm, 0.05 + random() * 0.2, 0, 7);
    context.fill();
  }
  if (page.streak) context.fillRect(121, 0, 0.25, glass.highMm);
  const wide = page.shadowMm ?? 10;
  const dark = context.createLinearGradient(0, 0, wide, 0);
  dark.addColorStop(0, `rgba(0,0,0,${page.shadow ?? 0})`);
  dark.addColorStop(1, 'rgba(0,0,0,0)');
  context.fillStyle = dark;
  context.fillRect(0, 0, wide, glass.highMm);
  // putImageData is moved by a transform in this canvas.
  context.resetTransform();
}

function developed(canvas: Canvas, page: LabelledPage, random: () => number): void {
  const { light = 1, gamma = 1, noise = 2 } = page;
  const context = canvas.getContext('2d');
  // A copy: each access to the canvas's own array is a call into it.
  const data = Uint8ClampedArray.from(context.getImageData(0, 0, canvas.width, canvas.height).data);
  const curve = Uint8Array.from({ length: 256 }, (_, tone) => Math.round(255 * (tone / 255) ** gamma * light));
  // Sums of three uniform numbers are near enough to a Gaussian; a table, because random() for every pixel takes seconds.
  const grain = Int16Array.from({ length: 8192 }, () => Math.round((random() + random() + random() - 1.5) * 2 * noise));
  let next = 0;
  for (let i = 0; i < data.length; i += 4) {
    if (i % 20_000 === 0) next = Math.floor(random() * grain.length);
    const plus = grain[next++ & 8191] ?? 0;
    data[i] = (curve[data[i] ?? 0] ?? 0) + plus;
    data[i + 1] = (curve[data[i + 1] ?? 0] ?? 0) + plus;
    data[i + 2] = (curve[data[i + 2] ?? 0] ?? 0) + plus;
  }
  context.putImageData(new ImageData(data, canvas.width, canvas.height), 0, 0);
}

function grey(tone: number): string {
  return `rgb(${tone},${tone},${tone})`;
}
