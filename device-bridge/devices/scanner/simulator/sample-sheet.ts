import type { SKRSContext2D } from '@napi-rs/canvas';

/** A4 in the units that pages are drawn in: 1/300 inch. */
export const sheet = { width: 2480, height: 3508 };

const print = '"Noto Sans CJK SC", "Noto Sans CJK JP", "Droid Sans Fallback", sans-serif';
const hand = '"Noto Serif CJK SC", "Noto Serif CJK JP", "Droid Sans Fallback", serif';
const ink = '#1b1b1b';

/** Nobody's: a made-up name, a number of the district with a right check digit that stands on a sample card, too. */
const rows: { label: string; written: string }[] = [
  { label: '姓　　名', written: '王小明（样张）' },
  { label: '身份证号', written: '331003199005120018' },
  { label: '联系电话', written: '0576-0000 0000' },
  { label: '家庭住址', written: '黄岩区东城街道示例路 12 号' },
  { label: '申请事项', written: '老年人优待证补领' },
  { label: '申请理由', written: '原证遗失，申请补领一张。' },
];

const notice =
  '本表为自助终端演示用的样张，不是真实的申请材料，表内姓名、号码均为虚构。请用黑色水笔填写，字迹清楚，不要涂改；' +
  '请把本表和身份证一起放在扫描仪上，正面朝下，纸边对齐标线，盖好上盖后按“开始扫描”。需要帮助时请拨打12345。';

/** A printed application form on white paper; `written`: filled in by hand. `number`: which sheet of a stack. */
export function drawForm(paper: SKRSContext2D, { written, number }: { written: boolean; number: number | null }): void {
  paper.fillStyle = '#fbfbf9';
  paper.fillRect(0, 0, sheet.width, sheet.height);
  paper.fillStyle = ink;
  text(paper, '台州市黄岩区便民服务申请表', sheet.width / 2, 420, `bold 96px ${print}`, 'center');
  text(paper, '样张　SAMPLE　仅供演示', sheet.width / 2, 540, `52px ${print}`, 'center');
  rows.forEach(({ label, written: words }, row) => {
    drawRow(paper, label, written ? words : '', 680 + 190 * row);
  });
  paper.fillStyle = ink;
  paragraph(paper, notice, 240, 1960, 2000);
  text(paper, '申请人签字：', 1240, 2700, `56px ${print}`);
  text(paper, '日期：　　　年　　月　　日', 1240, 2860, `56px ${print}`);
  if (written) {
    paper.fillStyle = '#1d2c6b';
    text(paper, '王小明', 1620, 2706, `italic 84px ${hand}`);
  }
  paper.fillStyle = ink;
  if (number !== null) text(paper, `第 ${number} 张`, sheet.width / 2, 3300, `48px ${print}`, 'center');
}

function drawRow(paper: SKRSContext2D, label: string, written: string, top: number): void {
  paper.strokeStyle = ink;
  paper.lineWidth = 5;
  paper.strokeRect(240, top, 480, 190);
  paper.strokeRect(720, top, 1520, 190);
  paper.fillStyle = ink;
  text(paper, label, 280, top + 118, `60px ${print}`);
  paper.fillStyle = '#1d2c6b';
  text(paper, written, 770, top + 124, `italic 76px ${hand}`);
}

function paragraph(paper: SKRSContext2D, words: string, left: number, top: number, width: number): void {
  const perLine = Math.floor(width / 52);
  for (let line = 0; line * perLine < words.length; line += 1) {
    text(paper, words.slice(line * perLine, (line + 1) * perLine), left, top + line * 84, `50px ${print}`);
  }
}

function text(
  paper: SKRSContext2D,
  words: string,
  x: number,
  y: number,
  font: string,
  align: 'left' | 'center' = 'left',
): void {
  paper.font = font;
  paper.textAlign = align;
  paper.fillText(words, x, y);
}
