import type { SKRSContext2D } from '@napi-rs/canvas';

/** Draws what stands on a sheet; lengths are millimetres from its top left corner. */
export type DrawContent = (context: SKRSContext2D, random: () => number) => void;

export interface SheetKind {
  wideMm: number;
  highMm: number;
  draw: DrawContent;
  /** A straight page has lines that say its angle. */
  print: boolean;
}

const words =
  '台州市黄岩区人民政府便民服务中心办理事项申请人姓名住址联系电话委托代理材料清单核验意见经办日期签字盖章备注户口婚姻生育社保医保养老就业创业补贴救助残疾优抚退役军人证明登记变更注销';
const a4 = { wideMm: 210, highMm: 297 };

function text(context: SKRSContext2D, random: () => number, x: number, y: number, count: number, sizeMm: number): void {
  context.font = `${sizeMm}px "Noto Sans CJK SC"`;
  const chosen = Array.from({ length: count }, () => words[Math.floor(random() * words.length)]);
  context.fillText(chosen.join(''), x, y);
}

function line(context: SKRSContext2D, ...points: [number, number][]): void {
  context.beginPath();
  for (const [x, y] of points) context.lineTo(x, y);
  context.stroke();
}

function seal(context: SKRSContext2D, x: number, y: number): void {
  context.save();
  context.strokeStyle = context.fillStyle = '#d03030';
  context.lineWidth = 1.1;
  context.beginPath();
  context.arc(x, y, 19, 0, 7);
  context.stroke();
  context.font = '9px "Noto Sans CJK SC"';
  context.fillText('样张', x - 9, y + 3);
  context.restore();
}

function scribble(context: SKRSContext2D, random: () => number, x: number, y: number, wide: number): void {
  context.beginPath();
  context.moveTo(x, y);
  for (let at = 0; at < wide; at += 4)
    context.bezierCurveTo(
      x + at + random() * 4,
      y - 9 + random() * 14,
      x + at + random() * 6,
      y - 8 + random() * 14,
      x + at + 4,
      y - 4 + random() * 7,
    );
  context.stroke();
}

function form(context: SKRSContext2D, random: () => number): void {
  text(context, random, 62, 32, 12, 7);
  for (let y = 48; y < 230; y += 11) {
    text(context, random, 25, y, 5, 4.2);
    context.lineWidth = 0.2;
    line(context, [50, y + 1.2], [98, y + 1.2]);
    text(context, random, 108, y, 4, 4.2);
    line(context, [130, y + 1.2], [185, y + 1.2]);
    if (random() < 0.7) text(context, random, 53, y, 3 + Math.floor(random() * 6), 4);
  }
  seal(context, 155, 250);
  text(context, random, 130, 252, 8, 4.2);
}

function denseText(context: SKRSContext2D, random: () => number): void {
  for (let y = 25; y < 275; y += 6.2) text(context, random, 24, y, 30 + Math.floor(random() * 14), 3.7);
}

function letter(context: SKRSContext2D, random: () => number): void {
  text(context, random, 85, 40, 5, 7);
  for (let y = 60; y < 84; y += 8) text(context, random, 30, y, 34, 4.2);
  text(context, random, 140, 110, 6, 4.2);
}

function table(context: SKRSContext2D, random: () => number): void {
  text(context, random, 70, 22, 10, 6.5);
  context.lineWidth = 0.25;
  const columns = [18, 48, 88, 118, 158, 192];
  for (let y = 30; y <= 270; y += 12) line(context, [18, y], [192, y]);
  for (const x of columns) line(context, [x, 30], [x, 270]);
  for (let y = 30; y < 270; y += 12)
    for (const x of columns.slice(0, -1))
      if (random() < 0.6) text(context, random, x + 2, y + 8, 2 + Math.floor(random() * 4), 3.7);
}

/** A page of which only the ruled frame is close to the edges. */
function framedForm(context: SKRSContext2D, random: () => number): void {
  context.lineWidth = 0.35;
  context.strokeRect(12, 14, 186, 268);
  for (let y = 40; y < 270; y += 14) {
    line(context, [12, y], [198, y]);
    text(context, random, 18, y - 4, 6, 4.2);
  }
  line(context, [60, 14], [60, 280]);
}

