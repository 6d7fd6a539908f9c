import type { Matter } from '../../model/matter.ts';
import { html } from '../html.ts';
import { situationTree } from './situation-tree.ts';
import { type Box, branchGap, type Edge, labelWidth, layoutTree, lineHeight, type } from './tree-layout.ts';

const margin = 32;
const titleHeight = 64;
const style = `
text { font-family: Noto Sans CJK SC, Noto Sans SC, sans-serif; fill: #14233a; }
.title { font-size: 24px; font-weight: 700; }
.note { font-size: 13px; fill: #3d4c63; }
.strong { font-size: ${type.body}px; font-weight: 700; }
.plain { font-size: ${type.small}px; }
.soft { font-size: ${type.small}px; fill: #5a6b84; }
.question { fill: #e3ecf7; }
.situation { fill: #ffffff; stroke: #b9c8db; }
.edge { fill: none; stroke: #b9c8db; stroke-width: 1.5; }
.edge-default { stroke: #0a4f9e; stroke-width: 2.5; }
.label { fill: #ffffff; stroke: #b9c8db; }
.label-default { stroke: #0a4f9e; }
.label-text { font-size: ${type.small}px; text-anchor: middle; }
.label-text-default { fill: #0a4f9e; font-weight: 700; }`;

/** The situations of a matter as a tree in SVG: what is asked, and what each answer leads to. The default way is blue. */
export function drawMatter(matter: Matter): string {
  const { boxes, edges, width, height } = layoutTree(situationTree(matter));
  const size = { width: Math.ceil(width + 2 * margin), height: Math.ceil(height + titleHeight + 2 * margin) };
  const situations = boxes.filter(({ kind }) => kind === 'situation').length;
  return html`<svg xmlns="http://www.w3.org/2000/svg" width="${size.width}" height="${size.height}" viewBox="0 0 ${size.width} ${size.height}" role="img">
<title>${matter.name.zh}</title>
<style>${style}</style>
<rect width="100%" height="100%" fill="#f3f6fa"/>
<text class="title" x="${margin}" y="${margin + 24}">${matter.name.zh}</text>
<text class="note" x="${margin}" y="${margin + 48}">${matter.id} · ${situations} 种情形，蓝色是默认</text>
<g transform="translate(${margin} ${margin + titleHeight})">
${edges.map(edgeLine)}
${boxes.map(boxShape)}
${edges.map(edgeLabel)}
</g>
</svg>
`.markup;
}

/** Bends beside its question and then runs level in its own row, so that it crosses no question further on. */
function edgeLine({ from, to, isDefault }: Edge) {
  const bent = from.x + branchGap;
  const middle = from.x + branchGap / 2;
  const curve = `C${px(middle)} ${px(from.y)} ${px(middle)} ${px(to.y)} ${px(bent)} ${px(to.y)}`;
  return html`<path class="edge${isDefault ? ' edge-default' : ''}" d="M${px(from.x)} ${px(from.y)}${curve}H${px(to.x)}"/>\n`;
}

/** At the end of the bend, where the lines of one question have parted. */
function edgeLabel({ from, to, label, isDefault }: Edge) {
  const width = labelWidth(label);
  const height = type.small + 12;
  const right = from.x + branchGap - 12;
  const tone = isDefault ? '-default' : '';
  return html`<rect class="label label${tone}" x="${px(right - width)}" y="${px(to.y - height / 2)}" width="${px(width)}" height="${height}" rx="${height / 2}"/>
<text class="label-text label-text${tone}" x="${px(right - width / 2)}" y="${px(to.y + type.small * 0.36)}">${label}</text>
`;
}

function boxShape({ kind, x, y, width, height, lines }: Box) {
  let baseline = y + 12;
  const texts = lines.map(({ text, tone }) => {
    const size = tone === 'strong' ? type.body : type.small;
    baseline += size * lineHeight;
    return html`<text class="${tone}" x="${px(x + 12)}" y="${px(baseline - size * (lineHeight - 1))}">${text}</text>\n`;
  });
  return html`<rect class="${kind}" x="${px(x)}" y="${px(y)}" width="${px(width)}" height="${px(height)}" rx="12"/>\n${texts}`;
}

function px(length: number): string {
  return String(Math.round(length * 10) / 10);
}
