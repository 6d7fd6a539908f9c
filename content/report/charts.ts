import { type Html, html } from '../compiler/html.ts';

/** One bar of a chart: value and target in the unit of `most`, which is the full width. */
export interface Bar {
  label: string;
  /** Beside the bar: like 66/83 · 79.5%. */
  words: string;
  value: number;
  target: number;
  met: boolean;
}

const labelWidth = 84;
const rowHeight = 28;
const barHeight = 14;
const headHeight = 24;

/** Wide: two charts beside each other on the page; narrow: three. In pixels of the page. */
const sizes = { wide: { barWidth: 264, wordsWidth: 144 }, narrow: { barWidth: 132, wordsWidth: 94 } } as const;

/** Horizontal bars with a line at each target, as an SVG that needs neither script nor other files. */
export function barChart(
  title: string,
  bars: readonly Bar[],
  { most, targetWords, size }: { most: number; targetWords: string; size: keyof typeof sizes },
): Html {
  const { barWidth, wordsWidth } = sizes[size];
  const height = headHeight + bars.length * rowHeight + 6;
  const targets = new Set(bars.map(({ target }) => target));
  const [shared] = targets;
  const x = (value: number): number => labelWidth + (Math.min(value, most) / most) * barWidth;
  return html`<svg class="chart" role="img" aria-label="${title}" viewBox="0 0 ${labelWidth + barWidth + wordsWidth} ${height}">
<line class="axis" x1="${labelWidth}" y1="${headHeight}" x2="${labelWidth}" y2="${height - 6}"/>
${bars.map(({ label, words, value, met }, index) => {
  const y = headHeight + index * rowHeight + (rowHeight - barHeight) / 2;
  const middle = y + barHeight / 2;
  return html`<text class="label" x="${labelWidth - 10}" y="${middle}">${label}</text>
<rect class="${met ? 'bar' : 'bar short'}" x="${labelWidth}" y="${y}" width="${Math.max(1, x(value) - labelWidth)}" height="${barHeight}" rx="2"/>
<text class="words" x="${labelWidth + barWidth + 12}" y="${middle}">${words} ${met ? '✓' : '✗'}</text>`;
})}
${
  targets.size === 1 && shared !== undefined
    ? html`${targetLine(x(shared), headHeight - 4, height - 6)}
<text class="target-words" x="${x(shared)}" y="${headHeight - 12}">${targetWords}</text>`
    : bars.map(({ target }, index) => {
        const y = headHeight + index * rowHeight;
        return targetLine(x(target), y + 3, y + rowHeight - 3);
      })
}
</svg>`;
}

/** On a light ground, so that it is seen on a bar as well as beside it. */
function targetLine(x: number, top: number, bottom: number): Html {
  return html`<line class="halo" x1="${x}" y1="${top}" x2="${x}" y2="${bottom}"/><line class="target" x1="${x}" y1="${top}" x2="${x}" y2="${bottom}"/>`;
}

/** One share as a wide bar with its target line. */
export function meter(share: number, target: number, met: boolean, title: string): Html {
  const at = (value: number): number => Math.min(1, value) * 300;
  return html`<svg class="meter" role="img" aria-label="${title}" viewBox="0 0 304 26"><rect class="track" x="2" y="7" width="300" height="12" rx="2"/><rect class="${met ? 'bar' : 'bar short'}" x="2" y="7" width="${at(share)}" height="12" rx="2"/>${targetLine(2 + at(target), 2, 24)}</svg>`;
}
