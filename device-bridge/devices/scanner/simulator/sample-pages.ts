import { type Canvas, createCanvas, type SKRSContext2D } from '@napi-rs/canvas';
import { drawForm, sheet } from './sample-sheet.ts';

/** What lies on the simulated glass. Every page says that it is a sample, or has nothing on it. */
export interface SamplePage {
  id: string;
  /** What the dock's button says. */
  label: string;
  draw(glass: SKRSContext2D, number: number | null): void;
}

export const samplePages: readonly SamplePage[] = [
  { id: 'form', label: '印刷的表格', draw: (glass, number) => drawForm(glass, { written: false, number }) },
  { id: 'filled', label: '手填的表格', draw: filled },
  { id: 'crooked', label: '放歪的', draw: turned },
  { id: 'dark', label: '太暗的', draw: dark },
  { id: 'blank', label: '空白的', draw: blank },
  { id: 'cut', label: '没放全的', draw: shifted },
  { id: 'blurred', label: '模糊的', draw: filled },
];

/** Standard deviation of the blur of the page `blurred`, in 1/300 inch. */
const blurUnits = 9;

/** A part of the glass as a scanner would give it. Sizes in 1/300 inch, from the corner. */
export interface PictureWish {
  pageId: string;
  /** Which sheet of a stack; null on the glass. */
  number: number | null;
  width: number;
  height: number;
  dpi: number;
  grey: boolean;
}

const kept = new Map<string, Promise<Buffer>>();
const mostKept = 8;

/**
 * A JPEG of it. The last few are kept: drawing takes a third of a second.
 * @throws Error for a page that does not exist
 */
export function takePicture(wish: PictureWish): Promise<Buffer> {
  const key = JSON.stringify(wish);
  const picture = kept.get(key) ?? draw(wish);
  kept.delete(key);
  kept.set(key, picture);
  const [oldest] = kept.keys();
  if (kept.size > mostKept && oldest !== undefined) kept.delete(oldest);
  return picture;
}

async function draw(wish: PictureWish): Promise<Buffer> {
  const page = samplePages.find(({ id }) => id === wish.pageId);
  if (page === undefined) throw new Error(`no sample page ${wish.pageId}`);
  const scale = wish.dpi / 300;
  const glass = createCanvas(Math.round(wish.width * scale), Math.round(wish.height * scale));
  const light = glass.getContext('2d');
  light.scale(scale, scale);
  light.fillStyle = '#e4e4e2';
  light.fillRect(0, 0, wish.width, wish.height);
  page.draw(light, wish.number);
  const filters = [
    ...(wish.grey ? ['grayscale(1)'] : []),
    ...(page.id === 'blurred' ? [`blur(${blurUnits * scale}px)`] : []),
  ];
  if (filters.length === 0) return encode(glass, light);
  const seen = createCanvas(glass.width, glass.height);
  const lens = seen.getContext('2d');
  lens.filter = filters.join(' ');
  lens.drawImage(glass, 0, 0);
  return encode(seen, lens);
}

const encoding = new Set<unknown>();

/** The encoder runs beside us and does not hold what it reads: collected meanwhile, it would take the process with it. */
async function encode(canvas: Canvas, context: SKRSContext2D): Promise<Buffer> {
  const held = [canvas, context];
  encoding.add(held);
  try {
    return await canvas.encode('jpeg', 80);
  } finally {
    encoding.delete(held);
  }
}

function filled(glass: SKRSContext2D, number: number | null): void {
  drawForm(glass, { written: true, number });
}

function blank(glass: SKRSContext2D): void {
  glass.fillStyle = '#fbfbf9';
  glass.fillRect(0, 0, sheet.width, sheet.height);
}

/** Laid down without care: more than software should put straight. */
function turned(glass: SKRSContext2D, number: number | null): void {
  glass.translate(sheet.width / 2, sheet.height / 2);
  glass.rotate((14 * Math.PI) / 180);
  glass.scale(0.72, 0.72);
  glass.translate(-sheet.width / 2, -sheet.height / 2);
  filled(glass, number);
}

/** The lid was open. */
function dark(glass: SKRSContext2D, number: number | null): void {
  filled(glass, number);
  glass.fillStyle = 'rgba(20, 20, 24, 0.68)';
  glass.fillRect(0, 0, sheet.width, sheet.height);
}

/** The left third lies beside the glass. */
function shifted(glass: SKRSContext2D, number: number | null): void {
  glass.translate(-sheet.width * 0.36, 0);
  filled(glass, number);
}