function receipt(context: SKRSContext2D, random: () => number): void {
  context.fillStyle = '#4a4a50';
  text(context, random, 14, 12, 7, 4.2);
  for (let y = 22; y < 92; y += 5) {
    text(context, random, 4, y, 4 + Math.floor(random() * 4), 3);
    text(context, random, 40, y, 3, 3);
  }
  context.lineWidth = 0.25;
  line(context, [4, 95], [54, 95]);
}

/** Worn: a third of the contrast is left. */
function wornReceipt(context: SKRSContext2D, random: () => number): void {
  context.globalAlpha = 0.5;
  receipt(context, random);
}

function idCard(context: SKRSContext2D, random: () => number): void {
  const sky = context.createLinearGradient(0, 0, 86, 54);
  sky.addColorStop(0, '#dfe9f2');
  sky.addColorStop(1, '#cfe0ea');
  context.fillStyle = sky;
  context.fillRect(0, 0, 86, 54);
  context.fillStyle = '#222';
  for (let y = 9; y < 40; y += 7) text(context, random, 6, y, 5 + Math.floor(random() * 5), 2.8);
  text(context, random, 6, 48, 14, 3.2);
  context.fillStyle = '#8a7f78';
  context.fillRect(60, 8, 21, 27);
  context.fillStyle = '#e3cdbd';
  context.beginPath();
  context.ellipse(70.5, 19, 6, 8, 0, 0, 7);
  context.fill();
}

/** Both sides of a card copied onto A4. */
function copiedCard(context: SKRSContext2D, random: () => number): void {
  for (const y of [60, 160]) {
    context.save();
    context.translate(62, y);
    idCard(context, random);
    context.restore();
  }
}

function signature(context: SKRSContext2D, random: () => number): void {
  context.strokeStyle = '#1c2a6b';
  context.lineWidth = 0.5;
  scribble(context, random, 70, 140, 34);
}

function handwriting(context: SKRSContext2D, random: () => number): void {
  context.strokeStyle = '#555';
  context.lineWidth = 0.45;
  for (let y = 40; y < 150; y += 14) scribble(context, random, 25 + random() * 6, y + random() * 2, 90 + random() * 60);
}

function photograph(context: SKRSContext2D, random: () => number): void {
  const sky = context.createLinearGradient(0, 0, 0, 89);
  sky.addColorStop(0, '#5f8fc4');
  sky.addColorStop(0.6, '#e8d9b8');
  sky.addColorStop(1, '#3c5a34');
  context.fillStyle = sky;
  context.fillRect(0, 0, 127, 89);
  for (let i = 0; i < 60; i++) {
    context.fillStyle = `rgba(${30 + random() * 160},${40 + random() * 140},${30 + random() * 90},${0.3 + random() * 0.6})`;
    context.beginPath();
    context.ellipse(random() * 127, 45 + random() * 44, 1 + random() * 9, 1 + random() * 5, random() * 3, 0, 7);
    context.fill();
  }
  context.strokeStyle = '#2a2a20';
  for (let i = 0; i < 30; i++) {
    context.lineWidth = 0.15 + random() * 0.4;
    const x = random() * 127;
    line(context, [x, 80 - random() * 30], [x + random() * 8 - 4, 82]);
  }
}

export const sheetKinds = {
  form: { ...a4, draw: form, print: true },
  'dense text': { ...a4, draw: denseText, print: true },
  letter: { ...a4, draw: letter, print: true },
  table: { ...a4, draw: table, print: true },
  'framed form': { ...a4, draw: framedForm, print: true },
  'copied card': { ...a4, draw: copiedCard, print: true },
  signature: { ...a4, draw: signature, print: false },
  handwriting: { ...a4, draw: handwriting, print: false },
  receipt: { wideMm: 58, highMm: 104, draw: receipt, print: true },
  'worn receipt': { wideMm: 58, highMm: 104, draw: wornReceipt, print: true },
  'ID card': { wideMm: 86, highMm: 54, draw: idCard, print: true },
  photograph: { wideMm: 127, highMm: 89, draw: photograph, print: false },
  blank: { ...a4, draw: () => {}, print: false },
} as const satisfies Record<string, SheetKind>;

export type SheetKindName = keyof typeof sheetKinds;
